/** The picture as it is seen now, with title, legend and sources: as SVG, and from the same drawing as PNG or on paper. */

import { told, word, type Context } from "./context";
import { drawBadge, drawEdges, drawGround, drawNode, drawOver, placeOf, type Frame } from "./drawing";
import { PALETTES, type Palette } from "./looks";
import { CanvasPen, type Pen } from "./pen";
import { viewOf } from "./renderers/renderer";
import { outline } from "./shapes";
import type { Camera, Theme } from "./state";
import { svgElement, SvgPen } from "./svg_pen";

const HEAD = 64;
const LINE = 20;
const MARGIN = 16;

export interface Size {
  width: number;
  height: number;
}

interface Sheet extends Size {
  legendTop: number;
  frame: Frame;
  camera: Camera;
}

/** The whole drawing as an SVG element; `font` is the address of the page's font, to be embedded. */
export function snapshotSvg(context: Context, theme: Theme, view: Size & { camera: Camera }, font: string | null): SVGElement {
  const sheet = makeSheet(context, theme, view);
  const { palette } = sheet.frame;
  const root = svgElement("svg", { width: sheet.width, height: sheet.height, viewBox: `0 0 ${sheet.width} ${sheet.height}` });
  const title = svgElement("title", {});
  title.textContent = told(context, context.model.data.title);
  root.append(title);
  if (font) {
    const style = svgElement("style", {});
    style.textContent = `@font-face{font-family:GraphmouThai;src:url(${font}) format("woff2")}`;
    root.append(style);
  }
  const clip = svgElement("clipPath", { id: "view" });
  clip.append(svgElement("rect", { x: 0, y: HEAD, width: sheet.width, height: sheet.legendTop - HEAD }));
  root.append(clip, svgElement("rect", { width: sheet.width, height: sheet.height, fill: palette.ground }));
  const outer = svgElement("g", { "clip-path": "url(#view)" });
  const { camera } = sheet;
  const [x, y] = [sheet.width / 2 - camera.x * camera.scale, HEAD + (sheet.legendTop - HEAD) / 2 - camera.y * camera.scale];
  const scene = svgElement("g", { transform: `translate(${x} ${y}) scale(${camera.scale})` });
  outer.append(scene);
  root.append(outer);
  drawScene(new SvgPen(scene), sheet.frame);
  drawMargins(new SvgPen(root), context, sheet);
  return root;
}

/** The same drawing on a canvas, so many pixels for each unit of the page. */
export function snapshotCanvas(context: Context, theme: Theme, view: Size & { camera: Camera }, density: number): HTMLCanvasElement {
  const sheet = makeSheet(context, theme, view);
  const { camera } = sheet;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(sheet.width * density);
  canvas.height = Math.round(sheet.height * density);
  const drawing = canvas.getContext("2d");
  if (!drawing) return canvas;
  drawing.scale(density, density);
  drawing.fillStyle = sheet.frame.palette.ground;
  drawing.fillRect(0, 0, sheet.width, sheet.height);
  drawing.save();
  drawing.beginPath();
  drawing.rect(0, HEAD, sheet.width, sheet.legendTop - HEAD);
  drawing.clip();
  drawing.translate(sheet.width / 2, HEAD + (sheet.legendTop - HEAD) / 2);
  drawing.scale(camera.scale, camera.scale);
  drawing.translate(-camera.x, -camera.y);
  drawScene(new CanvasPen(drawing), sheet.frame);
  drawing.restore();
  drawMargins(new CanvasPen(drawing), context, sheet);
  return canvas;
}

function makeSheet(context: Context, theme: Theme, view: Size & { camera: Camera }): Sheet {
  const { width, height, camera } = view;
  const rows = legendRows(context, width).length + (sourcesLine(context) ? 1 : 0);
  const legendTop = HEAD + height;
  const frame: Frame = { ...context.picture.scenery(theme), scale: camera.scale, view: viewOf(camera, width, height) };
  return { width, height: legendTop + rows * LINE + MARGIN, legendTop, frame, camera };
}

function drawScene(pen: Pen, frame: Frame): void {
  const [left, top, right, bottom] = frame.view;
  const near = frame.shown.nodes.filter((node) => {
    const [x, y] = placeOf(node, frame.state);
    const room = node.width + node.height;
    return x + room > left && x - room < right && y + room > top && y - room < bottom;
  });
  drawGround(pen, frame);
  drawEdges(pen, frame);
  for (const node of near) drawNode(pen, frame, node);
  drawOver(pen, frame, near);
}

function drawMargins(pen: Pen, context: Context, sheet: Sheet): void {
  const { palette } = sheet.frame;
  const most = sheet.width - 2 * MARGIN;
  const { data } = context.model;
  pen.text(told(context, data.title), MARGIN, 24, { size: 20, colour: palette.ink, bold: true, align: "left", most });
  pen.text(told(context, data.caption ?? data.subtitle), MARGIN, 48, { size: 13, colour: palette.faint, align: "left", most });
  legendRows(context, sheet.width).forEach((row, number) => {
    const y = sheet.legendTop + MARGIN + number * LINE;
    for (const entry of row) entry.draw(pen, entry.left, y, palette);
  });
  const sources = sourcesLine(context);
  if (sources) pen.text(sources, MARGIN, sheet.height - MARGIN, { size: 11, colour: palette.faint, align: "left", most });
}

interface LegendItem {
  left: number;
  draw(pen: Pen, left: number, y: number, palette: Palette): void;
}

/** The legend in rows of the width of the page. */
function legendRows(context: Context, width: number): LegendItem[][] {
  const { data } = context.model;
  const { off } = context.store.state;
  const rows: LegendItem[][] = [[]];
  let left = MARGIN;
  const put = (text: string, swatch: number, draw: (pen: Pen, x: number, y: number, palette: Palette) => void): void => {
    const wide = swatch + 22 + text.length * 6.4;
    if (left + wide > width - MARGIN && left > MARGIN) {
      rows.push([]);
      left = MARGIN;
    }
    rows.at(-1)?.push({
      left,
      draw(pen, at, y, palette) {
        draw(pen, at + swatch / 2, y, palette);
        pen.text(text, at + swatch + 6, y, { size: 12, colour: palette.ink, align: "left" });
      },
    });
    left += wide;
  };
  for (const entry of data.nodeLegend) {
    const flat = entry.shape === "pill" || entry.shape === "note";
    put(`${told(context, entry.text)} (${entry.count})`, 18, (pen, x, y) =>
      pen.shape(outline(entry.shape, flat ? 18 : 14, flat ? 10 : 14), x, y, {
        fill: entry.kind === "ghost" ? undefined : entry.colour, stroke: entry.outline, width: 1.3, dash: entry.dashed ? [3, 2] : undefined,
      }),
    );
  }
  for (const entry of off.has("gaps") ? [] : data.gapLegend) {
    put(`${told(context, entry.text)} (${entry.count})`, 14, (pen, x, y, palette) => drawBadge(pen, entry.severity, x, y, palette));
  }
  for (const entry of data.edgeLegend) {
    put(told(context, entry.text), 26, (pen, x, y) =>
      pen.line(`M${x - 13} ${y}L${x + 13} ${y}`, { stroke: entry.colour, width: Math.max(1.8, entry.width), dash: entry.dashed ? [6, 4] : undefined }),
    );
  }
  return rows;
}

function sourcesLine(context: Context): string {
  const texts = context.model.data.documents.map((one) => told(context, one.text));
  return texts.length > 0 ? `${word(context, "sources")}: ${texts.join(" · ")}` : "";
}

/** The palette that paper takes. */
export const PAPER: Theme = PALETTES.light.theme;
