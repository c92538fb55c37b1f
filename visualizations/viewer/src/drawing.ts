/** Drawing a picture with any pen: the ground, the relationships, the nodes, and what lies over them. */

import { SEVERITIES, type EdgeData, type NodeData, type Severity } from "./data";
import { edgeLook, inkOn, nodeLook, onGround, SEVERITY, type Look, type Palette } from "./looks";
import type { Model } from "./model";
import type { Network } from "./networks";
import type { Pen } from "./pen";
import { labelBelow, outline } from "./shapes";
import type { Lit, Place, Shown } from "./shown";
import { isFiltered, type State } from "./state";

/** Everything one drawing of the picture depends on. */
export interface Frame {
  model: Model;
  state: State;
  shown: Shown;
  lit: Lit | null;
  palette: Palette;
  /** Pixels for each unit of the scene. */
  scale: number;
  /** What can be seen: left, top, right, bottom. */
  view: readonly [number, number, number, number];
}

const LABEL_GAP = 3;
/** Labels smaller than this many pixels cannot be read and are left out. */
const SMALLEST_LABEL = 4.5;
const CAPTION_PIXELS = 13;

export function placeOf(node: NodeData, state: State): readonly [number, number] {
  return state.pinned.get(node.key) ?? [node.x, node.y];
}

/** The lighter ground of each network, the folded ones, and the bundles of relationships between those. */
export function drawGround(pen: Pen, frame: Frame): void {
  const { model, state, shown, palette, scale } = frame;
  const filtered = isFiltered(state);
  model.data.regions.forEach((region) => {
    if (!isSeen(region, frame)) return;
    const network = model.networkOf.get(region.members[0] ?? "");
    if (network !== undefined && shown.folded.has(network)) return;
    if (filtered && !region.members.some((key) => shown.passing.has(key))) return;
    const paint = { fill: palette.region, stroke: palette.regionRim, width: 1 / scale };
    pen.rectangle(region.left, region.top, region.width, region.height, 10, paint);
    const size = captionSize(frame, region.height, 13);
    if (size * scale < SMALLEST_LABEL) return;
    pen.text(region.caption[state.language], region.left + 10, region.top + 6 + size * 0.6, {
      size, colour: palette.faint, bold: true, align: "left", most: region.width - 20,
    });
  });
  for (const bundle of shown.bundles) {
    const [from, to] = [middleOf(bundle.from, frame), middleOf(bundle.to, frame)];
    if (!from || !to) continue;
    const width = Math.min(8, 0.8 + Math.log2(1 + bundle.count)) / Math.max(scale, 0.05);
    pen.line(`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`, { stroke: palette.bundle, width, opacity: frame.lit ? 0.25 : 0.6 });
  }
  for (const [place, kinds] of shown.folded) {
    const network = model.networks[place];
    if (network && isSeen(network, frame)) drawFolded(pen, frame, network, kinds);
  }
}

/** A folded network: its name, and how many nodes of each kind it holds. */
function drawFolded(pen: Pen, frame: Frame, network: Network, kinds: ReadonlyMap<string, number>): void {
  const { model, state, palette, scale } = frame;
  const inside = frame.lit && network.members.some((key) => frame.lit?.nodes.has(key));
  const paint = { fill: palette.folded, stroke: inside ? palette.accent : palette.regionRim, width: (inside ? 2.5 : 1.2) / scale };
  const inset = Math.min(3 / scale, network.width / 12);
  pen.rectangle(network.left + inset, network.top + inset, network.width - 2 * inset, network.height - 2 * inset, 8 / scale, paint);
  const size = Math.min(CAPTION_PIXELS / scale, network.height / 3.6);
  if (size * scale < SMALLEST_LABEL + 1) return;
  const [x, y] = [network.left + network.width / 2, network.top + network.height / 2];
  const most = network.width - 14 / scale;
  pen.text(network.caption[state.language], x, y - size * 0.8, { size, colour: palette.ink, bold: true, most });
  const entries = model.data.nodeLegend.filter((entry) => kinds.has(entry.kind));
  const wide = size * 3.4;
  const total = String([...kinds.values()].reduce((sum, count) => sum + count, 0));
  if (entries.length * wide > most) return pen.text(total, x, y + size * 0.8, { size, colour: palette.faint, most });
  entries.forEach((entry, number) => {
    const left = x + (number - entries.length / 2) * wide + size * 0.4;
    const flat = entry.shape === "pill" || entry.shape === "note";
    // Outlines are remembered by their size: a round one for each zoom would be a new one for each frame.
    const path = outline(entry.shape, 20, flat ? 12 : 20);
    pen.shape(path, left + size * 0.5, y + size * 0.9, { fill: entry.colour, stroke: onGround(entry.outline, palette), width: 1.6 }, size / 22);
    pen.text(String(kinds.get(entry.kind)), left + size * 1.3, y + size * 0.9, { size: size * 0.92, colour: palette.faint, align: "left" });
  });
}

