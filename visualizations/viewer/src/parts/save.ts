/** Saving and sharing what is seen: SVG, PNG, paper, a link. */

import { told, word, type Context, type Part } from "../context";
import { freshId, h, iconButton } from "../dom";
import { snapshotCanvas, snapshotSvg, PAPER } from "../snapshot";
import type { Theme } from "../state";
import type { Word } from "../words";

export interface Saver extends Part {
  /** Whether the menu is open; closes it. */
  close(): boolean;
}

export function makeSaver(context: Context, theme: () => Theme, room: HTMLElement): Saver {
  const id = freshId("menu");
  const button = iconButton("save", "", () => (menu.hidden ? open() : close()), {
    class: "tool", "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": id,
  });
  button.append(h("span", { class: "tool-name" }));
  const items: [Word, () => void][] = [
    ["saveSvg", () => saveSvg()],
    ["savePng", () => savePng()],
    ["print", () => window.print()],
    ["copyLink", () => void copyLink()],
  ];
  const menu = h("div", { id, class: "menu", role: "menu", hidden: true, keydown: (event) => onKey(event as KeyboardEvent) });
  const element = h("div", { class: "menu-box" }, button, menu);
  element.addEventListener("focusout", (event) => {
    if (!element.contains(event.relatedTarget as Node | null)) menu.hidden = true;
    button.setAttribute("aria-expanded", String(!menu.hidden));
  });

  function open(): void {
    menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    (menu.firstElementChild as HTMLElement | null)?.focus();
  }

  function close(): boolean {
    const was = !menu.hidden;
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (was) button.focus();
    return was;
  }

  function onKey(event: KeyboardEvent): void {
    const all = [...menu.children] as HTMLElement[];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    all[(at + by + all.length) % all.length]?.focus();
  }

  function view(): { width: number; height: number; camera: ReturnType<Context["picture"]["renderer"]["camera"]> } {
    return { width: room.clientWidth, height: room.clientHeight, camera: context.picture.renderer.camera() };
  }

  function saveSvg(): void {
    const svg = snapshotSvg(context, theme(), view(), fontAddress());
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
    download(new Blob([text], { type: "image/svg+xml" }), "svg");
  }

  function savePng(): void {
    snapshotCanvas(context, theme(), view(), 2).toBlob((blob) => blob && download(blob, "png"), "image/png");
  }

  function download(blob: Blob, ending: string): void {
    const name = `${fileName(told(context, context.model.data.title))}.${ending}`;
    const address = URL.createObjectURL(blob);
    h("a", { href: address, download: name }).click();
    window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
    context.announce(word(context, "saved", { name }));
  }

  async function copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(window.location.href);
      context.announce(word(context, "copied"));
    } catch {
      context.announce(word(context, "notCopied"));
    }
  }

  return {
    element,
    close,
    update(state, before) {
      if (before !== null && state.language === before.language) return;
      const name = word(context, "menu");
      button.title = name;
      button.setAttribute("aria-label", name);
      (button.lastElementChild as HTMLElement).textContent = name;
      menu.replaceChildren(
        ...items.map(([item, act]) => {
          const chosen = (): void => {
            close();
            act();
          };
          return h("button", { type: "button", role: "menuitem", "data-item": item, click: chosen }, word(context, item));
        }),
      );
    },
  };
}

/** The picture on paper: drawn as vectors, in light colours, whenever the browser prints. */
export function printsItself(context: Context, room: HTMLElement): HTMLElement {
  const paper = h("div", { class: "paper", "aria-hidden": "true" });
  window.addEventListener("beforeprint", () => {
    const view = { width: room.clientWidth, height: room.clientHeight, camera: context.picture.renderer.camera() };
    paper.replaceChildren(snapshotSvg(context, PAPER, view, null));
  });
  window.addEventListener("afterprint", () => paper.replaceChildren());
  return paper;
}

/** The address of the font inside the page's own style. */
function fontAddress(): string | null {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      const found = rule instanceof CSSFontFaceRule ? /url\("?(data:[^")]+)"?\)/.exec(rule.cssText) : null;
      if (found?.[1]) return found[1];
    }
  }
  return null;
}

/** A name that every file system takes. */
function fileName(title: string): string {
  const name = Array.from(title.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, " ")).slice(0, 60).join("").trim();
  return name.replace(/[. ]+$/, "") || "graphmou";
}
