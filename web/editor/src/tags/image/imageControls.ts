import { attrFlag, attrNumber, attrText } from '../../config/attributes';
import type { ControlTag, LabelingConfig } from '../../config/compile';
import type { ConfigNode } from '../../config/parse';
import type { View } from '../../state/types';
import type { Snap } from './types';

/** Controls that draw rectangles on an object, in the order of the config. */
export const rectangleControls = (config: LabelingConfig, object: string): ControlTag[] =>
  [...config.controls.values()].filter(
    ({ tag, toNames }) => (tag === 'rectangle' || tag === 'rectanglelabels') && toNames.includes(object),
  );

/** What a drag with a drawing tool would make now. */
export interface Brush {
  /** False when a label has to be picked first. */
  canDraw: boolean;
  color: string | undefined;
  snap: Snap;
}

/** The brush that the picked labels give. */
export function brushOf(config: LabelingConfig, object: string, activeLabels: View['activeLabels']): Brush {
  const controls = rectangleControls(config, object);
  const labeled = controls.find(({ name }) => (activeLabels[name] ?? []).length > 0);
  const control = labeled ?? controls.find(({ tag }) => tag === 'rectangle');
  const universal = [...config.controls.values()].filter(
    ({ tag, toNames }) => tag === 'labels' && toNames.includes(object),
  );
  const [label] = [...(labeled ? [labeled] : []), ...universal].flatMap(({ name, labels }) =>
    labels.filter((candidate) => activeLabels[name]?.includes(candidate.name)),
  );
  return {
    canDraw: control !== undefined,
    color: label?.color ?? (control && strokeColor(control.node)),
    snap: control ? snapOf(control.node) : 'none',
  };
}

/** Picked labels of controls that draw on the object, as one text that changes with them; empty for none. */
export const drawingLabels = (
  config: LabelingConfig,
  object: string,
  activeLabels: View['activeLabels'],
): string =>
  rectangleControls(config, object)
    .flatMap(({ name }) => (activeLabels[name] ?? []).map((label) => `${name}/${label}`))
    .join('\n');

/** How a control draws its regions. */
export interface RegionLook {
  opacity: number;
  strokeWidth: number;
  rotatable: boolean;
  snap: Snap;
  /** Of regions without labels. */
  color: string | undefined;
}

export const lookOf = (node: ConfigNode): RegionLook => ({
  opacity: share(attrNumber(node, 'fillopacity') ?? attrNumber(node, 'opacity') ?? 0.2),
  strokeWidth: Math.max(0, attrNumber(node, 'strokewidth') ?? 1),
  rotatable: attrFlag(node, 'canrotate', true),
  snap: snapOf(node),
  color: strokeColor(node),
});

const share = (value: number): number => Math.min(1, Math.max(0, value));
const snapOf = (node: ConfigNode): Snap => (attrText(node, 'snap') === 'pixel' ? 'pixel' : 'none');
const strokeColor = (node: ConfigNode): string | undefined =>
  attrText(node, 'strokecolor') ?? attrText(node, 'fillcolor');