/** Every relationship that is shown, as vis-network draws them; for pictures that are saved or printed. */
export function drawEdges(pen: Pen, frame: Frame): void {
  for (const edge of frame.shown.edges) drawEdge(pen, frame, edge);
}

function drawEdge(pen: Pen, frame: Frame, edge: EdgeData): void {
  const { model, state } = frame;
  const [source, target] = [model.nodes.get(edge.source), model.nodes.get(edge.target)];
  if (!source || !target) return;
  const look = edgeLook(edge, state, frame.palette, isDimmedEdge(edge, frame));
  const [x1, y1] = placeOf(source, state);
  const [x2, y2] = placeOf(target, state);
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy) || 1;
  // A quadratic curve passes half as far aside as its control point lies.
  const [cx, cy] = [(x1 + x2) / 2 - dy * edge.bend, (y1 + y2) / 2 + dx * edge.bend];
  const stop = edge.arrow ? radiusToward(target, x2 - cx, y2 - cy) + look.width * 2 : 0;
  const away = Math.hypot(x2 - cx, y2 - cy) || length;
  const [ex, ey] = [x2 - ((x2 - cx) / away) * stop, y2 - ((y2 - cy) / away) * stop];
  const line = edge.bend ? `M${n(x1)} ${n(y1)}Q${n(cx)} ${n(cy)} ${n(ex)} ${n(ey)}` : `M${n(x1)} ${n(y1)}L${n(ex)} ${n(ey)}`;
  pen.line(line, { stroke: look.rim, width: look.width, dash: look.dash });
  if (edge.arrow) pen.line(arrowHead(ex, ey, (x2 - cx) / away, (y2 - cy) / away, 3.2 + look.width * 1.8), { fill: look.fill });
}

function arrowHead(x: number, y: number, dx: number, dy: number, size: number): string {
  const [tipX, tipY] = [x + dx * size * 0.5, y + dy * size * 0.5];
  const [backX, backY] = [tipX - dx * size * 1.5, tipY - dy * size * 1.5];
  const [sideX, sideY] = [-dy * size * 0.65, dx * size * 0.65];
  return `M${n(tipX)} ${n(tipY)}L${n(backX + sideX)} ${n(backY + sideY)}L${n(backX - sideX)} ${n(backY - sideY)}Z`;
}

function radiusToward(node: NodeData, dx: number, dy: number): number {
  if (labelBelow(node.shape)) return node.width / 2 + 1;
  const across = Math.abs(dx) > 0 ? node.width / 2 / Math.abs(dx) : Infinity;
  const down = Math.abs(dy) > 0 ? node.height / 2 / Math.abs(dy) : Infinity;
  return Math.min(across, down) * Math.hypot(dx, dy) + 1;
}

/** One node without its label. */
export function drawNode(pen: Pen, frame: Frame, node: NodeData, at = placeOf(node, frame.state)): void {
  const look: Look = nodeLook(node, frame.state, frame.palette, isDimmed(node, frame));
  const path = outline(node.shape, node.width, node.height);
  pen.shape(path, at[0], at[1], { fill: look.fill, stroke: look.rim, width: look.width, dash: look.dash });
}

