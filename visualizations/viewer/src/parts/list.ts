/** The list of all nodes, by kind and name: whatever the picture holds is reached here without a mouse.
 *
 * Only the rows that can be seen are elements, so that ten thousand nodes scroll as lightly as ten.
 */

import type { NodeData } from "../data";
import { called, told, word, type Context, type Part } from "../context";
import { freshId, h } from "../dom";
import { PALETTES } from "../looks";
import type { Theme } from "../state";
import { swatchOf } from "./swatch";

const ROW = 36;
const SPARE = 6;

export function makeList(context: Context, theme: () => Theme): Part & { open(): void } {
  const { model } = context;
  const id = freshId("list");
  let rows: NodeData[] = [];
  let active = 0;
  const spacer = h("div", { class: "list-spacer", role: "presentation" });
  const box = h("div", {
    id, class: "list", role: "listbox", tabindex: 0, scroll: () => draw(), keydown: (event) => onKey(event as KeyboardEvent),
    focus: () => draw(), blur: () => draw(),
  }, spacer);
  const kindOrder = new Map(model.data.nodeLegend.map((entry, place) => [entry.kind, place]));

  function sort(): void {
    const { language } = context.store.state;
    const alphabet = new Intl.Collator(language);
    const rank = (node: NodeData): number => kindOrder.get(node.flags.includes("ghost") ? "ghost" : node.kind) ?? 99;
    rows = [...model.data.nodes].sort(
      (one, other) => rank(one) - rank(other) || alphabet.compare(one.name[language], other.name[language]),
    );
    spacer.style.height = `${rows.length * ROW}px`;
  }

  function draw(): void {
    const first = Math.max(0, Math.floor(box.scrollTop / ROW) - SPARE);
    const last = Math.min(rows.length, Math.ceil((box.scrollTop + box.clientHeight) / ROW) + SPARE);
    const palette = PALETTES[theme()];
    const { selected } = context.store.state;
    spacer.replaceChildren(
      ...rows.slice(first, last).map((node, offset) => {
        const place = first + offset;
        const row = h(
          "div",
          {
            id: `${id}-${place}`, role: "option", class: "list-row", "aria-setsize": rows.length, "aria-posinset": place + 1,
            "aria-selected": String(node.key === selected), "data-key": node.key,
            "data-active": place === active && document.activeElement === box,
            "data-hidden": !context.picture.shown.passing.has(node.key),
            click: () => {
              active = place;
              go();
            },
          },
          swatchOf(node, palette),
          h("span", { class: "list-name" }, told(context, node.name)),
          h("span", { class: "list-kind" }, called(context, node.kind)),
        );
        row.style.top = `${place * ROW}px`;
        return row;
      }),
    );
    if (rows.length > 0) box.setAttribute("aria-activedescendant", `${id}-${active}`);
  }

  function move(to: number): void {
    active = Math.min(rows.length - 1, Math.max(0, to));
    const top = active * ROW;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW - box.clientHeight;
    draw();
  }

  function go(): void {
    const node = rows[active];
    if (node) context.select(node.key, { reveal: true });
    draw();
  }

  function onKey(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(box.clientHeight / ROW) - 1);
    const steps: Record<string, number> = {
      ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) move(to);
    else if (event.key === "Enter" || event.key === " ") go();
    else return;
    event.preventDefault();
  }

  return {
    element: box,
    open() {
      move(Math.max(0, rows.findIndex((node) => node.key === context.store.state.selected)));
      box.focus();
      draw();
    },
    update(state, before) {
      if (before === null || state.language !== before.language) {
        box.setAttribute("aria-label", word(context, "list"));
        sort();
      }
      if (box.isConnected && box.clientHeight > 0) draw();
    },
  };
}
