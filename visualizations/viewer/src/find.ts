/** Finding nodes by what a reader types: names, aliases, variants and labels, whatever the spelling. */

import type { Language } from "./data";
import type { Model } from "./model";
import { searchKey } from "./thai";

/** Keys of the nodes that match, best first: whole names, then beginnings, then short names. */
export function find(model: Model, typed: string, language: Language): string[] {
  const wanted = searchKey(typed);
  if (!wanted) return [];
  const hits: { key: string; rank: number; name: string }[] = [];
  for (const node of model.data.nodes) {
    let rank = Infinity;
    for (const key of node.searchKeys) {
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
