import type { ControlTag } from '../config/compile';
import { isLabelsType, valueKeyOf } from '../config/language';
import type { ResultElement } from '../types';
import {
  directionOf,
  elementOf,
  geometryOf,
  head,
  isClassificationOf,
  isReadOnly,
  labelsOf,
  type AnnotationDocument,
  type Direction,
  type Entry,
} from './document';
import { newId } from './ids';
import { omit } from './omit';

/*
 * Changes to a document. Each function changes the document it is given, which is a draft of the history;
 * none of them looks at selection, locks or anything else that is not stored.
 */

/** One control's part of a new region. */
export interface NewElement {
  control: ControlTag;
  /** The control's own value; left out for pure geometry. */
  value?: unknown;
}

export interface NewRegion {
  id: string;
  /** Name of the object the region lies on. */
  object: string;
  /** In the order of writing; the first one carries the geometry. */
  elements: NewElement[];
  geometry: Record<string, unknown>;
  /** Top-level keys every element repeats, such as `original_width`. */
  shared?: Record<string, unknown>;
}

export function addRegion(document: AnnotationDocument, region: NewRegion): void {
  const elements = region.elements.map(({ control, value }): ResultElement => {
    const key = valueKeyOf(control.tag);
    return {
      id: region.id,
      from_name: control.name,
      to_name: region.object,
      type: control.tag,
      value: { ...region.geometry, ...(key !== null && value !== undefined ? { [key]: value } : {}) },
      origin: 'manual',
      ...region.shared,
    };
  });
  document.entries[region.id] = { id: region.id, kind: 'region', elements };
  document.order.push(region.id);
}

/** Moves or resizes a region: the same change in each of its elements. */
export function setGeometry(
  document: AnnotationDocument,
  id: string,
  geometry: Record<string, unknown>,
  shared: Record<string, unknown> = {},
): void {
  const region = document.entries[id];
  if (region === undefined) return;
  for (const element of region.elements) {
    const ownKey = valueKeyOf(element.type);
    const changes = Object.entries(geometry).filter(([key]) => key !== ownKey);
    element.value = { ...element.value, ...Object.fromEntries(changes) };
    Object.assign(element, shared);
  }
  markChanged(region);
}

/** Sets top-level keys in every element of a region that say how it is shown, not what it is: origin stays. */
export function setShared(document: AnnotationDocument, id: string, shared: Record<string, unknown>): void {
  for (const element of document.entries[id]?.elements ?? []) Object.assign(element, shared);
}

/**
 * Gives a region the labels of one control, adding the control's element when the region has none.
 * An element without labels stays only where `keepEmpty` says so or nothing else would hold the region.
 */
