/** How a node or relationship looks: the colours of the data, the theme, and the reader's switches. */

import type { EdgeData, NodeData } from "./data";
import { labelBelow } from "./shapes";
import type { State, Theme } from "./state";

/** Colours of what is no data. */
export interface Palette {
  theme: Theme;
  ground: string;
  region: string;
  regionRim: string;
  folded: string;
  ink: string;
  faint: string;
  accent: string;
  bundle: string;
}

export const PALETTES: Record<Theme, Palette> = {
  light: {
    theme: "light",
    ground: "#ffffff",
    region: "#f6f8fa",
    regionRim: "#e3e8ec",
    folded: "#edf2f6",
    ink: "#1c2024",
    faint: "#555e66",
    accent: "#0068a3",
    bundle: "#b9c4cc",
  },
  dark: {
    theme: "dark",
    ground: "#15191d",
    region: "#1b2126",
    regionRim: "#2b343b",
    folded: "#232b32",
    ink: "#edf1f4",
    faint: "#a9b4bd",
    accent: "#6cc0ff",
    bundle: "#4a5761",
  },
};

export const SEVERITY = { error: "#c44000", warning: "#b36b00", info: "#0068a3" } as const;

/** The part by which Python's `faded` mixes white into a colour. */
const FADED = 0.55;
const DIMMED = 0.86;

export interface Look {
  fill: string;
  rim: string;
  width: number;
  dash: readonly number[] | undefined;
}

const GHOST_DASH = [4, 3] as const;
const INFERRED_DASH = [7, 5] as const;

export function nodeLook(node: NodeData, state: State, palette: Palette, dimmed: boolean): Look {
  const ghost = node.flags.includes("ghost");
  const fill = ghost ? palette.ground : labelBelow(node.shape) ? base(node, node.colour) : tag(base(node, node.colour), palette);
  const rim = onGround(node.outline, palette);
  const tint = (colour: string): string => tinted(colour, palette, isFaded(node, state), dimmed);
  return {
    fill: ghost ? fill : tint(fill),
    rim: tint(rim),
    width: node.flags.includes("focus") ? 4 : 1.5,
    dash: ghost || node.flags.includes("unnamed") ? GHOST_DASH : undefined,
  };
}

export function edgeLook(edge: EdgeData, state: State, palette: Palette, dimmed: boolean): Look {
  const ghost = edge.flags.includes("ghost");
  const colour = tinted(onGround(base(edge, edge.colour), palette), palette, isFaded(edge, state), dimmed);
  const dashed = ghost || (edge.dashed && !state.off.has("dashes"));
  return { fill: colour, rim: colour, width: edge.width, dash: dashed ? (ghost ? GHOST_DASH : INFERRED_DASH) : undefined };
}

/** A tag's fill: its label stands on it, so it is dark on a dark ground. */
function tag(colour: string, palette: Palette): string {
  return palette.theme === "dark" ? mixed(colour, palette.ground, 0.8) : colour;
}

/** Black or white, whichever is read on this colour. */
export function inkOn(colour: string): string {
  return contrast(colour, "#1c2024") >= contrast(colour, "#ffffff") ? "#1c2024" : "#ffffff";
}

/** As of a year nothing that is shown has ended. */
function isFaded(one: NodeData | EdgeData, state: State): boolean {
  return one.flags.includes("ended") && !state.off.has("fading") && state.year === null;
}

/** Of what has ended the data holds the faded colour: the one it had before. */
function base(one: NodeData | EdgeData, colour: string): string {
  if (!one.flags.includes("ended")) return colour;
  return write(read(colour).map((part) => (part - 255 * FADED) / (1 - FADED)));
}

function tinted(colour: string, palette: Palette, faded: boolean, dimmed: boolean): string {
  let shown = colour;
  if (faded) shown = mixed(shown, palette.ground, FADED);
  return dimmed ? mixed(shown, palette.ground, DIMMED) : shown;
}

/** `colour`, lightened on a dark ground until it stands out from it. */
export function onGround(colour: string, palette: Palette): string {
  if (palette.theme === "light") return colour;
  let shown = colour;
  for (let step = 0; step < 8 && contrast(shown, palette.ground) < 3.2; step++) shown = mixed(shown, "#ffffff", 0.22);
  return shown;
}

export function mixed(colour: string, other: string, part: number): string {
  const [one, two] = [read(colour), read(other)];
  return write(one.map((value, place) => value + ((two[place] ?? 0) - value) * part));
}

export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = read(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function read(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0);
}

function write(parts: number[]): string {
  return `#${parts.map((part) => Math.min(255, Math.max(0, Math.round(part))).toString(16).padStart(2, "0")).join("")}`;
}
