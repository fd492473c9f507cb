import type { LabelingConfig } from '../../config/compile';
import { unlabeledColor } from '../../config/palette';
import { geometryOf, labelsOf, type Entry } from '../../model/document';
import type { View } from '../../state/types';
import { assignLanes, type Span } from './layout';
import type { CodePoints } from './offsets';

/** Labels of a region as they are shown, and the colour of the first one. */
export function regionStyle(region: Entry, config: LabelingConfig): { color: string; titles: string[] } {
  let color: string | null = null;
  const titles: string[] = [];
  for (const element of region.elements) {
    const control = config.controls.get(element.from_name ?? '');
    for (const name of labelsOf(element)) {
      const label = control?.labels.find((candidate) => candidate.name === name);
      color ??= label?.color ?? null;
      titles.push(label?.title ?? name);
    }
  }
  return { color: color ?? unlabeledColor, titles };
}

/** Regions with offsets as spans over the text; hidden ones and those that cannot be placed are left out. */
export function spansOf(
  regions: readonly Entry[],
  points: CodePoints,
  config: LabelingConfig,
  hidden: View['hidden'],
): Span[] {
  const spans = regions.flatMap((region): Omit<Span, 'lane'>[] => {
    const { start, end } = geometryOf(region);
    if (typeof start !== 'number' || typeof end !== 'number' || hidden[region.id] === true) return [];
    const { color, titles } = regionStyle(region, config);
    return [
      {
        id: region.id,
        start: points.toUnits(start),
        end: points.toUnits(end),
        color,
        label: titles.join(', '),
        state: 'plain',
      },
    ];
  });
  return assignLanes(spans);
}

/** Marks selected and hovered spans. A list without any of them is given back as it is. */
export function markSpans(
  spans: Span[],
  { selection, hovered, relationFrom }: Pick<View, 'selection' | 'hovered' | 'relationFrom'>,
): Span[] {
  const selected = new Set(selection);
  if (!spans.some(({ id }) => id === hovered || selected.has(id))) return spans;
  return spans.map((span): Span => {
    if (selected.has(span.id)) return { ...span, state: 'selected' };
    return span.id === hovered ? { ...span, state: relationFrom === null ? 'hovered' : 'candidate' } : span;
  });
}
