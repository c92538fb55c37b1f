/** The path between two nodes: asked for in the panel, told here step by step. */

import { nameOf, told, word, type Context, type Part } from "../context";
import { h, icon, iconButton } from "../dom";

export function makePathBar(context: Context): Part {
  const { store } = context;
  const text = h("div", { class: "path-text" });
  const close = iconButton("close", "", () => store.set({ path: null }));
  const element = h("section", { class: "path-bar", hidden: true }, icon("path"), text, close);

  function stop(key: string): HTMLElement {
    return h("button", { type: "button", class: "link", click: () => context.select(key, { reveal: true }) }, nameOf(context, key));
  }

  function draw(): void {
    const { path } = store.state;
    if (!path) return;
    if (path.to === null) {
      text.replaceChildren(h("strong", {}, nameOf(context, path.from)), h("p", {}, word(context, "pathPick")));
      return;
    }
    const { way } = context.picture.attention;
    if (!way) {
      const ends = h("strong", {}, `${nameOf(context, path.from)} – ${nameOf(context, path.to)}`);
      text.replaceChildren(ends, h("p", {}, word(context, "noPath")));
      return;
    }
    const stops = way.nodes.flatMap((key, place): Node[] => {
      const edge = way.edges[place];
      const item = stop(key);
      if (!edge) return [item];
      const arrow = edge.source === key ? "→" : "←";
      return [item, h("span", { class: "path-step" }, edge.source === key ? `${told(context, edge.label)} ${arrow}` : `${arrow} ${told(context, edge.label)}`)];
    });
    text.replaceChildren(h("strong", {}, `${word(context, "path")} · ${word(context, "pathLength", { n: way.edges.length })}`), h("div", { class: "path-stops" }, ...stops));
  }

  const watched = ["language", "path", "hiddenKinds", "hiddenTypes", "hiddenBases", "office", "year", "off", "open"] as const;
  return {
    element,
    update(state, before) {
      if (before !== null && watched.every((name) => state[name] === before[name])) return;
      close.title = word(context, "close");
      close.setAttribute("aria-label", word(context, "close"));
      element.setAttribute("aria-label", word(context, "path"));
      element.hidden = state.path === null;
      draw();
      if (state.path !== null && state.path !== before?.path) context.announce(text.textContent ?? "");
    },
  };
}
