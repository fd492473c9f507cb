import { geometryKeys, isLabelsType, valueKeyOf } from '../config/language';
import type { ResultElement } from '../types';

/**
 * One annotation while it is being worked on. Elements stay in their stored form, so whatever is not edited
 * is written back as it came.
 */
export interface AnnotationDocument {
  entries: Record<string, Entry>;
  /** Keys of `entries` in order of creation, which is the order of writing. */
  order: string[];
  relations: RelationEntry[];
}

/**
 * Elements that belong together.
 * - `region`: one place on an object, with an element per control.
 * - `classification`: one answer of a control.
 * - `opaque`: an element of a kind this editor does not know; never shown, never changed.
 */
export interface Entry {
  /** Region id; a generated key for opaque elements. */
  id: string;
  kind: 'region' | 'classification' | 'opaque';
  /** At least one. */
  elements: ResultElement[];
}

export interface RelationEntry {
  /** Generated; relations have no id of their own. */
  key: string;
  element: ResultElement;
}

export const emptyDocument: AnnotationDocument = { entries: {}, order: [], relations: [] };

export type Direction = 'right' | 'left' | 'bi';

export function directionOf(relation: RelationEntry): Direction {
  const { direction } = relation.element;
  return direction === 'left' || direction === 'bi' ? direction : 'right';
}

/** First element of an entry: the one that carries the geometry and everything elements of a region share. */
export function head(entry: Entry): ResultElement {
  const first = entry.elements[0];
  if (first === undefined) throw new Error(`Entry ${entry.id} has no elements.`);
  return first;
}

/** Entries of a kind, in order. */
export function entriesOf(document: AnnotationDocument, kind: Entry['kind']): Entry[] {
  return document.order.flatMap((id) => {
    const entry = document.entries[id];
    return entry?.kind === kind ? [entry] : [];
  });
}

const regionCache = new WeakMap<AnnotationDocument, Entry[]>();

/** All regions, in order. The same document gives the same array. */
export function regionsOf(document: AnnotationDocument): Entry[] {
  const known = regionCache.get(document);
  if (known !== undefined) return known;
  const regions = entriesOf(document, 'region');
  regionCache.set(document, regions);
  return regions;
}

/** Name of the object a region lies on. */
export function objectOf(region: Entry): string {
  return head(region).to_name ?? '';
}

/** The element a control wrote into an entry. */
export function elementOf(entry: Entry, control: string): ResultElement | undefined {
  return entry.elements.find((element) => element.from_name === control);
}

/** Place of a region: its value without what belongs to controls. */
export function geometryOf(region: Entry): Record<string, unknown> {
  const first = region.elements.find(hasGeometry) ?? head(region);
  const ownKey = valueKeyOf(first.type);
  const geometry: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(first.value ?? {})) {
    const covered = key === 'text' && ownKey !== 'text';
    if (key !== ownKey && (geometryKeys.has(key) || covered)) geometry[key] = value;
  }
  return geometry;
}

export function hasGeometry(element: ResultElement): boolean {
  return Object.keys(element.value ?? {}).some((key) => geometryKeys.has(key));
}

/** Labels of an element, if its control gives labels. */
export function labelsOf(element: ResultElement): string[] {
  if (!isLabelsType(element.type)) return [];
  const key = valueKeyOf(element.type);
  const labels = key === null ? undefined : element.value?.[key];
  return Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : [];
}

/** All label names of a region, without repetition. */
export function regionLabels(region: Entry): string[] {
  return [...new Set(region.elements.flatMap(labelsOf))];
}

/** Notes of a region. */
export function notesOf(region: Entry): string[] {
  const text = head(region).meta?.['text'];
  if (typeof text === 'string') return [text];
  return Array.isArray(text) ? text.filter((line) => typeof line === 'string') : [];
}

/** Confidence of a region: the first element's that has one. */
export function scoreOf(region: Entry): number | null {
  for (const { score } of region.elements) if (typeof score === 'number') return score;
  return null;
}

export function isReadOnly(region: Entry): boolean {
  return region.elements.some((element) => element.readonly === true);
}

/** Whether the entry holds nothing but the classification of this control, on this item where items matter. */
export function isClassificationOf(entry: Entry, control: string, item: number | undefined): boolean {
  if (entry.kind !== 'classification') return false;
  const first = head(entry);
  return first.from_name === control && (first.item_index ?? undefined) === item;
}

/** Own value of the control in an element: its list of choices, its number, … */
export function ownValue(element: ResultElement | undefined): unknown {
  if (element === undefined) return undefined;
  const key = valueKeyOf(element.type);
  return key === null ? undefined : element.value?.[key];
}
