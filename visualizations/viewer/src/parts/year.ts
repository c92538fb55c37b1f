/** The year slider: the picture as of a year, in the Buddhist era where the page is Thai. */

import { word, type Context, type Part } from "../context";
import { freshId, h } from "../dom";
import { shownYear } from "../thai";

export function makeYear(context: Context): Part {
  const { model, store } = context;
  const id = freshId("year");
  const [first, last] = model.years ?? [0, 0];
  const label = h("label", { for: id });
  // One step beyond the last year stands for all years.
  const slider = h("input", {
    id, type: "range", min: first, max: last + 1, step: 1, class: "year-slider",
    input: () => store.set({ year: Number(slider.value) > last ? null : Number(slider.value) }),
  });
  // What is shown is a button too: back to all years.
  const shown = h("button", { type: "button", class: "year-shown", click: () => store.set({ year: null }) });
  const element = h("div", { class: "year", hidden: model.years === null || first === last }, label, slider, shown);
  return {
    element,
    update(state, before) {
      if (before !== null && state.language === before.language && state.year === before.year) return;
      const every = word(context, "everyYear");
      const text = state.year === null ? every : shownYear(state.year, state.language);
      label.textContent = word(context, "year");
      shown.textContent = text;
      shown.title = every;
      shown.disabled = state.year === null;
      slider.value = String(state.year ?? last + 1);
      slider.title = `${shownYear(first, state.language)} – ${shownYear(last, state.language)}`;
      slider.setAttribute("aria-valuetext", text);
      if (before !== null && state.year !== before.year) context.announce(text);
    },
  };
}