export function setLabels(
  document: AnnotationDocument,
  id: string,
  control: ControlTag,
  labels: readonly string[],
  keepEmpty: boolean,
): void {
  const region = document.entries[id];
  if (region === undefined) return;
  const element = elementOf(region, control.name);
  if (element !== undefined && sameList(labelsOf(element), labels)) return;
  const others = region.elements.filter((other) => other !== element && holdsRegion(other));
  if (labels.length === 0 && !keepEmpty && others.length > 0) {
    region.elements = region.elements.filter((other) => other !== element);
  } else if (element === undefined) {
    insertElement(region, control, [...labels]);
  } else {
    const key = valueKeyOf(element.type) ?? control.tag;
    element.value = { ...element.value, [key]: [...labels] };
  }
  markChanged(region);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Whether an element alone makes a region: it is geometry or labels, not an answer about the region. */
function holdsRegion(element: ResultElement): boolean {
  return isLabelsType(element.type) || valueKeyOf(element.type) === null;
}

export interface ValueScope {
  /** Region of a perRegion control. */
  regionId?: string;
  /** Item of a perItem control, or of the region's object. */
  item?: number;
}

/** Sets a control's own value; undefined takes the answer back. */
export function setValue(
  document: AnnotationDocument,
  control: ControlTag,
  value: unknown,
  scope: ValueScope = {},
): void {
  if (scope.regionId === undefined) setClassification(document, control, value, scope.item);
  else setRegionValue(document, scope.regionId, control, value);
}

function setClassification(
  document: AnnotationDocument,
  control: ControlTag,
  value: unknown,
  item: number | undefined,
): void {
  const id = document.order.find((key) => {
    const entry = document.entries[key];
    return entry !== undefined && isClassificationOf(entry, control.name, item);
  });
  const entry = id === undefined ? undefined : document.entries[id];
  if (value === undefined) {
    if (entry !== undefined) removeEntry(document, entry.id);
    return;
  }
  const key = valueKeyOf(control.tag) ?? control.tag;
  if (entry !== undefined) {
    const element = head(entry);
    element.value = { ...element.value, [key]: value };
    markChanged(entry);
    return;
  }
  const created = newId();
  const element: ResultElement = {
    id: created,
    from_name: control.name,
    to_name: control.toName,
    type: control.tag,
    value: { [key]: value },
    origin: 'manual',
  };
  if (item !== undefined) element.item_index = item;
  document.entries[created] = { id: created, kind: 'classification', elements: [element] };
  document.order.push(created);
}

function setRegionValue(document: AnnotationDocument, id: string, control: ControlTag, value: unknown): void {
  const region = document.entries[id];
  if (region === undefined) return;
  const element = elementOf(region, control.name);
  if (value === undefined) {
    if (element === undefined || region.elements.length === 1) return;
    region.elements = region.elements.filter((other) => other !== element);
  } else if (element === undefined) {
    insertElement(region, control, value);
  } else {
    const key = valueKeyOf(element.type) ?? control.tag;
    element.value = { ...element.value, [key]: value };
  }
  markChanged(region);
}

function removeEntry(document: AnnotationDocument, id: string): void {
  Reflect.deleteProperty(document.entries, id);
  document.order = document.order.filter((key) => key !== id);
}

/** Adds a control's element to a region, repeating what all elements of the region share. */
function insertElement(region: Entry, control: ControlTag, value: unknown): void {
  const first = head(region);
  const key = valueKeyOf(control.tag) ?? control.tag;
  region.elements.push({
    ...omit(first, 'score', 'value'),
    from_name: control.name,
    type: control.tag,
    value: { ...geometryOf(region), [key]: value },
  });
}

/** A region that came from a model and was touched is no longer the model's. */
function markChanged(entry: Entry): void {
  for (const element of entry.elements) {
    if (element.origin === 'prediction') element.origin = 'prediction-changed';
  }
}

/** Deletes regions with their relations; children move up to the parent's parent. Read-only regions stay. */
export function deleteRegions(document: AnnotationDocument, ids: readonly string[]): void {
  const deleted = new Map<string, string | undefined>();
  for (const id of ids) {
    const region = document.entries[id];
    if (region?.kind === 'region' && !isReadOnly(region)) deleted.set(id, head(region).parentID);
  }
  if (deleted.size === 0) return;
  for (const id of document.order) {
    const child = document.entries[id];
    let parent = child === undefined ? undefined : head(child).parentID;
    if (child === undefined || parent === undefined || deleted.has(id) || !deleted.has(parent)) continue;
    while (parent !== undefined && deleted.has(parent)) parent = deleted.get(parent);
    writeParent(child, parent);
  }
  for (const id of deleted.keys()) Reflect.deleteProperty(document.entries, id);
  document.order = document.order.filter((id) => !deleted.has(id));
  document.relations = document.relations.filter(
    ({ element }) => !deleted.has(element.from_id ?? '') && !deleted.has(element.to_id ?? ''),
  );
}

/** Copies regions in place, with new ids and without their relations. Gives the ids of the copies. */
export function duplicateRegions(document: AnnotationDocument, ids: readonly string[]): string[] {
  const sources = ids.flatMap((id) => document.entries[id]?.elements ?? []);
  return insertElements(document, sources);
}

/** Adds copies of region elements under new ids, one per source id. Gives the new ids. */
export function insertElements(document: AnnotationDocument, elements: readonly ResultElement[]): string[] {
  const renamed = new Map<string, string>();
  for (const source of elements) {
    const sourceId = source.id ?? newId();
    const id = renamed.get(sourceId) ?? newId();
    const element = { ...omit(source, 'readonly'), id, value: { ...source.value } } as ResultElement;
    const entry = document.entries[id];
    if (entry === undefined) {
      renamed.set(sourceId, id);
      document.entries[id] = { id, kind: 'region', elements: [element] };
      document.order.push(id);
    } else entry.elements.push(element);
  }
  return [...renamed.values()];
}

/** Replaces the notes of a region; an empty list removes them and keeps whatever else its meta holds. */
export function setNotes(document: AnnotationDocument, id: string, notes: readonly string[]): void {
  const region = document.entries[id];
  if (region === undefined) return;
  for (const element of region.elements) {
    const rest: Record<string, unknown> = omit(element.meta ?? {}, 'text');
    const meta = notes.length > 0 ? { ...rest, text: [...notes] } : rest;
    if (Object.keys(meta).length > 0) element.meta = meta;
    else delete element.meta;
  }
}

/** Nests a region under another, or at the root. Refused when the parent lies inside the region itself. */
export function setParent(document: AnnotationDocument, id: string, parentId: string | undefined): boolean {
  const region = document.entries[id];
  if (region === undefined) return false;
  for (let at = parentId; at !== undefined; at = parentOf(document, at)) {
    if (at === id) return false;
  }
  writeParent(region, parentId);
  return true;
}

function parentOf(document: AnnotationDocument, id: string): string | undefined {
  const region = document.entries[id];
  return region === undefined ? undefined : head(region).parentID;
}

function writeParent(region: Entry, parentId: string | undefined): void {
  for (const element of region.elements) {
    if (parentId === undefined) delete element.parentID;
    else element.parentID = parentId;
  }
}

/** Connects two regions; the same pair is connected only once. Gives false when nothing was added. */
export function addRelation(document: AnnotationDocument, fromId: string, toId: string): boolean {
  const known = document.relations.some(
    ({ element }) => element.from_id === fromId && element.to_id === toId,
  );
  if (known || document.entries[fromId]?.kind !== 'region' || document.entries[toId]?.kind !== 'region')
    return false;
  document.relations.push({
    key: newId(),
    element: { from_id: fromId, to_id: toId, type: 'relation', direction: 'right' },
  });
  return true;
}

export function deleteRelation(document: AnnotationDocument, key: string): void {
  document.relations = document.relations.filter((relation) => relation.key !== key);
}

const nextDirection: Record<Direction, Direction> = { right: 'left', left: 'bi', bi: 'right' };

/** Turns a relation: right, left, both, and again. */
export function cycleDirection(document: AnnotationDocument, key: string): void {
  const relation = document.relations.find((candidate) => candidate.key === key);
  if (relation !== undefined) relation.element.direction = nextDirection[directionOf(relation)];
}

export function setRelationLabels(
  document: AnnotationDocument,
  key: string,
  labels: readonly string[],
): void {
  const relation = document.relations.find((candidate) => candidate.key === key);
  if (relation !== undefined) relation.element.labels = [...labels];
}

/** How many regions use a label of a control. */
export function labelUsages(document: AnnotationDocument, control: string, label: string): number {
  return Object.values(document.entries).filter((entry) => {
    const element = entry.kind === 'region' ? elementOf(entry, control) : undefined;
    return element !== undefined && labelsOf(element).includes(label);
  }).length;
}
