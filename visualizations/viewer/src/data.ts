/**
 * What a page holds: one scene, laid out and styled in Python (`graphmou/export/viewer_data.py` writes exactly this).
 *
 * Every text is plain and in both languages; positions and sizes share one unit, in which label text is `textSize`
 * high, x to the right and y down. Keys (`n0`, `e0`, `r0`) are made by us and never come from data; ids do.
 */

export type Language = "th" | "en";

export interface Text {
  th: string;
  en: string;
}

export interface SceneData {
  version: 1;
  /** The language the page opens in. */
  language: Language;
  title: Text;
  subtitle: Text;
  caption: Text | null;
  /** The day statuses are told as of, and the day the picture is restricted to, if any (ISO). */
  today: string;
  asOf: string | null;
  /** Left, top, right, bottom of everything. */
  bounds: [number, number, number, number];
  textSize: number;
  lineHeight: number;
  nodes: NodeData[];
  edges: EdgeData[];
  regions: RegionData[];
  nodeLegend: NodeEntry[];
  gapLegend: GapEntry[];
  edgeLegend: EdgeEntry[];
  /** The documents that evidence points at, by their place in this list; `text` is title, publisher and date. */
  documents: DocumentData[];
  /** Story mode: empty where the picture tells no story. */
  steps: StepData[];
  /** Labels, relationship types, statuses, bases, severities: our own words as people read them. */
  words: Record<string, Text>;
  /** Node keys of the offices that the office filter offers. */
  offices: string[];
}

export type Shape =
  | "circle" | "square" | "diamond" | "hexagon" | "star" | "triangle" | "triangle-down" | "cylinder" | "pill" | "note";

/** The gravest first. */
export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

export type Flag = "focus" | "ended" | "unnamed" | "ghost";

export interface NodeData {
  key: string;
  /** Our id; empty for a ghost. */
  id: string;
  /** The label: Office, School, ... A ghost has the label of what it stands for. */
  kind: string;
  name: Text;
  /** The label on the picture, broken into lines. */
  lines: { th: string[]; en: string[] };
  /** Names, aliases, variants and labels in the form that search compares (`thai.search_key`). */
  searchKeys: string[];
  x: number;
  y: number;
  width: number;
  height: number;
  shape: Shape;
  colour: string;
  outline: string;
  flags: Flag[];
  /** First and last day it was so, as far as known (ISO): the year slider shows it between them. */
  from: string | null;
  until: string | null;
  /** Keys of the offices it belongs to (itself, UNDER, SIGNED, OVERSEES, through its school or group). */
  offices: string[];
  /** Its region's place in `regions`, or -1. */
  region: number;
  /** What is told of it, line by line: properties, dates in both eras, positions. */
  details: DetailData[];
  evidence: EvidenceData[];
  /** Gaps that the checks found on it. */
  gaps: GapData[];
  /** A ghost stands for this many things that were declared but not named; 0 for everything else. */
  unnamed: number;
}

export interface EdgeData {
  key: string;
  source: string;
  target: string;
  type: string;
  label: Text;
  basis: "stated" | "inferred";
  dashed: boolean;
  colour: string;
  width: number;
  arrow: boolean;
  /** How far its middle lies aside, as a part of its length; 0 is straight. */
  bend: number;
  flags: Flag[];
  from: string | null;
  until: string | null;
  details: DetailData[];
  evidence: EvidenceData[];
  gaps: GapData[];
}

export interface RegionData {
  caption: Text;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Keys of the nodes on it. Above a threshold the viewer opens with one super-node for each region. */
  members: string[];
}

export interface NodeEntry {
  /**
   * The label; "ghost" for what was declared but not named, "unnamed" for groups without a name of their own, both
   * with a dashed outline; empty for what a colour means.
   */
  kind: string;
  text: Text;
  count: number;
  shape: Shape;
  colour: string;
  outline: string;
  dashed: boolean;
}

/** The mark of a gap; `count` nodes carry it. */
export interface GapEntry {
  severity: Severity;
  text: Text;
  count: number;
}

export interface EdgeEntry {
  /** The relationship types that look so; empty for an entry that says what dashes or pale colours mean. */
  types: string[];
  text: Text;
  count: number;
  colour: string;
  width: number;
  dashed: boolean;
  arrow: boolean;
}

export interface DocumentData {
  id: string;
  text: Text;
}

export interface DetailData {
  heading: Text;
  text: Text;
}

export interface EvidenceData {
  document: number;
  start: number;
  end: number;
  phrase: string;
}

export interface GapData {
  check: string;
  severity: Severity;
  message: Text;
}

export interface StepData {
  title: Text;
  caption: Text;
  /** Keys of the nodes that this step speaks of; everything else is dimmed. Empty: the whole picture. */
  highlight: string[];
}
