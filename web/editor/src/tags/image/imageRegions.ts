import type { LabelingConfig } from '../../config/compile';
import { head, isReadOnly, type Entry } from '../../model/document';
import type { View } from '../../state/types';
import { regionStyle } from '../text/spans';
import { lookOf } from './imageControls';
import { storedShapeOf, type ReadBitmasks } from './regionShape';
import type { ImageRegion } from './types';

export interface ImageRegionSource {
  config: LabelingConfig;
  /** Page of the image, from 0. */
  item: number;
  hidden: View['hidden'];
  locked: View['locked'];
  /** Numbers of the regions in the list. */
  numbers: ReadonlyMap<string, number>;
  /** Masks stored as pictures that have been read. */
  bitmasks: ReadBitmasks;
}

/** Entries as the canvas takes them; those that have no place on a picture or lie on other pages are left out. */
export function imageRegionsOf(entries: readonly Entry[], source: ImageRegionSource): ImageRegion[] {
  const { config, item, hidden, locked, numbers, bitmasks } = source;
  const found: ImageRegion[] = [];
  for (const entry of entries) {
    if ((head(entry).item_index ?? 0) !== item) continue;
    const { id } = entry;
    const region = regionOf(entry, config, bitmasks, {
      index: numbers.get(id),
      hidden: hidden[id] === true,
      locked: locked[id] === true,
    });
    if (region) found.push(region);
  }
  return found;
}

type Flags = Pick<ImageRegion, 'index' | 'hidden' | 'locked'>;
type Stored = Omit<ImageRegion, keyof Flags>;

// Entries are never changed, only replaced: what was read from one stays true for its config. The canvas knows regions
// by identity, so the same flags give the same region.
const known = new WeakMap<
  Entry,
  { config: LabelingConfig; stored: Stored | null; region: ImageRegion | null }
>();

function regionOf(
  entry: Entry,
  config: LabelingConfig,
  bitmasks: ReadBitmasks,
  flags: Flags,
): ImageRegion | null {
  let cached = known.get(entry);
  // A mask that was not read yet may be by now.
  if (cached?.config !== config || cached.stored === null) {
    cached = { config, stored: readStored(entry, config, bitmasks), region: null };
    known.set(entry, cached);
  }
  const { stored, region } = cached;
  if (!stored) return null;
  if (
    region &&
    region.index === flags.index &&
    region.hidden === flags.hidden &&
    region.locked === flags.locked
  )
    return region;
  cached.region = { ...stored, ...flags };
  return cached.region;
}

function readStored(entry: Entry, config: LabelingConfig, bitmasks: ReadBitmasks): Stored | null {
  const shape = storedShapeOf(entry, bitmasks);
  if (!shape) return null;
  const control = config.controls.get(head(entry).from_name ?? '');
  const look = control && lookOf(control);
  const { color, titles } = regionStyle(entry, config);
  return {
    id: entry.id,
    shape,
    ...look,
    color: titles.length === 0 ? (look?.color ?? color) : color,
    label: titles.join(', '),
    readonly: isReadOnly(entry),
  };
}
