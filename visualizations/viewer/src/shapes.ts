/** Outlines of nodes as SVG path data about their middle: one source for the canvas, the SVG and the legend. */

import type { Shape } from "./data";

const FOLD = 6;

const known = new Map<string, string>();

/** The outline of a shape that is so wide and high. */
export function outline(shape: Shape, width: number, height: number): string {
  const name = `${shape} ${width} ${height}`;
  let path = known.get(name);
  if (path === undefined) {
    path = draw(shape, width / 2, height / 2);
    known.set(name, path);
  }
  return path;
}

/** Whether the label stands below the shape; else it stands on it. */
export function labelBelow(shape: Shape): boolean {
  return shape !== "pill" && shape !== "note";
}

function draw(shape: Shape, x: number, y: number): string {
  switch (shape) {
    case "square":
      return rounded(x * 0.92, y * 0.92, Math.min(2, x / 4));
    case "diamond":
      return corners(4, 0, x, y);
    case "hexagon":
      return corners(6, 0, x, y);
    case "triangle":
      return corners(3, -Math.PI / 2, x * 1.1, y * 1.1, y * 0.2);
    case "triangle-down":
      return corners(3, Math.PI / 2, x * 1.1, y * 1.1, -y * 0.2);
    case "star":
      return corners(10, -Math.PI / 2, x * 1.08, y * 1.08, 0, 0.46);
    case "cylinder":
      return cylinder(x * 0.82, y);
    case "pill":
      return rounded(x, y, Math.min(x, y));
    case "note":
      return note(x, y);
    default:
      return `M${-x} 0A${x} ${y} 0 1 1 ${x} 0A${x} ${y} 0 1 1 ${-x} 0Z`;
  }
}

function corners(count: number, turn: number, x: number, y: number, down = 0, inner = 1): string {
  const points: string[] = [];
  for (let corner = 0; corner < count; corner++) {
    const angle = turn + (corner * 2 * Math.PI) / count;
    const part = corner % 2 ? inner : 1;
    points.push(`${tidy(x * part * Math.cos(angle))} ${tidy(y * part * Math.sin(angle) + down)}`);
  }
  return `M${points.join("L")}Z`;
}

function rounded(x: number, y: number, radius: number): string {
  const r = tidy(radius);
  const arc = (toX: number, toY: number): string => `A${r} ${r} 0 0 1 ${tidy(toX)} ${tidy(toY)}`;
  return (
    `M${tidy(radius - x)} ${tidy(-y)}H${tidy(x - radius)}${arc(x, radius - y)}V${tidy(y - radius)}${arc(x - radius, y)}` +
    `H${tidy(radius - x)}${arc(-x, y - radius)}V${tidy(radius - y)}${arc(radius - x, -y)}Z`
  );
}

/** A sheet with its lower right corner folded, as in the figures. */
function note(x: number, y: number): string {
  const fold = Math.min(FOLD, y);
  const [inX, inY] = [tidy(x - fold), tidy(y - fold)];
  const sheet = `M${tidy(-x)} ${tidy(-y)}H${tidy(x)}V${inY}L${inX} ${tidy(y)}H${tidy(-x)}Z`;
  return `${sheet}M${tidy(x)} ${inY}H${inX}V${tidy(y)}`;
}

function cylinder(x: number, y: number): string {
  const [flat, top] = [tidy(y * 0.28), tidy(y * 0.72)];
  const across = tidy(x);
  return (
    `M${-across} ${-top}A${across} ${flat} 0 0 1 ${across} ${-top}V${top}A${across} ${flat} 0 0 1 ${-across} ${top}Z` +
    `M${-across} ${-top}A${across} ${flat} 0 0 0 ${across} ${-top}`
  );
}

function tidy(number: number): number {
  return Math.round(number * 100) / 100;
}
