import type { ControlTag, LabelingConfig } from '../config/compile';
import type { ResultElement } from '../types';
import type { AnnotationDocument, Entry, RelationEntry } from './document';
import { isNothingPainted, withStoredMask } from './painted';
import { isWritten } from './visibility';

/** The stored form of a document: regions and classifications in order of creation, relations last. */
export function writeResult(document: AnnotationDocument, config: LabelingConfig): ResultElement[] {
  // Conditions of controls outside of regions are the same for every element.
  const known = new Map<ControlTag, boolean>();
  const written = (control: ControlTag, region: Entry | null): boolean => {
    if (control.perRegion) return isWritten(control, { config, document, region }, region);
    const answer = known.get(control) ?? isWritten(control, { config, document, region: null }, null);
    known.set(control, answer);
    return answer;
  };

  const leftOut = new Set<string>();
  const elements = document.order.flatMap((id) => {
    const entry = document.entries[id];
    if (entry === undefined) return [];
    if (entry.kind === 'opaque') return entry.elements;
    const kept = entry.elements.filter((element) => {
      const control = config.controls.get(element.from_name ?? '');
      if (isNothingPainted(element)) return false;
      return control === undefined || written(control, entry.kind === 'region' ? entry : null);
    });
    if (kept.length === 0) leftOut.add(id);
    return kept.map(withStoredMask);
  });
  const relations = document.relations.filter(
    ({ element }) => !leftOut.has(element.from_id ?? '') && !leftOut.has(element.to_id ?? ''),
  );
  return [...elements, ...relations.map((relation) => writeRelation(relation, config))];
}

/** Relation labels that are no longer offered are left out. */
function writeRelation({ element }: RelationEntry, config: LabelingConfig): ResultElement {
  if (!Array.isArray(element.labels) || config.relations === null) return element;
  const offered = new Set(config.relations.labels.map((label) => label.name));
  return { ...element, labels: element.labels.filter((label) => offered.has(label)) };
}
