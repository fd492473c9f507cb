import type { LabelingConfig } from '../../config/compile';
import { geometryOf, head, isReadOnly, type Entry } from '../../model/document';
import type { View } from '../../state/types';
import { regionStyle } from '../text/spans';
import { lookOf } from './imageControls';
import type { ImageRegion, PercentRect } from './types';

export interface ImageRegionSource {
  config: LabelingConfig;
  /** Page of the image, from 0. */
  item: number;
  selection: readonly string[];
  hidden: View['hidden'];
  locked: View['locked'];
  /** Numbers of the regions in the list. */
  numbers: ReadonlyMap<string, number>;
}

/** Entries as the canvas takes them; those that are no rectangles or lie on other pages are left out. */
export function imageRegionsOf(entries: readonly Entry[], source: ImageRegionSource): ImageRegion[] {
  const selected = new Set(source.selection);
  return entries.flatMap((entry) => {
    if ((head(entry).item_index ?? 0) !== source.item) return [];
    const fixed = fixedPart(entry, source.config);
    if (!fixed) return [];
    return reused(entry, {
      ...fixed,
      index: source.numbers.get(entry.id),
      selected: selected.has(entry.id),
      hidden: source.hidden[entry.id] === true,
      locked: source.locked[entry.id] === true,
    });
  });
}

/** The region's rectangle as stored, without the keys of other shapes; `null` when it is none. */
function rectOf(entry: Entry): PercentRect | null {
  const { x, y, width, height, rotation = 0, points } = geometryOf(entry);
  const numbers = [x, y, width, height, rotation];
  if (points !== undefined || !numbers.every((value) => typeof value === 'number')) return null;
  return {
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
    rotation: Number(rotation),
  };
}

type FixedPart = Omit<ImageRegion, 'index' | 'selected' | 'hidden' | 'locked'>;

// Entries are never changed, only replaced: what was read from one stays true for its config.
const fixedParts = new WeakMap<Entry, { config: LabelingConfig; part: FixedPart | null }>();
const regions = new WeakMap<Entry, ImageRegion>();

function fixedPart(entry: Entry, config: LabelingConfig): FixedPart | null {
  const known = fixedParts.get(entry);
  if (known?.config === config) return known.part;
  const rect = rectOf(entry);
  const control = config.controls.get(head(entry).from_name ?? '');
  const { color, titles } = regionStyle(entry, config);
  const look = control && lookOf(control.node);
  const part = rect && {
    id: entry.id,
    ...rect,
    ...look,
    color: titles.length === 0 ? (look?.color ?? color) : color,
    label: titles.join(', '),
    readonly: isReadOnly(entry),
  };
  fixedParts.set(entry, { config, part });
  return part;
}

/** The region made from this entry before when nothing differs: the canvas knows regions by identity. */
function reused(entry: Entry, region: ImageRegion): ImageRegion {
  const before = regions.get(entry);
  if (before && (Object.keys(region) as (keyof ImageRegion)[]).every((key) => before[key] === region[key]))
    return before;
  regions.set(entry, region);
  return region;
}
