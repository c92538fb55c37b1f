/** The drawer at the left: list, filters or sources; on a telephone a sheet from below. */

import { word, type Context, type Part } from "../context";
import { freshId, h, iconButton, type Icon } from "../dom";
import type { Word } from "../words";

export type Leaf = "list" | "filters" | "sources";

export interface Drawer extends Part {
  readonly open: Leaf | null;
  show(leaf: Leaf | null): void;
  /** A button that opens and closes a leaf. */
  opener(leaf: Leaf, name: Icon): HTMLButtonElement;
}

const TITLES: Record<Leaf, Word> = { list: "list", filters: "filters", sources: "sources" };

export function makeDrawer(context: Context, leaves: Record<Leaf, Part & { open?(): void }>): Drawer {
  const id = freshId("drawer");
  const title = h("h2", { id: `${id}-title`, tabindex: -1 });
  const close = iconButton("close", "", () => drawer.show(null));
  const body = h("div", { class: "drawer-body" });
  const element = h(
    "section",
    { id, class: "drawer", hidden: true, "aria-labelledby": `${id}-title` },
    h("div", { class: "drawer-head" }, title, close),
    body,
  );
  const openers = new Map<Leaf, HTMLButtonElement>();
  let open: Leaf | null = null;

  const drawer: Drawer = {
    element,
    get open() {
      return open;
    },
    show(leaf) {
      const before = open;
      open = leaf;
      element.hidden = leaf === null;
      for (const [name, button] of openers) button.setAttribute("aria-expanded", String(name === leaf));
      if (leaf === null) {
        if (before !== null) openers.get(before)?.focus();
        return;
      }
      title.textContent = word(context, TITLES[leaf]);
      element.dataset["leaf"] = leaf;
      body.replaceChildren(leaves[leaf].element);
      leaves[leaf].update(context.store.state, null);
      const enter = leaves[leaf].open;
      if (enter) enter();
      else title.focus();
    },
    opener(leaf, name) {
      const button = iconButton(name, "", () => drawer.show(open === leaf ? null : leaf), {
        "aria-expanded": "false", "aria-controls": id, class: "tool",
      });
      button.append(h("span", { class: "tool-name" }));
      openers.set(leaf, button);
      return button;
    },
    update(state, before) {
      if (before === null || state.language !== before.language) {
        for (const [leaf, button] of openers) {
          const name = word(context, TITLES[leaf]);
          button.title = name;
          button.setAttribute("aria-label", name);
          (button.lastElementChild as HTMLElement).textContent = name;
        }
        if (open) title.textContent = word(context, TITLES[open]);
        close.title = word(context, "close");
        close.setAttribute("aria-label", word(context, "close"));
      }
      if (open) leaves[open].update(state, before);
    },
  };
  return drawer;
}
