/** The scene with what is asked of it often: by key, by id, who is joined to whom. */

import type { EdgeData, NodeData, NodeEntry, SceneData } from "./data";
import { makeNetworks, type Network } from "./networks";

export interface Joined {
  edge: EdgeData;
  other: string;
}

export interface Model {
  data: SceneData;
  nodes: ReadonlyMap<string, NodeData>;
  edges: ReadonlyMap<string, EdgeData>;
  /** The relationships of each node, to either side. */
  joined: ReadonlyMap<string, readonly Joined[]>;
  /** What a big picture opens with, and the place of each node's own among them; nodes between networks have none. */
  networks: readonly Network[];
  networkOf: ReadonlyMap<string, number>;
  /** First and last year that anything begins or ends in; null where no day is known. */
  years: [number, number] | null;
  /** The scene is so big that it opens as networks. */
  big: boolean;
}

/** Above this many nodes the picture opens as networks that unfold. */
export const FOLDED_ABOVE = 600;

export function makeModel(data: SceneData): Model {
  const nodes = new Map(data.nodes.map((node) => [node.key, node]));
  // A relationship whose end is missing can neither be drawn nor followed.
  const drawn = data.edges.filter((edge) => nodes.has(edge.source) && nodes.has(edge.target));
  const joined = new Map<string, Joined[]>(data.nodes.map((node) => [node.key, []]));
  for (const edge of drawn) {
    joined.get(edge.source)?.push({ edge, other: edge.target });
    if (edge.source !== edge.target) joined.get(edge.target)?.push({ edge, other: edge.source });
  }
  const networks = makeNetworks(data, nodes);
  return {
    data,
    nodes,
    edges: new Map(drawn.map((edge) => [edge.key, edge])),
    joined,
    networks,
    networkOf: new Map(networks.flatMap((one, place) => one.members.map((key) => [key, place] as const))),
    years: yearsOf(data),
    big: data.nodes.length > FOLDED_ABOVE && networks.length > 1,
  };
}

/** Whether an entry of the legend is about a kind of node; others say what an outline or a colour means. */
export function isOfKind({ kind }: NodeEntry): boolean {
  return kind !== "" && kind !== "ghost" && kind !== "unnamed";
}

/** The year of an ISO day; null for none. */
export function yearOf(day: string | null): number | null {
  const year = day === null ? NaN : Number.parseInt(day.slice(0, 4), 10);
  return Number.isFinite(year) ? year : null;
}

function yearsOf(data: SceneData): [number, number] | null {
  let first = Infinity;
  let last = -Infinity;
  const see = (day: string | null): void => {
    const year = yearOf(day);
    if (year === null) return;
    first = Math.min(first, year);
    last = Math.max(last, year);
  };
  for (const one of [...data.nodes, ...data.edges]) {
    see(one.from);
    see(one.until);
  }
  if (first > last) return null;
  const today = yearOf(data.today);
  return [first, today === null ? last : Math.max(last, Math.min(today, first + 60))];
}

/** Whether something was so at some time in a year, as far as its days are known. */
export function wasSoIn(one: { from: string | null; until: string | null }, year: number): boolean {
  const from = yearOf(one.from);
  const until = yearOf(one.until);
  return (from === null || from <= year) && (until === null || until >= year);
}
