/** Small pictures of a kind of node or a kind of line, for legend and lists. */

import type { EdgeEntry, NodeData, NodeEntry } from "../data";
import { onGround, type Palette } from "../looks";
import { outline } from "../shapes";
import { svgElement } from "../svg_pen";

const GHOST_DASH = "3 2";

export function nodeSwatch(entry: Pick<NodeEntry, "kind" | "shape" | "colour" | "outline">, palette: Palette): SVGElement {
  const frame = svgElement("svg", { viewBox: "-11 -9 22 18", class: "swatch", "aria-hidden": "true" });
  const ghost = entry.kind === "ghost";
  const flat = entry.shape === "pill" || entry.shape === "note";
  frame.append(
    svgElement("path", {
      d: outline(entry.shape, flat ? 20 : 15, flat ? 11 : 15),
      fill: ghost ? "none" : entry.colour,
      stroke: onGround(entry.outline, palette),
      "stroke-width": 1.4,
      "stroke-dasharray": ghost || entry.shape === "note" ? GHOST_DASH : undefined,
    }),
  );
  return frame;
}

export function lineSwatch(entry: EdgeEntry, palette: Palette): SVGElement {
  const frame = svgElement("svg", { viewBox: "-14 -9 28 18", class: "swatch wide", "aria-hidden": "true" });
  const colour = onGround(entry.colour, palette);
  frame.append(
    svgElement("path", {
      d: entry.arrow ? "M-13 0H7" : "M-13 0H13",
      stroke: colour,
      "stroke-width": Math.max(2, entry.width),
      "stroke-dasharray": entry.dashed ? "6 4" : undefined,
    }),
  );
  if (entry.arrow) frame.append(svgElement("path", { d: "M5 -5L13 0L5 5Z", fill: colour }));
  return frame;
}

/** The swatch of one node: as the legend shows its kind. */
export function swatchOf(node: NodeData, palette: Palette): SVGElement {
  const kind = node.flags.includes("ghost") ? "ghost" : node.kind;
  return nodeSwatch({ kind, shape: node.shape, colour: node.colour, outline: node.outline }, palette);
}
