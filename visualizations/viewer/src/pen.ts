/** What a picture is drawn with: a canvas here, SVG in `svg_pen.ts`. Both draw the same. */

export interface Paint {
  fill?: string | undefined;
  stroke?: string | undefined;
  width?: number | undefined;
  dash?: readonly number[] | undefined;
  opacity?: number | undefined;
}

export interface Lettering {
  size: number;
  colour: string;
  bold?: boolean | undefined;
  align?: "left" | "center" | undefined;
  /** Colour of a rim that keeps text readable on lines. */
  halo?: string | undefined;
  opacity?: number | undefined;
  /** Longer text is cut, and ends in an ellipsis. */
  most?: number | undefined;
}

export interface Pen {
  /** An outline (SVG path data) with its middle moved to `x, y`, and made so many times as large. */
  shape(path: string, x: number, y: number, paint: Paint, size?: number): void;
  /** A line or curve that is drawn once: nothing of it is remembered. */
  line(path: string, paint: Paint): void;
  rectangle(left: number, top: number, width: number, height: number, radius: number, paint: Paint): void;
  /** One line of text; `y` is its middle. */
  text(text: string, x: number, y: number, lettering: Lettering): void;
}

export const FONT = '"GraphmouThai", "Noto Sans Thai", "Leelawadee UI", Thonburi, sans-serif';

const paths = new Map<string, Path2D>();
const MOST_PATHS = 4000;

export class CanvasPen implements Pen {
  constructor(private readonly context: CanvasRenderingContext2D) {}

  shape(path: string, x: number, y: number, paint: Paint, size = 1): void {
    let known = paths.get(path);
    if (!known) {
      if (paths.size > MOST_PATHS) paths.clear();
      known = new Path2D(path);
      paths.set(path, known);
    }
    this.context.translate(x, y);
    if (size !== 1) this.context.scale(size, size);
    this.#paint(known, paint);
    if (size !== 1) this.context.scale(1 / size, 1 / size);
    this.context.translate(-x, -y);
  }

  line(path: string, paint: Paint): void {
    this.#paint(new Path2D(path), paint);
  }

  rectangle(left: number, top: number, width: number, height: number, radius: number, paint: Paint): void {
    const path = new Path2D();
    path.roundRect(left, top, width, height, radius);
    this.#paint(path, paint);
  }

  text(text: string, x: number, y: number, lettering: Lettering): void {
    const { context } = this;
    context.font = fontOf(lettering);
    context.textAlign = lettering.align ?? "center";
    context.textBaseline = "middle";
    context.globalAlpha = lettering.opacity ?? 1;
    const shown = lettering.most === undefined ? text : cut(text, lettering.most, (one) => context.measureText(one).width);
    if (lettering.halo) {
      context.lineJoin = "round";
      context.setLineDash([]);
      context.lineWidth = lettering.size / 4;
      context.strokeStyle = lettering.halo;
      context.strokeText(shown, x, y);
    }
    context.fillStyle = lettering.colour;
    context.fillText(shown, x, y);
    context.globalAlpha = 1;
  }

  #paint(path: Path2D, paint: Paint): void {
    const { context } = this;
    context.globalAlpha = paint.opacity ?? 1;
    if (paint.fill) {
      context.fillStyle = paint.fill;
      context.fill(path);
    }
    if (paint.stroke) {
      context.strokeStyle = paint.stroke;
      context.lineWidth = paint.width ?? 1;
      context.setLineDash(paint.dash ? [...paint.dash] : []);
      context.stroke(path);
    }
    context.globalAlpha = 1;
  }
}

export function fontOf(lettering: Pick<Lettering, "size" | "bold">): string {
  return `${lettering.bold ? "bold " : ""}${lettering.size}px ${FONT}`;
}

/** `text`, or as much of it as fits, and an ellipsis. */
export function cut(text: string, most: number, widthOf: (text: string) => number): string {
  let shown = text.length > 400 ? `${text.slice(0, 400)}…` : text;
  while (shown.length > 1 && widthOf(shown) > most) {
    const shorter = shown.slice(0, -Math.max(2, Math.ceil(shown.length / 10)));
    // Never leave a Thai vowel or tone mark without the letter below it.
    shown = `${shorter.replace(/\p{Mn}+$/u, "")}…`;
  }
  return shown;
}
