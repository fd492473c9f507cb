import type { ControlTag } from '../../config/compile';
import { isLabelsType } from '../../config/language';
import type { NewElement } from '../../model/edit';
import { pathOfKey } from '../../tags/taxonomy/rows';
import type { EditorCore } from '../core';

/** Name that stands for "no label" where a control allows it. */
export const blankLabel = '';

/** Elements a new region gets: geometry first, then every other control that has labels picked. */
export function elementsFor(core: EditorCore, object: string, shape: string | null): NewElement[] {
  const { activeLabels } = core.content.view;
  const controls = [...core.state.config.controls.values()].filter(({ toNames }) => toNames.includes(object));
  const labeled = (accepts: (control: ControlTag) => boolean): NewElement[] =>
    controls.flatMap((control): NewElement[] => {
      const labels = activeLabels[control.name] ?? [];
      if (labels.length === 0 || !accepts(control)) return [];
      if (control.labeling) return [{ control, value: labels.map(pathOfKey) }];
      return [{ control, value: labels.filter((label) => label !== blankLabel) }];
    });
  if (shape === null) return labeled(({ tag, labeling }) => labeling || isLabelsType(tag));
  const universal = labeled(({ tag }) => tag === 'labels');
  const drawing = labeled(({ tag }) => tag === `${shape}labels`);
  if (drawing.length > 0) return [...drawing, ...universal];
  const bare = controls.find(({ tag }) => tag === shape);
  // What the wand takes may be labeled as if it were painted.
  if (bare !== undefined && shape === 'magicwand')
    return [{ control: bare }, ...labeled(({ tag }) => tag === 'labels' || tag === 'brushlabels')];
  return bare === undefined ? [] : [{ control: bare }, ...universal];
}
