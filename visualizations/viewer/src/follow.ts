/** Following relationships: who is near, and the shortest way between two nodes. */

import type { EdgeData } from "./data";

export interface Found {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

export interface Way {
  /** From the first node to the last; one more than relationships. */
  nodes: string[];
  edges: EdgeData[];
}

type Neighbours = (key: string) => Iterable<{ edge: EdgeData; other: string }>;

/** Everything within so many relationships of a node, itself included. */
export function within(start: string, hops: number, neighbours: Neighbours): Found {
  const nodes = new Set([start]);
  const edges = new Set<string>();
  let border = [start];
  for (let hop = 0; hop < hops && border.length > 0; hop++) {
    const next: string[] = [];
    for (const key of border) {
      for (const { edge, other } of neighbours(key)) {
        edges.add(edge.key);
        if (!nodes.has(other)) {
          nodes.add(other);
          next.push(other);
        }
      }
    }
    border = next;
  }
  return { nodes, edges };
}

/** The shortest way, whichever direction its relationships have; null where there is none. */
export function shortestWay(from: string, to: string, neighbours: Neighbours): Way | null {
  const before = new Map<string, { edge: EdgeData; other: string } | null>([[from, null]]);
  const queue = [from];
  for (const key of queue) {
    if (key === to) break;
    for (const { edge, other } of neighbours(key)) {
      if (!before.has(other)) {
        before.set(other, { edge, other: key });
        queue.push(other);
      }
    }
  }
  if (!before.has(to)) return null;
  const way: Way = { nodes: [to], edges: [] };
  for (let step = before.get(to); step; step = before.get(step.other)) {
    way.nodes.unshift(step.other);
    way.edges.unshift(step.edge);
  }
  return way;
}
