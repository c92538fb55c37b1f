/**
 * The legend below the picture. Its entries are switches: one click hides a kind of node or relationship, or all marks
 * of gaps. What says only what a look means (a colour, dashes, pale lines) hides nothing.
 */

import { told, word, type Context, type Part } from "../context";
import type { GapEntry, NodeEntry } from "../data";
import { h } from "../dom";
import { PALETTES } from "../looks";
import { isOfKind } from "../model";
import { toggled, type Switch, type Theme } from "../state";
import { gapSwatch, lineSwatch, nodeSwatch } from "./swatch";

export function makeLegend(context: Context, theme: () => Theme): Part {
  const list = h("ul", { class: "legend" });
  const { model, store } = context;

  function counted(entry: NodeEntry | GapEntry): Node[] {
    return [h("span", {}, told(context, entry.text)), h("span", { class: "count" }, String(entry.count))];
  }

  function switchOf(children: Node[], pressed: boolean, act: () => void): HTMLLIElement {
    return h("li", {}, h("button", { type: "button", "aria-pressed": String(pressed), class: "legend-entry", click: act }, ...children));
  }

  function turn(off: Switch): void {
    store.set({ off: toggled(store.state.off, off) });
  }

  function draw(): void {
    const { state } = store;
    const palette = PALETTES[theme()];
    const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement);
    list.setAttribute("aria-label", word(context, "legend"));
    list.replaceChildren(
      ...model.data.nodeLegend.map((entry) => {
        const children = [nodeSwatch(entry, palette), ...counted(entry)];
        if (entry.kind === "ghost") return switchOf(children, !state.off.has("ghosts"), () => turn("ghosts"));
        if (!isOfKind(entry)) return h("li", { class: "legend-entry" }, ...children);
        return switchOf(children, !state.hiddenKinds.has(entry.kind), () =>
          store.set({ hiddenKinds: toggled(store.state.hiddenKinds, entry.kind) }),
        );
      }),
      ...model.data.gapLegend.map((entry) =>
        switchOf([gapSwatch(entry, palette), ...counted(entry)], !state.off.has("gaps"), () => turn("gaps")),
      ),
      ...model.data.edgeLegend.map((entry) => {
        const children = [lineSwatch(entry, palette), h("span", {}, told(context, entry.text))];
        if (entry.types.length === 0) return h("li", { class: "legend-entry" }, ...children);
        const shown = !entry.types.every((type) => state.hiddenTypes.has(type));
        return switchOf(children, shown, () => {
          let hidden = store.state.hiddenTypes;
          for (const type of entry.types) hidden = toggled(hidden, type, shown);
          store.set({ hiddenTypes: hidden });
        });
      }),
    );
    if (focused >= 0) [...list.querySelectorAll("button")][focused]?.focus();
  }

  let drawnFor: Theme | null = null;
  return {
    element: list,
    update(state, before) {
      const same =
        before !== null && drawnFor === theme() && state.language === before.language && state.off === before.off &&
        state.hiddenKinds === before.hiddenKinds && state.hiddenTypes === before.hiddenTypes;
      if (same) return;
      drawnFor = theme();
      draw();
    },
  };
}
