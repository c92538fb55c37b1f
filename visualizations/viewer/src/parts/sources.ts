/** The documents that the picture rests on. */

import { told, type Context, type Part } from "../context";
import { h } from "../dom";

export function makeSources(context: Context): Part {
  const element = h("ol", { class: "sources" });
  return {
    element,
    update(state, before) {
      if (before !== null && state.language === before.language) return;
      element.replaceChildren(...context.model.data.documents.map((one) => h("li", {}, told(context, one.text))));
    },
  };
}
