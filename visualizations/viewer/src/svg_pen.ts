/** The pen that draws SVG elements. Texts are text nodes: a serializer escapes them, and nothing parses them. */

import { cut, FONT, fontOf, type Lettering, type Paint, type Pen } from "./pen";

const SVG = "http://www.w3.org/2000/svg";

export class SvgPen implements Pen {
  readonly #ruler = document.createElement("canvas").getContext("2d");

  constructor(private readonly parent: Element) {}

  shape(path: string, x: number, y: number, paint: Paint, size = 1): void {
    const larger = size === 1 ? "" : ` scale(${tidy(size)})`;
    this.#add("path", { d: path, transform: `translate(${tidy(x)} ${tidy(y)})${larger}`, ...paintOf(paint) });
  }

  line(path: string, paint: Paint): void {
    this.#add("path", { d: path, ...paintOf(paint) });
  }

  rectangle(left: number, top: number, width: number, height: number, radius: number, paint: Paint): void {
    const box = { x: tidy(left), y: tidy(top), width: tidy(width), height: tidy(height), rx: tidy(radius) };
    this.#add("rect", { ...box, ...paintOf(paint) });
  }

  text(text: string, x: number, y: number, lettering: Lettering): void {
    const shown = lettering.most === undefined ? text : cut(text, lettering.most, (one) => this.#widthOf(one, lettering));
    const element = this.#add("text", {
      x: tidy(x),
      // As the canvas's "middle": the em square is halved, 0.35 of its size below the middle is the base line.
      y: tidy(y + lettering.size * 0.35),
      "font-size": tidy(lettering.size),
      "font-family": FONT,
      "font-weight": lettering.bold ? "bold" : undefined,
      "text-anchor": lettering.align === "left" ? "start" : "middle",
      fill: lettering.colour,
      stroke: lettering.halo,
      "stroke-width": lettering.halo ? tidy(lettering.size / 4) : undefined,
      "stroke-linejoin": lettering.halo ? "round" : undefined,
      "paint-order": lettering.halo ? "stroke" : undefined,
      opacity: lettering.opacity,
    });
    element.textContent = allowed(shown);
  }

  #widthOf(text: string, lettering: Lettering): number {
    if (!this.#ruler) return text.length * lettering.size * 0.6;
    this.#ruler.font = fontOf(lettering);
    return this.#ruler.measureText(text).width;
  }

  #add(name: string, attributes: Record<string, string | number | undefined>): Element {
    const element = svgElement(name, attributes);
    this.parent.append(element);
    return element;
  }
}

export function svgElement(name: string, attributes: Record<string, string | number | undefined>): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(attribute, String(value));
  }
  return element;
}

/** `text` without the characters that XML does not have. */
export function allowed(text: string): string {
  return Array.from(text, (letter) => (/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u.test(letter) ? "" : letter)).join("");
}

function paintOf(paint: Paint): Record<string, string | number | undefined> {
  return {
    fill: paint.fill ?? "none",
    stroke: paint.stroke,
    "stroke-width": paint.stroke ? tidy(paint.width ?? 1) : undefined,
    "stroke-dasharray": paint.dash?.join(" "),
    opacity: paint.opacity,
  };
}

function tidy(number: number): number {
  return Math.round(number * 100) / 100;
}
