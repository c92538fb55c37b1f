/** The filters: kinds, relationships, office, basis, and what is shown besides. */

import { called, told, word, type Context, type Part } from "../context";
import { freshId, h } from "../dom";
import { isOfKind } from "../model";
import { NO_FILTERS, SWITCHES, toggled } from "../state";
import type { Word } from "../words";

export function makeFilters(context: Context): Part {
  const element = h("div", { class: "filters" });
  const { model, store } = context;
  const kinds = model.data.nodeLegend.filter(isOfKind).map((entry) => entry.kind);
  const types = [...new Set(model.data.edges.map((edge) => edge.type))];
  const order = model.data.edgeLegend.flatMap((entry) => entry.types);
  types.sort((one, other) => order.indexOf(one) - order.indexOf(other));
  const bases = [...new Set(model.data.edges.map((edge) => edge.basis))].sort().reverse();

  function tick(text: string, checked: boolean, act: () => void): HTMLElement {
    const input = h("input", { type: "checkbox", change: act });
    input.checked = checked;
    return h("label", { class: "tick" }, input, h("span", {}, text));
  }

  function group(title: Word, children: Node[]): HTMLElement {
    return h("fieldset", {}, h("legend", {}, word(context, title)), ...children);
  }

  function offices(): HTMLElement {
    const id = freshId("office");
    const select = h("select", { id, change: () => store.set({ office: select.value || null }) }, h("option", { value: "" }, word(context, "allOffices")));
    for (const key of model.data.offices) {
      const node = model.nodes.get(key);
      if (node) select.append(h("option", { value: key }, told(context, node.name)));
    }
    select.value = store.state.office ?? "";
    return h("div", { class: "field" }, h("label", { for: id }, word(context, "office")), select);
  }

  function draw(): void {
    const { state } = store;
    const focused = [...element.querySelectorAll("input, select")].indexOf(document.activeElement as Element);
    const basisWord = (basis: string): string => word(context, basis === "inferred" ? "inferred" : "stated");
    element.replaceChildren(
      h("p", { class: "count-line" }, word(context, "shownCount", { n: context.picture.shown.passing.size, of: model.data.nodes.length })),
      model.data.offices.length > 1 ? offices() : "",
      group("kinds", kinds.map((kind) =>
        tick(called(context, kind), !state.hiddenKinds.has(kind), () => store.set({ hiddenKinds: toggled(store.state.hiddenKinds, kind) })),
      )),
      group("relationships", types.map((type) =>
        tick(called(context, type), !state.hiddenTypes.has(type), () => store.set({ hiddenTypes: toggled(store.state.hiddenTypes, type) })),
      )),
      group("basis", bases.map((basis) =>
        tick(basisWord(basis), !state.hiddenBases.has(basis), () => store.set({ hiddenBases: toggled(store.state.hiddenBases, basis) })),
      )),
      group("show", SWITCHES.map((one) =>
        tick(word(context, one), !state.off.has(one), () => store.set({ off: toggled(store.state.off, one) })),
      )),
      h("div", { class: "row" },
        h("button", { type: "button", class: "plain", click: () => store.set({ ...NO_FILTERS, off: new Set() }) }, word(context, "reset")),
        state.pinned.size > 0
          ? h("button", { type: "button", class: "plain", click: () => store.set({ pinned: new Map() }) }, word(context, "unpinAll", { n: state.pinned.size }))
          : "",
      ),
    );
    if (focused >= 0) ([...element.querySelectorAll("input, select")][focused] as HTMLElement | undefined)?.focus();
  }

  return {
    element,
    update(state, before) {
      const watched = ["language", "hiddenKinds", "hiddenTypes", "hiddenBases", "office", "year", "off", "pinned"] as const;
      if (before === null || watched.some((name) => state[name] !== before[name])) draw();
      if (before !== null && context.picture.shown.passing.size === 0) context.announce(word(context, "emptyPicture"));
    },
  };
}
