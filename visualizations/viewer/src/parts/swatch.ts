/** Small pictures of a kind of node or a kind of line, for legend and lists. */

import type { EdgeEntry, GapEntry, NodeData, NodeEntry } from "../data";
import { drawBadge } from "../drawing";
import { onGround, type Palette } from "../looks";
import { outline } from "../shapes";
import { svgElement, SvgPen } from "../svg_pen";

export function nodeSwatch(entry: Pick<NodeEntry, "kind" | "shape" | "colour" | "outline" | "dashed">, palette: Palette): SVGElement {
  const frame = svgElement("svg", { viewBox: "-11 -9 22 18", class: "swatch", "aria-hidden": "true" });
  const flat = entry.shape === "pill" || entry.shape === "note";
  frame.append(
    svgElement("path", {
      d: outline(entry.shape, flat ? 20 : 15, flat ? 11 : 15),
      fill: entry.kind === "ghost" ? "none" : entry.colour,
      stroke: onGround(entry.outline, palette),
      "stroke-width": 1.4,
      "stroke-dasharray": entry.dashed ? "3 2" : undefined,
    }),
  );
  return frame;
}

export function gapSwatch(entry: GapEntry, palette: Palette): SVGElement {
  const frame = svgElement("svg", { viewBox: "-9 -9 18 18", class: "swatch", "aria-hidden": "true" });
  drawBadge(new SvgPen(frame), entry.severity, 0, 0, palette);
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
  const { shape, colour, outline, flags } = node;
  const ghost = flags.includes("ghost");
  return nodeSwatch({ kind: ghost ? "ghost" : node.kind, shape, colour, outline, dashed: ghost || flags.includes("unnamed") }, palette);
}
