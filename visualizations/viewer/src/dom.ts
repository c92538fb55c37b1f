/** Making elements. Text becomes text nodes: nothing here, or anywhere in this page, is ever parsed as HTML. */

import { svgElement } from "./svg_pen";

type Child = Node | string | null;
type Properties = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** An element. Functions listen to the event of their name; everything else becomes an attribute. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name, properties: Properties = {}, ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(property, value);
    else if (value === true) element.setAttribute(property, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(property, String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null));
  return element;
}

/** Outlines on a grid of 24. */
const ICONS = {
  search: "M11 4a7 7 0 1 0 0 14a7 7 0 1 0 0-14M16.2 16.2L21 21",
  close: "M6 6L18 18M18 6L6 18",
  list: "M9 6H20M9 12H20M9 18H20M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  filters: "M4 6H20M7 12H17M10 18H14",
  save: "M12 4V15M7.5 11L12 15.5L16.5 11M5 20H19",
  story: "M8 5.5V18.5L19 12Z",
  light: "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 2.5V4.5M12 19.5V21.5M2.5 12H4.5M19.5 12H21.5M5.3 5.3L6.7 6.7M17.3 17.3L18.7 18.7M5.3 18.7L6.7 17.3M17.3 6.7L18.7 5.3",
  dark: "M20 14.5A8.5 8.5 0 1 1 9.5 4A7 7 0 0 0 20 14.5Z",
  plus: "M12 5V19M5 12H19",
  minus: "M5 12H19",
  fit: "M4 9V4H9M15 4H20V9M20 15V20H15M9 20H4V15",
  next: "M9 5L16 12L9 19",
  previous: "M15 5L8 12L15 19",
  path: "M6 15.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M18 3.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M8.5 18H14a3.5 3.5 0 0 0 0-7H10a3.5 3.5 0 0 1 0-7H15.5",
  pin: "M9 3.5H15L14 10L17.5 13.5H6.5L10 10ZM12 13.5V20.5",
  quote: "M5 6.5H10V12C10 15 8.5 16.8 6 17.5M14 6.5H19V12C19 15 17.5 16.8 15 17.5",
  gap: "M12 4L21 19.5H3ZM12 10V14M12 16.9h.01",
} as const;

export type Icon = keyof typeof ICONS;

export function icon(name: Icon): SVGElement {
  const frame = svgElement("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" });
  frame.append(svgElement("path", { d: ICONS[name] }));
  return frame;
}

/** A button with an icon, and a name that is read out and shown on pointing at it. */
export function iconButton(name: Icon, label: string, act: () => void, properties: Properties = {}): HTMLButtonElement {
  const kinds = `icon-button ${typeof properties["class"] === "string" ? properties["class"] : ""}`.trim();
  return h("button", { type: "button", "aria-label": label, title: label, click: act, ...properties, class: kinds }, icon(name));
}

let made = 0;

/** An id for elements that name each other. */
export function freshId(what: string): string {
  made += 1;
  return `${what}-${made}`;
}
