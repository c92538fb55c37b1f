/** The hint beside the pointer. */

import { called, nameOf, told, type Context } from "../context";
import { h } from "../dom";
import type { Point } from "../renderers/renderer";

const MOST_LINES = 5;
const LONGEST = 160;

export interface Tip {
  element: HTMLElement;
  show(key: string | null, at: Point): void;
}

export function makeTip(context: () => Context): Tip {
  const element = h("div", { class: "tip", role: "tooltip", hidden: true });
  return {
    element,
    show(key, at) {
      const known = context();
      const one = key === null ? undefined : (known.model.nodes.get(key) ?? known.model.edges.get(key));
      element.hidden = !one || key === null;
      if (!one || key === null) return;
      const kind = "kind" in one ? called(known, one.kind) : called(known, one.type);
      const lines = one.details.slice(0, MOST_LINES).map((line) =>
        h("div", {}, h("span", { class: "tip-heading" }, told(known, line.heading)), ` ${short(told(known, line.text))}`),
      );
      element.replaceChildren(h("span", { class: "tip-kind" }, kind), h("strong", {}, short(nameOf(known, key))), ...lines);
      const room = element.parentElement;
      if (!room) return;
      element.style.left = `${Math.max(4, Math.min(at.x + 16, room.clientWidth - element.offsetWidth - 8))}px`;
      const below = at.y + 18 + element.offsetHeight < room.clientHeight;
      element.style.top = `${Math.max(4, below ? at.y + 18 : at.y - element.offsetHeight - 14)}px`;
    },
  };
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
