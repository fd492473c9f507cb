import { attrText } from '../config/attributes';
import type { LabelingConfig } from '../config/compile';
import { head, labelsOf, regionLabels, type AnnotationDocument } from './document';

/**
 * Whether the config lets a region lie in another: `groupCanContain` of the parent's labels names the labels it takes,
 * `groupDepth` of the parent's control how deep regions may lie in each other. Without them everything may.
 */
export function mayContain(
  document: AnnotationDocument,
  config: LabelingConfig,
  parentId: string,
  childId: string,
): boolean {
  const parent = document.entries[parentId];
  const child = document.entries[childId];
  if (parent === undefined || child === undefined) return false;
  const labels = new Set(regionLabels(child));
  const depth = ancestors(document, parentId) + 1;
  return parent.elements.every((element) => {
    const control = config.controls.get(element.from_name ?? '');
    if (control === undefined) return true;
    const deepest = Number(attrText(control.node, 'groupdepth') ?? NaN);
    if (Number.isFinite(deepest) && depth > deepest) return false;
    return labelsOf(element).every((name) => {
      const taken = control.labels.find((label) => label.name === name);
      const allowed = taken === undefined ? undefined : attrText(taken.node, 'groupcancontain');
      return allowed === undefined || allowed.split(',').some((label) => labels.has(label.trim()));
    });
  });
}

/** How many regions a region lies in. */
function ancestors(document: AnnotationDocument, id: string): number {
  const seen = new Set<string>();
  for (let at = document.entries[id]; at !== undefined && !seen.has(at.id);) {
    seen.add(at.id);
    const parent = head(at).parentID;
    at = parent === undefined ? undefined : document.entries[parent];
  }
  return seen.size - 1;
}
