/** Story mode: one step after the other, each with its caption and what it speaks of. */

import { told, word, type Context, type Part } from "../context";
import { h, iconButton } from "../dom";

export interface Story extends Part {
  opener: HTMLButtonElement;
}

export function makeStory(context: Context): Story {
  const { model, store, picture } = context;
  const { steps } = model.data;
  const title = h("h2", {});
  const caption = h("p", {});
  const place = h("span", { class: "story-place" });
  const previous = iconButton("previous", "", () => go(-1));
  const next = iconButton("next", "", () => go(1));
  const close = iconButton("close", "", () => store.set({ step: null }));
  const told_ = h("div", { class: "story-text" }, title, caption);
  const element = h("section", { class: "story", hidden: true }, previous, told_, h("div", { class: "story-side" }, place, close), next);
  const opener = iconButton("story", "", () => toggle(), { class: "tool", "aria-pressed": "false", hidden: steps.length === 0 });
  opener.append(h("span", { class: "tool-name" }));

  function toggle(): void {
    if (store.state.step === null) {
      begin(0);
      next.focus();
    } else store.set({ step: null });
  }

  function go(by: number): void {
    if (store.state.step !== null) begin(Math.min(steps.length - 1, Math.max(0, store.state.step + by)));
  }

  function begin(step: number): void {
    store.set({ step, selected: null, path: null });
    const highlight = steps[step]?.highlight ?? [];
    if (highlight.length > 0) picture.revealAll(highlight);
    else picture.fit();
  }

  element.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    event.preventDefault();
    go(event.key === "ArrowRight" ? 1 : -1);
  });

  return {
    element,
    opener,
    update(state, before) {
      if (before !== null && state.language === before.language && state.step === before.step) return;
      for (const [button, name] of [[previous, "previous"], [next, "next"], [close, "close"], [opener, "story"]] as const) {
        button.title = word(context, name);
        button.setAttribute("aria-label", word(context, name));
      }
      (opener.lastElementChild as HTMLElement).textContent = word(context, "story");
      opener.setAttribute("aria-pressed", String(state.step !== null));
      element.setAttribute("aria-label", word(context, "story"));
      const step = state.step === null ? undefined : steps[state.step];
      element.hidden = step === undefined;
      if (!step || state.step === null) return;
      title.textContent = told(context, step.title);
      caption.textContent = told(context, step.caption);
      place.textContent = word(context, "stepOf", { n: state.step + 1, of: steps.length });
      previous.disabled = state.step === 0;
      next.disabled = state.step === steps.length - 1;
      context.announce(`${place.textContent} ${title.textContent}. ${caption.textContent}`);
    },
  };
}
