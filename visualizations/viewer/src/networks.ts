/** The networks that a big picture opens with: its regions, or where these are too many, those of each office together. */

import type { NodeData, RegionData, SceneData, Text } from "./data";

export interface Network {
  caption: Text;
  left: number;
  top: number;
  width: number;
  height: number;
  members: readonly string[];
}

/** More folded networks than this nobody overlooks. */
const MANY = 150;
/** Grounds that cover more than this times the picture lie across each other. */
const CROWDED = 1.25;

export function makeNetworks(data: SceneData, nodes: ReadonlyMap<string, NodeData>): readonly Network[] {
  if (data.regions.length <= MANY) return data.regions;
  const byOffice = new Map<string, RegionData[]>();
  data.regions.forEach((region, place) => {
    const office = officeOf(region, nodes) ?? `region ${place}`;
    const found = byOffice.get(office);
    if (found) found.push(region);
    else byOffice.set(office, [region]);
  });
  const merged = [...byOffice].map(([office, regions]) => together(regions, nodes.get(office)?.name ?? null));
  const [left, top, right, bottom] = data.bounds;
  const covered = merged.reduce((sum, one) => sum + one.width * one.height, 0);
  const isBetter = merged.length <= data.regions.length / 2 && covered <= (right - left) * (bottom - top) * CROWDED;
  return isBetter ? merged : data.regions;
}

/** The office that most members belong to. */
function officeOf(region: RegionData, nodes: ReadonlyMap<string, NodeData>): string | undefined {
  const counts = new Map<string, number>();
  for (const key of region.members) {
    for (const office of nodes.get(key)?.offices ?? []) counts.set(office, (counts.get(office) ?? 0) + 1);
  }
  return [...counts].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1))[0]?.[0];
}

function together(regions: RegionData[], caption: Text | null): Network {
  const first = regions[0] as RegionData;
  let [left, top, right, bottom] = [first.left, first.top, first.left + first.width, first.top + first.height];
  for (const one of regions) {
    left = Math.min(left, one.left);
    top = Math.min(top, one.top);
    right = Math.max(right, one.left + one.width);
    bottom = Math.max(bottom, one.top + one.height);
  }
  const members = regions.flatMap((one) => one.members);
  return { caption: caption ?? first.caption, left, top, width: right - left, height: bottom - top, members };
}
