import { tagInfo } from '../config/language';
import {
  geometryOf,
  head,
  regionLabels,
  regionsOf,
  scoreOf,
  type AnnotationDocument,
  type Entry,
} from '../model/document';
import type { Settings } from '../state/settings';

/** A row of the region list: a region, or the head of a group. */
export type RegionRow =
  | { kind: 'region'; key: string; region: Entry; index: number; depth: number }
  | { kind: 'group'; key: string; label: string; ids: string[] };

/** Regions with the numbers they have in the list, from 1. */
export function numberRegions(document: AnnotationDocument, settings: Settings): Map<string, number> {
  return new Map(ordered(regionsOf(document), settings).map((region, index) => [region.id, index + 1]));
}

/**
 * Rows in the order and grouping the person chose; regions that are not `wanted` are left out and keep their numbers.
 * In a group, a region with two labels appears under both.
 */
export function regionRows(
  document: AnnotationDocument,
  settings: Settings,
  wanted: (region: Entry, index: number) => boolean = () => true,
): RegionRow[] {
  const all = ordered(regionsOf(document), settings);
  const numbers = new Map(all.map((region, index) => [region.id, index + 1]));
  const regions = all.filter((region, index) => wanted(region, index + 1));
  const row = (region: Entry, depth: number, group = ''): RegionRow => ({
    kind: 'region',
    key: `${group}/${region.id}`,
    region,
    index: numbers.get(region.id) ?? 0,
    depth,
  });
  if (settings.regionGrouping === 'manual') return tree(regions, row);
  const groups = new Map<string, Entry[]>();
  for (const region of regions) {
    const names = settings.regionGrouping === 'tool' ? [toolOf(region)] : regionLabels(region);
    for (const name of names.length > 0 ? names : ['']) append(groups, name, region);
  }
  return [...groups].flatMap(([label, members]) => [
    { kind: 'group', key: `group/${label}`, label, ids: members.map(({ id }) => id) },
    ...members.map((region) => row(region, 1, label)),
  ]);
}

/** The tool a region was made with, as its control is called: `Rectangle` of `rectanglelabels`. */
function toolOf(region: Entry): string {
  return (tagInfo(head(region).type)?.name ?? head(region).type).replace(/Labels$/, '') || 'Labels';
}

/** Where a region begins in time or in a text; those without such a place come last. */
function startOf(region: Entry): number {
  const start = Number(geometryOf(region)['start'] ?? NaN);
  return Number.isNaN(start) ? Infinity : start;
}

function ordered(regions: readonly Entry[], { regionOrder, regionOrderDescending }: Settings): Entry[] {
  const list = [...regions];
  if (regionOrder === 'score') list.sort((a, b) => (scoreOf(a) ?? 0) - (scoreOf(b) ?? 0));
  if (regionOrder === 'start') list.sort((a, b) => compare(startOf(a), startOf(b)));
  return regionOrderDescending ? list.reverse() : list;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Children below their parents; a region whose parent is gone, or part of a circle, stands at the root. */
function tree(regions: readonly Entry[], row: (region: Entry, depth: number) => RegionRow): RegionRow[] {
  const known = new Set(regions.map(({ id }) => id));
  const children = new Map<string | undefined, Entry[]>();
  for (const region of regions) {
    const parent = head(region).parentID;
    const at = parent !== undefined && known.has(parent) ? parent : undefined;
    append(children, at, region);
  }
  if (children.size <= 1 && children.has(undefined)) return regions.map((region) => row(region, 0));
  const seen = new Set<string>();
  const visit = (list: readonly Entry[], depth: number): RegionRow[] =>
    list.flatMap((region) => {
      if (seen.has(region.id)) return [];
      seen.add(region.id);
      return [row(region, depth), ...visit(children.get(region.id) ?? [], depth + 1)];
    });
  const rows = visit(children.get(undefined) ?? [], 0);
  return [
    ...rows,
    ...visit(
      regions.filter(({ id }) => !seen.has(id)),
      0,
    ),
  ];
}

function append<K>(lists: Map<K, Entry[]>, key: K, region: Entry): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [region]);
  else list.push(region);
}
