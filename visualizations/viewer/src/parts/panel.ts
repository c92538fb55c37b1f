/** The panel: everything that is known of what was chosen, with the phrases that say it and the documents they are in. */

import type { DetailData, EdgeData, EvidenceData, GapData, NodeData } from "../data";
import { called, nameOf, told, word, type Context, type Part } from "../context";
import { freshId, h, icon, iconButton } from "../dom";
import { PALETTES } from "../looks";
import { isFiltered, NO_FILTERS, type Theme } from "../state";
import { swatchOf } from "./swatch";

const MOST_CONNECTIONS = 200;
const HOPS = [1, 2, 3];

export function makePanel(context: Context, theme: () => Theme): Part & { focus(): void } {
  const id = freshId("panel");
  const { model, store } = context;
  const title = h("h2", { id: `${id}-title`, tabindex: -1 });
  const kind = h("p", { class: "panel-kind" });
  const close = iconButton("close", "", () => context.select(null));
  const body = h("div", { class: "panel-body" });
  const head = h("div", { class: "panel-head" }, h("div", {}, kind, title), close);
  const element = h("section", { class: "panel", hidden: true, "aria-labelledby": `${id}-title` }, head, body);

  function section(heading: string, ...children: Node[]): HTMLElement {
    return h("section", { class: "panel-section" }, h("h3", {}, heading), ...children);
  }

  function details(lines: readonly DetailData[]): HTMLElement {
    const list = h("dl", {});
    for (const line of lines) list.append(h("dt", {}, told(context, line.heading)), h("dd", {}, told(context, line.text)));
    return list;
  }

  function gaps(found: readonly GapData[]): HTMLElement {
    const severity = (gap: GapData): string => called(context, gap.severity);
    const items = found.map((gap) =>
      h("li", { class: `gap ${gap.severity}` }, icon("gap"), h("span", {}, h("strong", {}, severity(gap)), ` ${told(context, gap.message)}`)),
    );
    return section(word(context, "gapsFound"), h("ul", { class: "gaps" }, ...items));
  }

  /** The phrases, document by document. */
  function evidence(found: readonly EvidenceData[]): HTMLElement {
    const byDocument = new Map<number, EvidenceData[]>();
    for (const one of found) byDocument.set(one.document, [...(byDocument.get(one.document) ?? []), one]);
    const groups = [...byDocument].map(([place, phrases]) => {
      const document = model.data.documents[place];
      const quotes = phrases.map((one) => {
        const where = word(context, "characters", { from: one.start, to: one.end });
        return h("li", {}, h("q", { title: where }, one.phrase), h("span", { class: "where" }, where));
      });
      return h("div", { class: "evidence" }, h("p", { class: "evidence-document" }, document ? told(context, document.text) : ""), h("ul", {}, ...quotes));
    });
    return section(word(context, "evidence"), ...groups);
  }

  function link(key: string): HTMLButtonElement {
    const go = (): void => context.select(key, { reveal: true, focus: true });
    const node = model.nodes.get(key);
    const swatch = node ? swatchOf(node, PALETTES[theme()]) : "";
    return h("button", { type: "button", class: "link", click: go }, swatch, h("span", {}, nameOf(context, key)));
  }

  function connections(node: NodeData): HTMLElement {
    const own = model.joined.get(node.key) ?? [];
    const items = own.slice(0, MOST_CONNECTIONS).map(({ edge, other }) => {
      const out = edge.source === node.key;
      const label = `${out ? "" : "← "}${told(context, edge.label)}${out ? " →" : ""}`;
      const show = (): void => context.select(edge.key, { focus: true });
      return h("li", {}, h("button", { type: "button", class: "relation", click: show }, label), link(other));
    });
    const more = own.length > MOST_CONNECTIONS ? [h("p", { class: "note" }, `+ ${own.length - MOST_CONNECTIONS}`)] : [];
    return section(`${word(context, "connections")} (${own.length})`, h("ul", { class: "connections" }, ...items), ...more);
  }

  /** What one can do from a node: how far to look, a path, and putting it back where it was. */
  function actions(node: NodeData): HTMLElement {
    const { state } = store;
    const reach = h("div", { class: "segments", role: "group", "aria-label": word(context, "reach") });
    for (const hops of HOPS) {
      reach.append(h("button", {
        type: "button", "aria-pressed": String(state.hops === hops), title: word(context, "hopTitle", { n: hops }),
        "aria-label": word(context, "hopTitle", { n: hops }), "data-hops": hops, click: () => store.set({ hops }),
      }, word(context, "hop", { n: hops })));
    }
    const path = state.path && state.path.from !== node.key
      ? h("button", { type: "button", class: "plain", click: () => store.set({ path: { from: state.path?.from ?? node.key, to: node.key } }) }, icon("path"), word(context, "pathTo"))
      : h("button", { type: "button", class: "plain", click: () => store.set({ path: { from: node.key, to: null } }) }, icon("path"), word(context, "pathFrom"));
    const row = h("div", { class: "panel-actions" }, h("span", { class: "reach" }, word(context, "reach")), reach, path);
    if (state.pinned.has(node.key)) {
      const back = (): void => {
        const pinned = new Map(store.state.pinned);
        pinned.delete(node.key);
        store.set({ pinned });
      };
      row.append(h("button", { type: "button", class: "plain", title: word(context, "pinned"), click: back }, icon("pin"), word(context, "unpin")));
    }
    return row;
  }

  function hiddenNote(node: NodeData): HTMLElement[] {
    if (context.picture.shown.passing.has(node.key) || !isFiltered(store.state)) return [];
    const show = (): void => {
      store.set({ ...NO_FILTERS });
      context.picture.reveal(node.key);
    };
    return [h("p", { class: "note" }, word(context, "hiddenNow"), " ", h("button", { type: "button", class: "plain", click: show }, word(context, "showIt")))];
  }

  function fill(key: string): void {
    const node = model.nodes.get(key);
    const edge = model.edges.get(key);
    const one: NodeData | EdgeData | undefined = node ?? edge;
    if (!one) return;
    title.textContent = nameOf(context, key);
    kind.replaceChildren(...(node ? [swatchOf(node, PALETTES[theme()])] : []), node ? called(context, node.kind) : called(context, (edge as EdgeData).type));
    const children: (Node | string)[] = [];
    if (node) children.push(...hiddenNote(node), actions(node));
    if (node && node.unnamed > 0) children.push(h("p", { class: "note" }, word(context, "unnamed", { n: node.unnamed })));
    if (one.gaps.length > 0) children.push(gaps(one.gaps));
    if (edge) children.push(h("div", { class: "ends" }, link(edge.source), h("span", { "aria-hidden": "true" }, "↓"), link(edge.target)));
    if (one.details.length > 0) children.push(section(word(context, "details"), details(one.details)));
    if (node && (model.joined.get(key) ?? []).length > 0) children.push(connections(node));
    if (one.evidence.length > 0) children.push(evidence(one.evidence));
    body.replaceChildren(...children);
  }

  const watched = ["language", "theme", "selected", "hops", "path", "pinned", "hiddenKinds", "office", "year", "off", "open"] as const;
  return {
    element,
    focus: () => title.focus(),
    update(state, before) {
      if (before !== null && watched.every((name) => state[name] === before[name])) return;
      close.title = word(context, "close");
      close.setAttribute("aria-label", word(context, "close"));
      element.hidden = state.selected === null;
      if (state.selected === null) return body.replaceChildren();
      const hops = (document.activeElement as HTMLElement | null)?.dataset["hops"];
      fill(state.selected);
      if (hops !== undefined) body.querySelector<HTMLElement>(`[data-hops="${hops}"]`)?.focus();
      if (before === null || state.selected !== before.selected) body.scrollTop = 0;
    },
  };
}
