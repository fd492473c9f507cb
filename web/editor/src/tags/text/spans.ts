import type { ChoiceDefinition, LabelingConfig } from '../../config/compile';
import { attrText } from '../../config/attributes';
import { labelColor, unlabeledColor } from '../../config/palette';
import { geometryOf, labelsOf, ownValue, type Entry } from '../../model/document';
import type { View } from '../../state/types';
import { pathsFrom } from '../choices/selection';
import { assignLanes, type Span } from './layout';
import type { CodePoints } from './offsets';

export interface RegionStyle {
  /** Of the first label that has one. */
  color: string;
  /** Labels as they are shown. */
  titles: string[];
  /** Whether a label is not in the config any more. */
  outdated: boolean;
}

/** How a region's labels look. */
export function regionStyle(region: Entry, config: LabelingConfig): RegionStyle {
  let color: string | null = null;
  let outdated = false;
  const titles: string[] = [];
  for (const element of region.elements) {
    const control = config.controls.get(element.from_name ?? '');
    if (control?.labeling === true) {
      for (const path of pathsFrom(ownValue(element))) {
        const named = namedPath(control.choices, path);
        color ??= named.color;
        titles.push(named.title);
      }
    }
    for (const name of labelsOf(element)) {
      const label = control?.labels.find((candidate) => candidate.name === name);
      color ??= label?.color ?? null;
      outdated ||= label === undefined;
      titles.push(label?.title ?? name);
    }
  }
  return { color: color ?? unlabeledColor, titles, outdated };
}

/** Title of the last choice of a path; its colour is that of the deepest one that has its own, else goes by the top one. */
function namedPath(
  choices: readonly ChoiceDefinition[],
  path: readonly string[],
): { title: string; color: string | null } {
  const top = choices.findIndex(({ name }) => name === path[0]);
  let title = path.at(-1) ?? '';
  let color = top < 0 ? null : labelColor(undefined, top);
  let below = choices;
  for (const step of path) {
    const choice = below.find(({ name }) => name === step);
    if (choice === undefined) break;
    if (step === path.at(-1)) ({ title } = choice);
    if (attrText(choice.node, 'color') !== undefined) color = labelColor(attrText(choice.node, 'color'), top);
    below = choice.children;
  }
  return { title, color };
}

/** A region on the text before it is known what it overlaps. */
export type PlacedSpan = Omit<Span, 'lane'>;

/** Regions with offsets as spans over the text; hidden ones and those that cannot be placed are left out. */
export function spansOf(
  regions: readonly Entry[],
  points: CodePoints,
  config: LabelingConfig,
  hidden: View['hidden'],
  /** Spans of unchanged regions, kept from one time to the next; belongs to one text and config. */
  known: WeakMap<Entry, PlacedSpan | null> = new WeakMap(),
): Span[] {
  const spans = regions.flatMap((region): PlacedSpan[] => {
    if (hidden[region.id] === true) return [];
    let span = known.get(region);
    if (span === undefined) {
      span = placeRegion(region, points, config);
      known.set(region, span);
    }
    return span === null ? [] : [span];
  });
  return assignLanes(spans);
}

function placeRegion(region: Entry, points: CodePoints, config: LabelingConfig): PlacedSpan | null {
  const { start, end } = geometryOf(region);
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  const { color, titles } = regionStyle(region, config);
  return {
    id: region.id,
    start: points.toUnits(start),
    end: points.toUnits(end),
    color,
    label: titles.join(', '),
    state: 'plain',
  };
}

/** Marks selected and hovered spans. Lists without any of them are given back as they are. */
export function markSpans(
  lists: Span[][],
  { selection, hovered, relationFrom }: Pick<View, 'selection' | 'hovered' | 'relationFrom'>,
): Span[][] {
  const states = new Map<string, Span['state']>();
  if (hovered !== null) states.set(hovered, relationFrom === null ? 'hovered' : 'candidate');
  for (const id of selection) states.set(id, 'selected');
  return lists.map((spans) =>
    spans.some(({ id }) => states.has(id))
      ? spans.map((span) => ({ ...span, state: states.get(span.id) ?? span.state }))
      : spans,
  );
}
