/** The search box: hits below it while one types; Enter shows one after the other. */

import { called, told, word, type Context, type Part } from "../context";
import { freshId, h, icon } from "../dom";
import { find } from "../find";

const MOST_SHOWN = 60;

export function makeSearch(context: Context): Part & { open(): void } {
  const listId = freshId("hits");
  let hits: string[] = [];
  let at = -1;
  const input = h("input", {
    type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
    "aria-autocomplete": "list", "aria-controls": listId, "aria-expanded": "false", class: "search-input",
    input: () => search(), keydown: (event) => onKey(event as KeyboardEvent), focus: () => input.value && show(true),
  });
  const list = h("ul", {
    id: listId, role: "listbox", class: "hits", hidden: true,
    pointerdown: (event) => event.preventDefault(), mousedown: (event) => event.preventDefault(), // the box keeps the focus
  });
  const note = h("p", { class: "hits-note", hidden: true });
  const box = h("div", { class: "search", role: "search" }, icon("search"), input, h("div", { class: "hits-box" }, note, list));
  document.addEventListener("pointerdown", (event) => {
    if (!box.contains(event.target as Node)) show(false);
  });
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget as Node | null)) show(false);
  });

  function show(visible: boolean): void {
    list.hidden = !visible || hits.length === 0;
    note.hidden = !visible || !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  function search(): void {
    hits = find(context.model, input.value, context.store.state.language);
    at = -1;
    draw();
    show(true);
    if (input.value.trim()) context.announce(note.textContent ?? "");
  }

  function draw(): void {
    note.textContent = hits.length > 0 ? word(context, "hits", { n: hits.length }) : word(context, "noHits");
    list.replaceChildren(
      ...hits.slice(0, MOST_SHOWN).map((key, place) => {
        const node = context.model.nodes.get(key);
        return h(
          "li",
          { id: `${listId}-${place}`, role: "option", "aria-selected": String(place === at), "data-key": key, click: () => go(place, true) },
          h("span", { class: "hit-name" }, node ? told(context, node.name) : ""),
          h("span", { class: "hit-kind" }, node ? called(context, node.kind) : ""),
        );
      }),
    );
    mark();
  }

  function mark(): void {
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
    if (at >= 0 && at < MOST_SHOWN) {
      input.setAttribute("aria-activedescendant", `${listId}-${at}`);
      list.children[at]?.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function go(place: number, close: boolean): void {
    const key = hits[place];
    if (key === undefined) return;
    at = place;
    mark();
    note.textContent = word(context, "hitOf", { n: at + 1, of: hits.length });
    context.select(key, { reveal: true });
    if (close) show(false);
  }

  function onKey(event: KeyboardEvent): void {
    const { length } = hits;
    if (event.key === "Enter" && length > 0) {
      event.preventDefault();
      go((at + (event.shiftKey ? length - 1 : 1) + (event.shiftKey && at < 0 ? 1 : 0)) % length, false);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && length > 0) {
      event.preventDefault();
      const shown = Math.min(length, MOST_SHOWN);
      at = event.key === "ArrowDown" ? (at + 1) % shown : (Math.max(at, 0) + shown - 1) % shown;
      show(true);
      mark();
    } else if (event.key === "Escape" && (!note.hidden || input.value)) {
      event.preventDefault();
      event.stopPropagation();
      if (note.hidden) input.value = "";
      show(false);
    }
  }

  return {
    element: box,
    open: () => input.focus(),
    update(state, before) {
      if (before !== null && state.language === before.language) return;
      input.placeholder = word(context, "search");
      input.setAttribute("aria-label", word(context, "searchLabel"));
      list.setAttribute("aria-label", word(context, "searchLabel"));
      if (input.value) hits = find(context.model, input.value, state.language);
      draw();
    },
  };
}
