/** What of the scene is shown, and what of that is lit, for a state of the page. */

import type { EdgeData, NodeData } from "./data";
import { shortestWay, within, type Way } from "./follow";
import { wasSoIn, type Joined, type Model } from "./model";
import type { State } from "./state";

/** A bundle of relationships between two places that are not both unfolded. */
export interface Bundle {
  from: Place;
  to: Place;
  count: number;
}

/** A node by its key, or a folded network by its place. */
export type Place = string | number;

export interface Shown {
  nodes: readonly NodeData[];
  edges: readonly EdgeData[];
  /** What passes the filters, unfolded or not. */
  passing: ReadonlySet<string>;
  /** Places of the folded networks, with how many nodes of each kind pass. */
  folded: ReadonlyMap<number, ReadonlyMap<string, number>>;
  bundles: readonly Bundle[];
  neighbours: (key: string) => Joined[];
}

/** What stands out; everything else is dimmed. */
export interface Lit {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

export interface Attention {
  lit: Lit | null;
  /** The way asked for; null where none is asked for, or there is none. */
  way: Way | null;
}

export function computeShown(model: Model, state: State): Shown {
  const passing = passingNodes(model, state);
  const edges = [...model.edges.values()].filter((edge) => passesEdge(edge, state, passing));
  const foldedIn = (key: string): number | null => {
    const place = state.open === "all" ? undefined : model.networkOf.get(key);
    return place === undefined || (state.open !== "all" && state.open.has(place)) ? null : place;
  };
  const nodes: NodeData[] = [];
  const folded = new Map<number, Map<string, number>>();
  for (const key of passing) {
    const node = model.nodes.get(key);
    if (!node) continue;
    const place = foldedIn(key);
    if (place === null) {
      nodes.push(node);
      continue;
    }
    let kinds = folded.get(place);
    if (!kinds) folded.set(place, (kinds = new Map()));
    kinds.set(node.kind, (kinds.get(node.kind) ?? 0) + 1);
  }
  const drawn: EdgeData[] = [];
  const bundles = new Map<string, Bundle>();
  const place = (key: string): Place => foldedIn(key) ?? key;
  for (const edge of edges) {
    const [from, to] = [place(edge.source), place(edge.target)];
    if (typeof from === "string" && typeof to === "string") drawn.push(edge);
    else if (from !== to) {
      const [one, other] = String(from) < String(to) ? [from, to] : [to, from];
      const bundle = bundles.get(`${one} ${other}`);
      if (bundle) bundle.count += 1;
      else bundles.set(`${one} ${other}`, { from: one, to: other, count: 1 });
    }
  }
  const allowed = new Set(edges.map((edge) => edge.key));
  const neighbours = (key: string): Joined[] => (model.joined.get(key) ?? []).filter((one) => allowed.has(one.edge.key));
  return { nodes, edges: drawn, passing, folded, bundles: [...bundles.values()], neighbours };
}

/** Whether two states show the same nodes and relationships, so that nothing needs to be computed again. */
export function showsTheSame(one: State, other: State): boolean {
  return (
    one.hiddenKinds === other.hiddenKinds &&
    one.hiddenTypes === other.hiddenTypes &&
    one.hiddenBases === other.hiddenBases &&
    one.office === other.office &&
    one.year === other.year &&
    one.open === other.open &&
    one.off.has("ghosts") === other.off.has("ghosts")
  );
}

/** A way between two nodes comes first, then what is selected, then the step of the story. */
export function attention(model: Model, state: State, shown: Shown): Attention {
  const { path, selected } = state;
  if (path?.to) {
    const way = shortestWay(path.from, path.to, shown.neighbours);
    if (way) return { lit: { nodes: new Set(way.nodes), edges: new Set(way.edges.map((edge) => edge.key)) }, way };
    return { lit: { nodes: new Set([path.from, path.to]), edges: new Set() }, way: null };
  }
  if (path) return { lit: null, way: null };
  if (selected !== null) {
    const edge = model.edges.get(selected);
    if (edge) return { lit: { nodes: new Set([edge.source, edge.target]), edges: new Set([edge.key]) }, way: null };
    return { lit: within(selected, state.hops, shown.neighbours), way: null };
  }
  const step = state.step === null ? undefined : model.data.steps[state.step];
  if (!step || step.highlight.length === 0) return { lit: null, way: null };
  const nodes = new Set(step.highlight);
  const edges = shown.edges.filter((one) => nodes.has(one.source) && nodes.has(one.target));
  return { lit: { nodes, edges: new Set(edges.map((one) => one.key)) }, way: null };
}

function passingNodes(model: Model, state: State): Set<string> {
  const passes = (node: NodeData): boolean =>
    !state.hiddenKinds.has(node.kind) &&
    !(state.off.has("ghosts") && node.flags.includes("ghost")) &&
    (state.year === null || wasSoIn(node, state.year));
  const nodes = model.data.nodes.filter(passes);
  const { office } = state;
  if (office === null) return new Set(nodes.map((node) => node.key));
  const kept = new Set(nodes.filter((node) => node.offices.includes(office)).map((node) => node.key));
  // What belongs to no office (a topic, a programme) stays beside what is related to it.
  const beside = nodes.filter(
    (node) => node.offices.length === 0 && (model.joined.get(node.key) ?? []).some((one) => kept.has(one.other)),
  );
  for (const node of beside) kept.add(node.key);
  return kept;
}

function passesEdge(edge: EdgeData, state: State, passing: ReadonlySet<string>): boolean {
  return (
    passing.has(edge.source) &&
    passing.has(edge.target) &&
    !state.hiddenTypes.has(edge.type) &&
    !state.hiddenBases.has(edge.basis) &&
    !(state.off.has("ghosts") && edge.flags.includes("ghost")) &&
    (state.year === null || wasSoIn(edge, state.year))
  );
}
