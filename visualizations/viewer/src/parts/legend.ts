/** The legend below the picture. Its entries are switches: one click hides a kind of node or relationship. */

import { told, word, type Context, type Part } from "../context";
import { h } from "../dom";
import { PALETTES } from "../looks";
import { toggled, type Theme } from "../state";
import { lineSwatch, nodeSwatch } from "./swatch";

export function makeLegend(context: Context, theme: () => Theme): Part {
  const list = h("ul", { class: "legend" });
  const { model, store } = context;

  function switchOf(children: Node[], pressed: boolean, act: () => void): HTMLLIElement {
    return h("li", {}, h("button", { type: "button", "aria-pressed": String(pressed), class: "legend-entry", click: act }, ...children));
  }

  function draw(): void {
    const { state } = store;
    const palette = PALETTES[theme()];
    const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement);
    list.setAttribute("aria-label", word(context, "legend"));
    list.replaceChildren(
      ...model.data.nodeLegend.map((entry) => {
        const name = [h("span", {}, told(context, entry.text)), h("span", { class: "count" }, String(entry.count))];
        const ghost = entry.kind === "ghost";
        const pressed = ghost ? !state.off.has("ghosts") : !state.hiddenKinds.has(entry.kind);
        return switchOf([nodeSwatch(entry, palette), ...name], pressed, () =>
          ghost
            ? store.set({ off: toggled(store.state.off, "ghosts") })
            : store.set({ hiddenKinds: toggled(store.state.hiddenKinds, entry.kind) }),
        );
      }),
      ...model.data.edgeLegend.map((entry) => {
        const children = [lineSwatch(entry, palette), h("span", {}, told(context, entry.text))];
        // What dashes or pale colours mean hides nothing.
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
