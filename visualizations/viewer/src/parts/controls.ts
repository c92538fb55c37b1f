/** The switches of language and theme, and for a big picture the one between networks and the whole. */

import { word, type Context } from "../context";
import { h, icon } from "../dom";
import type { State, Theme } from "../state";

export interface Controls {
  element: HTMLElement;
  language: HTMLButtonElement;
  theme: HTMLButtonElement;
  networks: HTMLElement;
  update(state: State, before: State | null): void;
}

export function makeTopControls(context: Context, theme: () => Theme): Controls {
  const { model, store } = context;
  const language = h("button", {
    type: "button", class: "tool language",
    click: () => store.set({ language: store.state.language === "th" ? "en" : "th" }),
  });
  const colours = h("button", {
    type: "button", class: "tool icon-button", click: () => store.set({ theme: theme() === "dark" ? "light" : "dark" }),
  });
  const text = h("span", {});
  const whole = h("button", { type: "button", class: "plain", click: () => store.set({ open: store.state.open === "all" ? new Set() : "all" }) });
  const networks = h("div", { class: "networks", hidden: !model.big }, text, whole);
  return {
    element: language,
    language,
    theme: colours,
    networks,
    update(state) {
      language.textContent = word(context, "otherLanguage");
      language.title = word(context, "switchLanguage");
      language.lang = state.language === "th" ? "en" : "th";
      const other: Theme = theme() === "dark" ? "light" : "dark";
      colours.replaceChildren(icon(other));
      colours.title = word(context, other);
      colours.setAttribute("aria-label", colours.title);
      text.textContent = state.open === "all" ? "" : word(context, "networks", { n: model.networks.length });
      whole.textContent = word(context, state.open === "all" ? "folded" : "whole");
    },
  };
}