/** Labels, numbers of ghosts, marks of gaps and of what is selected: above everything else. */
export function drawOver(pen: Pen, frame: Frame, nodes: Iterable<NodeData> = frame.shown.nodes): void {
  const { model, state, palette, scale } = frame;
  const labels = scale * model.data.textSize >= SMALLEST_LABEL;
  const ends = new Set([state.selected, state.path?.from, state.path?.to]);
  for (const node of nodes) {
    const at = placeOf(node, state);
    if (!isNear(at, node, frame)) continue;
    if (ends.has(node.key)) drawRing(pen, frame, node, at);
    const dimmed = isDimmed(node, frame);
    // What was chosen is named in a small picture too, in letters of a readable size.
    if (labels) drawLabel(pen, frame, node, at, dimmed, model.data.textSize);
    else if (ends.has(node.key)) drawLabel(pen, frame, node, at, false, 11 / scale);
    if (node.unnamed > 1 && scale * node.height > 12) {
      const size = Math.min(node.height * 0.42, 16);
      pen.text(String(node.unnamed), at[0], at[1], { size, colour: palette.ink, bold: true, opacity: dimmed ? 0.3 : 1 });
    }
    if (node.gaps.length > 0 && !state.off.has("gaps") && scale * node.height > 7) drawGapMark(pen, frame, node, at, dimmed);
  }
}

function drawLabel(
  pen: Pen, frame: Frame, node: NodeData, at: readonly [number, number], dimmed: boolean, size: number,
): void {
  const { model, palette, state } = frame;
  const lines = node.lines[state.language];
  const high = (model.data.lineHeight * size) / model.data.textSize;
  const below = labelBelow(node.shape);
  const top = below ? at[1] + node.height / 2 + LABEL_GAP : at[1] - (lines.length * high) / 2;
  const colour = below || node.flags.includes("ghost") ? palette.ink : inkOn(nodeLook(node, state, palette, dimmed).fill);
  lines.forEach((line, number) => {
    pen.text(line, at[0], top + (number + 0.5) * high, {
      size,
      colour,
      bold: node.flags.includes("focus") || state.selected === node.key,
      halo: below ? palette.ground : undefined,
      opacity: dimmed ? 0.22 : 1,
    });
  });
}

function drawRing(pen: Pen, frame: Frame, node: NodeData, at: readonly [number, number]): void {
  const gap = 8 + 2 / frame.scale;
  const ring = outline(labelBelow(node.shape) ? "circle" : "pill", Math.round(node.width + gap), Math.round(node.height + gap));
  pen.shape(ring, at[0], at[1], { stroke: frame.palette.accent, width: Math.max(2.5, 2 / frame.scale) });
}

function drawGapMark(pen: Pen, frame: Frame, node: NodeData, at: readonly [number, number], dimmed: boolean): void {
  const severity = SEVERITIES.find((one) => node.gaps.some((gap) => gap.severity === one)) ?? "info";
  drawBadge(pen, severity, at[0] + node.width * 0.46, at[1] - node.height * 0.46, frame.palette, dimmed ? 0.25 : 1);
}

/** The mark of a gap, on the picture and in its legend. */
export function drawBadge(pen: Pen, severity: Severity, x: number, y: number, palette: Palette, opacity = 1): void {
  pen.shape(outline("circle", 12, 12), x, y, { fill: SEVERITY[severity], stroke: palette.ground, width: 1.5, opacity });
  pen.text(severity === "info" ? "i" : "!", x, y + 0.4, { size: 9, colour: "#ffffff", bold: true, opacity });
}

export function isDimmed(node: NodeData, frame: Pick<Frame, "lit">): boolean {
  return frame.lit !== null && !frame.lit.nodes.has(node.key);
}

export function isDimmedEdge(edge: EdgeData, frame: Pick<Frame, "lit">): boolean {
  return frame.lit !== null && !frame.lit.edges.has(edge.key);
}


function captionSize(frame: Frame, high: number, usual: number): number {
  // While zoomed out, captions stay readable for as long as they have room.
  return Math.max(usual, Math.min(10 / frame.scale, high / 5));
}

function middleOf(place: Place, frame: Frame): readonly [number, number] | null {
  if (typeof place === "number") {
    const region = frame.model.networks[place];
    return region ? [region.left + region.width / 2, region.top + region.height / 2] : null;
  }
  const node = frame.model.nodes.get(place);
  return node ? placeOf(node, frame.state) : null;
}

function isSeen(region: Network, { view: [left, top, right, bottom] }: Frame): boolean {
  return region.left < right && region.left + region.width > left && region.top < bottom && region.top + region.height > top;
}

function isNear([x, y]: readonly [number, number], node: NodeData, { view: [left, top, right, bottom] }: Frame): boolean {
  const room = 90 + node.width;
  return x > left - room && x < right + room && y > top - room && y < bottom + room;
}

function n(number: number): number {
  return Math.round(number * 10) / 10;
}
