/** Finding nodes by what a reader types: names, aliases and variants, whatever the spelling. */

import type { Language, NodeData } from "./data";
import type { Model } from "./model";
import { searchKey } from "./thai";

/** Keys of the nodes that match, best first: whole names, then beginnings, then short names. */
export function find(model: Model, typed: string, language: Language): string[] {
  const wanted = searchKey(typed);
  if (!wanted) return [];
  const hits: { key: string; rank: number; name: string }[] = [];
  for (const node of model.data.nodes) {
    let rank = Infinity;
    for (const key of keysOf(node)) {
      const at = key.indexOf(wanted);
      if (at < 0) continue;
      const here = key.length === wanted.length ? 0 : at === 0 ? 1000 + key.length : 100_000 + key.length;
      rank = Math.min(rank, here);
    }
    if (rank < Infinity) hits.push({ key: node.key, rank, name: node.name[language] });
  }
  hits.sort((one, other) => one.rank - other.rank || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  return hits.map((hit) => hit.key);
}

const made = new WeakMap<NodeData, string[]>();

/** What a node is searched by; its names, where the store holds no keys of it (it was added by hand). */
function keysOf(node: NodeData): readonly string[] {
  if (node.searchKeys.length > 0) return node.searchKeys;
  let keys = made.get(node);
  if (!keys) made.set(node, (keys = [node.name.th, node.name.en, ...node.lines.th].map(searchKey)));
  return keys;
}
