import { labelsOf, objectOf, regionsOf, type AnnotationDocument, type Entry } from '../model/document';
import { activeContent, shownDocument } from './core';
import type { EditorState } from './types';

const noLabels: readonly string[] = [];

/** Selected regions that exist in the document on screen. */
export function selectedRegions(state: EditorState): Entry[] {
  const { entries } = shownDocument(state);
  return activeContent(state).view.selection.flatMap((id) => {
    const entry = entries[id];
    return entry === undefined ? [] : [entry];
  });
}

/** The selected region, when it is the only one. */
export function selectedRegion(state: EditorState): Entry | null {
  const { selection } = activeContent(state).view;
  const id = selection.length === 1 ? selection[0] : undefined;
  return id === undefined ? null : (shownDocument(state).entries[id] ?? null);
}

/**
 * Labels of a control that show as picked: what all selected regions have in common, else what is picked for drawing.
 * A region with the control's element but no label shows the blank one.
 */
export function pickedLabels(state: EditorState, control: string): readonly string[] {
  const selected = selectedRegions(state);
  if (selected.length === 0) return activeContent(state).view.activeLabels[control] ?? noLabels;
  const lists = selected.map((region) => {
    const element = region.elements.find(({ from_name: name }) => name === control);
    const labels = element === undefined ? noLabels : labelsOf(element);
    return element !== undefined && labels.length === 0 ? [''] : labels;
  });
  const [first = noLabels, ...others] = lists;
  return first.filter((label) => others.every((list) => list.includes(label)));
}

const byObject = new WeakMap<AnnotationDocument, Map<string, Entry[]>>();
const noRegions: Entry[] = [];

/** Regions on an object, in order. The same document gives the same array. */
export function regionsOnObject(document: AnnotationDocument, object: string): readonly Entry[] {
  const groups = byObject.get(document) ?? groupByObject(document);
  return groups.get(object) ?? noRegions;
}

function groupByObject(document: AnnotationDocument): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const region of regionsOf(document)) {
    const object = objectOf(region);
    const group = groups.get(object);
    if (group === undefined) groups.set(object, [region]);
    else group.push(region);
  }
  byObject.set(document, groups);
  return groups;
}
