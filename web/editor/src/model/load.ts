import type { ControlTag, LabelingConfig } from '../config/compile';
import { isControlType, isLabelsType, valueKeyOf } from '../config/language';
import type { ResultElement } from '../types';
import { hasGeometry, head, type AnnotationDocument, type Entry } from './document';
import { newId } from './ids';
import { omit } from './omit';

/** Why an element of the stored result is not part of the loaded annotation. */
export interface DroppedElement {
  reason: 'control-missing' | 'object-missing' | 'region-missing';
  /** Name of what is missing. */
  name: string;
  element: ResultElement;
}

export interface LoadedDocument {
  document: AnnotationDocument;
  /** Ids of regions that start hidden. */
  hidden: string[];
  dropped: DroppedElement[];
}

/** What a tag changes in elements that were stored in an older or looser form. */
export type ElementNormalizer = (element: ResultElement) => ResultElement;

export interface LoadOptions {
  /** True for predictions: elements become suggestions of a model. */
  fromPrediction?: boolean;
  /** Normalizer for an element, by its object's or control's tag. */
  normalizerFor?: (tag: string) => ElementNormalizer | undefined;
}

/** Reads a stored result. Nothing is shown of dropped elements, but they are reported. */
export function loadResult(
  result: readonly ResultElement[],
  config: LabelingConfig,
  options: LoadOptions = {},
): LoadedDocument {
  const document: AnnotationDocument = { entries: {}, order: [], relations: [] };
  const hidden: string[] = [];
  const dropped: DroppedElement[] = [];
  const regionIds = new Set(result.filter(isRegion).map((element) => element.id));
  for (const stored of result) {
    if (stored.type === 'relation') continue;
    const bound = bind(stored, config);
    if ('reason' in bound) {
      dropped.push(bound);
      continue;
    }
    if (stored.hidden === true && typeof stored.id === 'string') hidden.push(stored.id);
    if (bound.opaque) addEntry(document, newId(), 'opaque', stored);
    else place(document, clean(bound.element, config, options), regionIds);
  }
  keepLastClassification(document);
  for (const stored of result) {
    if (stored.type === 'relation') addRelation(document, stored, dropped);
  }
  return { document, hidden: [...new Set(hidden)], dropped };
}

type Bound = { element: ResultElement; opaque: boolean } | DroppedElement;

/** Finds the control an element belongs to. Elements of renamed controls move to the one that fits best. */
function bind(element: ResultElement, config: LabelingConfig): Bound {
  const type = element.type === 'htmllabels' ? 'hypertextlabels' : element.type;
  const control = config.controls.get(element.from_name ?? '');
  if (control !== undefined) {
    const twin = isLabelsType(control.tag) && isLabelsType(type);
    if (control.tag !== type && !twin) return { element, opaque: true };
    if (!targetExists(element, config)) {
      return { reason: 'object-missing', name: element.to_name ?? '', element };
    }
    return { element, opaque: false };
  }
  if (!isControlType(type)) return { element, opaque: true };
  const match = replacementFor(type, element.to_name ?? '', config);
  if (match === undefined) return { reason: 'control-missing', name: element.from_name ?? '', element };
  const key = valueKeyOf(type);
  const value = Object.fromEntries(Object.entries(element.value ?? {}).filter(([name]) => name !== key));
  return { element: { ...element, from_name: match.name, type: match.tag, value }, opaque: false };
}

/** Another control on the same object that can take over regions of a drawing or labels control. */
function replacementFor(type: string, toName: string, config: LabelingConfig): ControlTag | undefined {
  if (!isLabelsType(type) && valueKeyOf(type) !== null) return undefined;
  const candidates = [...config.controls.values()].filter((control) => control.toNames.includes(toName));
  for (const tag of [type.replace(/labels$/, ''), type, 'labels']) {
    const match = candidates.find((control) => control.tag === tag);
    if (match !== undefined) return match;
  }
  return undefined;
}

function targetExists(element: ResultElement, config: LabelingConfig): boolean {
  const target = element.to_name ?? '';
  return (
    config.objects.has(target) ||
    config.controls.has(target) ||
    target.split(',').every((name) => config.objects.has(name))
  );
}

function clean(
  element: ResultElement,
  config: LabelingConfig,
  { fromPrediction, normalizerFor }: LoadOptions,
): ResultElement {
  const { normalization, parent_id: parentId } = element;
  let cleaned = omit(element, 'hidden', 'locked', 'normalization', 'parent_id') as ResultElement;
  if (cleaned.type === 'htmllabels') cleaned.type = 'hypertextlabels';
  if (fromPrediction === true) cleaned.origin = 'prediction';
  else if (!cleaned.origin) cleaned.origin = 'manual';
  if (typeof parentId === 'string' && cleaned.parentID === undefined) cleaned.parentID = parentId;
  if (cleaned.parentID === '') delete cleaned.parentID;
  if (normalization !== undefined && cleaned.meta?.['text'] === undefined) {
    cleaned.meta = { ...cleaned.meta, text: [normalization] };
  }
  const objectTag = config.objects.get(cleaned.to_name ?? '')?.tag;
  for (const tag of [objectTag, cleaned.type]) {
    const normalize = tag === undefined ? undefined : normalizerFor?.(tag);
    if (normalize !== undefined) cleaned = normalize(cleaned);
  }
  return cleaned;
}

/** Adds an element to the region of its id, or opens a new entry. */
function place(document: AnnotationDocument, element: ResultElement, regionIds: ReadonlySet<unknown>): void {
  const id = typeof element.id === 'string' && element.id !== '' ? element.id : newId();
  const known = document.entries[id];
  const placed = { ...element, id };
  if (known?.kind === 'region') known.elements.push(placed);
  else if (regionIds.has(element.id) || isRegion(element)) addEntry(document, id, 'region', placed);
  else addEntry(document, known === undefined ? id : newId(), 'classification', placed);
}

function addEntry(
  document: AnnotationDocument,
  key: string,
  kind: Entry['kind'],
  element: ResultElement,
): void {
  document.entries[key] = { id: key, kind, elements: [element] };
  document.order.push(key);
}

/** A region has a place on its object; a classification has only its control's own value. */
function isRegion(element: ResultElement): boolean {
  if (isLabelsType(element.type) || valueKeyOf(element.type) === null) return true;
  return hasGeometry(element);
}

/** A control has one answer per annotation, or per item: the last one stored. */
function keepLastClassification(document: AnnotationDocument): void {
  const last = new Map<string, Entry>();
  for (const id of [...document.order]) {
    const entry = document.entries[id];
    if (entry?.kind !== 'classification') continue;
    const { from_name: control, item_index: item } = head(entry);
    const slot = `${control ?? ''}\n${item ?? ''}`;
    const earlier = last.get(slot);
    if (earlier !== undefined) {
      Reflect.deleteProperty(document.entries, earlier.id);
      document.order.splice(document.order.indexOf(earlier.id), 1);
    }
    last.set(slot, entry);
  }
}

function addRelation(document: AnnotationDocument, element: ResultElement, dropped: DroppedElement[]): void {
  const missing = [element.from_id, element.to_id].find(
    (id) => id === undefined || document.entries[id]?.kind !== 'region',
  );
  const known = document.relations.some(
    ({ element: other }) => other.from_id === element.from_id && other.to_id === element.to_id,
  );
  if (known) return;
  if (element.from_id === undefined || element.to_id === undefined || missing !== undefined) {
    dropped.push({ reason: 'region-missing', name: missing ?? '', element });
    return;
  }
  document.relations.push({ key: newId(), element: { ...element } });
}
