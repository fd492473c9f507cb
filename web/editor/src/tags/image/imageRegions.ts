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
  const { config, item, hidden, locked, numbers } = source;
  const selected = new Set(source.selection);
  const found: ImageRegion[] = [];
  for (const entry of entries) {
    if ((head(entry).item_index ?? 0) !== item) continue;
    const { id } = entry;
    const region = regionOf(entry, config, {
      index: numbers.get(id),
      selected: selected.has(id),
      hidden: hidden[id] === true,
      locked: locked[id] === true,
    });
    if (region) found.push(region);
  }
  return found;
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

type Flags = Pick<ImageRegion, 'index' | 'selected' | 'hidden' | 'locked'>;
type Stored = Omit<ImageRegion, keyof Flags>;

// Entries are never changed, only replaced: what was read from one stays true for its config. The canvas knows regions
// by identity, so the same flags give the same region.
const known = new WeakMap<
  Entry,
  { config: LabelingConfig; stored: Stored | null; region: ImageRegion | null }
>();

function regionOf(entry: Entry, config: LabelingConfig, flags: Flags): ImageRegion | null {
  let cached = known.get(entry);
  if (cached?.config !== config) {
    cached = { config, stored: readStored(entry, config), region: null };
    known.set(entry, cached);
  }
  const { stored, region } = cached;
  if (!stored) return null;
  if (
    region &&
    region.index === flags.index &&
    region.selected === flags.selected &&
    region.hidden === flags.hidden &&
    region.locked === flags.locked
  )
    return region;
  cached.region = { ...stored, ...flags };
  return cached.region;
}

function readStored(entry: Entry, config: LabelingConfig): Stored | null {
  const rect = rectOf(entry);
  if (!rect) return null;
  const control = config.controls.get(head(entry).from_name ?? '');
  const look = control && lookOf(control.node);
  const { color, titles } = regionStyle(entry, config);
  return {
    id: entry.id,
    ...rect,
    ...look,
    color: titles.length === 0 ? (look?.color ?? color) : color,
    label: titles.join(', '),
    readonly: isReadOnly(entry),
  };
}
