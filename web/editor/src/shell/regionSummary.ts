import type { LabelingConfig } from '../config/compile';
import { geometryOf, head, ownValue, type Entry } from '../model/document';
import { unescapeLineBreaks } from '../tags/text/offsets';

/** Text a region covers, for objects that are read; null for all others. */
export function coveredText(region: Entry): string | null {
  const { text } = geometryOf(region);
  return typeof text === 'string' ? unescapeLineBreaks(text) : null;
}

/** Transcriptions and other texts given to a region by controls that ask to be shown in the list. */
export function listedTexts(region: Entry, config: LabelingConfig): string[] {
  return region.elements.flatMap((element) => {
    const control = config.controls.get(element.from_name ?? '');
    if (element.type !== 'textarea' || control?.node.attrs['displaymode'] !== 'region-list') return [];
    const value = ownValue(element);
    return Array.isArray(value)
      ? value.filter((text) => typeof text === 'string')
      : typeof value === 'string'
        ? [value]
        : [];
  });
}

export function isFromPrediction(region: Entry): boolean {
  return head(region).origin?.startsWith('prediction') === true;
}
