import { attrFlag, attrNumber, attrText } from '../../config/attributes';
import type { ControlTag, LabelingConfig } from '../../config/compile';
import type { ConfigNode } from '../../config/parse';
import type { View } from '../../state/types';
import { isSmart } from '../../state/actions/assist';
import type { HeldTool, ImageTool, SmartTool, Snap, VectorRules } from './types';

/** Tools by the control they draw for, with or without labels. The first one draws when a label is picked. */
const toolsByShape: Readonly<Record<string, readonly ImageTool[]>> = {
  rectangle: ['rectangle', 'rectangle3'],
  ellipse: ['ellipse'],
  polygon: ['polygon'],
  keypoint: ['keypoint'],
  vector: ['vector'],
  brush: ['brush', 'eraser'],
  bitmask: ['brush', 'eraser'],
  magicwand: ['magicwand'],
};

/** The copies of tools that draw for a model, by the control they draw with. */
const smartByShape: Readonly<Record<string, SmartTool>> = {
  rectangle: 'smart-rectangle',
  ellipse: 'smart-ellipse',
  keypoint: 'smart-keypoint',
  brush: 'smart-brush',
};

const bareTools: Readonly<Record<SmartTool, ImageTool>> = {
  'smart-rectangle': 'rectangle',
  'smart-ellipse': 'ellipse',
  'smart-keypoint': 'keypoint',
  'smart-brush': 'brush',
};

export const isSmartTool = (held: HeldTool): held is SmartTool => held in bareTools;

/** The tool the canvas works with. */
export const bareTool = (held: HeldTool): ImageTool => (isSmartTool(held) ? bareTools[held] : held);

/** What a control draws: its tag without `labels`. */
export const shapeNameOf = (tag: string): string => tag.replace(/labels$/, '');

const toolsOf = ({ tag }: ControlTag): readonly ImageTool[] => toolsByShape[shapeNameOf(tag)] ?? [];

const isLabeled = ({ tag }: ControlTag): boolean => tag.endsWith('labels');

/** Controls that draw on an object, in the order of the config. */
export const drawingControls = (config: LabelingConfig, object: string): ControlTag[] =>
  [...config.controls.values()].filter(
    (control) => toolsOf(control).length > 0 && control.toNames.includes(object),
  );

/** What a control draws with: by hand, unless it is only for a model that is there, and for the model while that helps. */
function heldTools(control: ControlTag, { assisted, model }: Assistance): HeldTool[] {
  const byHand = model && attrFlag(control.node, 'smartonly') ? [] : toolsOf(control);
  const smart = assisted && isSmart(control) ? smartByShape[shapeNameOf(control.tag)] : undefined;
  return smart === undefined ? [...byHand] : [smart, ...byHand];
}

/** Whether the app has a model to ask, and the person wants its help now. */
export interface Assistance {
  readonly model: boolean;
  readonly assisted: boolean;
}

/** What the object's controls can draw with. */
export const drawingTools = (
  controls: readonly ControlTag[],
  assistance: Assistance,
): ReadonlySet<HeldTool> => new Set(controls.flatMap((control) => heldTools(control, assistance)));

/** The first tool that needs no label; `null` when all do. */
export const unlabeledTool = (controls: readonly ControlTag[]): ImageTool | null => {
  const control = controls.find((candidate) => !isLabeled(candidate) && candidate.tag !== 'magicwand');
  return control ? (toolsOf(control)[0] ?? null) : null;
};

/** Picked labels that draw. */
export interface PickedLabels {
  /** One text that changes with them; empty for none. */
  key: string;
  /** Tools that draw regions with them. */
  tools: readonly HeldTool[];
}

export function pickedOf(
  controls: readonly ControlTag[],
  activeLabels: View['activeLabels'],
  assistance: Assistance,
): PickedLabels {
  const picked = controls.filter(({ name }) => (activeLabels[name] ?? []).length > 0);
  const key = picked
    .flatMap(({ name }) => (activeLabels[name] ?? []).map((label) => `${name}/${label}`))
    .join('\n');
  const tools = picked.flatMap((control) => heldTools(control, assistance));
  return { key, tools: tools.filter((tool) => tool !== 'eraser') };
}

/** What a gesture with a drawing tool would make now. */
export interface Drawing {
  /** The control's tag without `labels`; `null` when a label has to be picked first, or nothing draws. */
  shape: string | null;
  color: string | undefined;
  snap: Snap;
  /** Of new key points, CSS pixels. */
  pointSize: number;
  vector: VectorRules;
  /** Of the magic wand: how far colours may differ, 0..255. */
  wandThreshold: number;
  /** Of the magic wand: pixels of the screen over which edges are smoothed. */
  wandBlur: number;
}

/** What the tool makes with the picked labels. */
export function drawingOf(
  config: LabelingConfig,
  object: string,
  activeLabels: View['activeLabels'],
  held: HeldTool,
): Drawing {
  const tool = bareTool(held);
  const controls = drawingControls(config, object).filter(
    (control) => toolsOf(control).includes(tool) && (!isSmartTool(held) || isSmart(control)),
  );
  const picked = ({ name }: ControlTag): boolean => (activeLabels[name] ?? []).length > 0;
  const control = controls.find(picked) ?? controls.find((candidate) => !isLabeled(candidate));
  const others = [...config.controls.values()].filter(
    ({ tag, toNames }) =>
      toNames.includes(object) && (tag === 'labels' || (tool === 'magicwand' && tag === 'brushlabels')),
  );
  const [label] = [...(control ? [control] : []), ...others].flatMap(({ name, labels }) =>
    labels.filter((candidate) => activeLabels[name]?.includes(candidate.name)),
  );
  const node = (control ?? controls[0])?.node;
  return {
    shape: control ? shapeNameOf(control.tag) : null,
    color: label?.color ?? (node && strokeColor(node)),
    snap: node ? snapOf(node) : 'none',
    pointSize: Math.max(1, (node && attrNumber(node, 'strokewidth')) ?? 2),
    vector: vectorRules(node),
    wandThreshold: Math.min(255, Math.max(0, (node && attrNumber(node, 'defaultthreshold')) ?? 15)),
    wandBlur: Math.max(0, (node && attrNumber(node, 'blurradius')) ?? 5),
  };
}

function vectorRules(node: ConfigNode | undefined): VectorRules {
  return {
    closable: node !== undefined && attrFlag(node, 'closable'),
    curves: node !== undefined && attrFlag(node, 'curves'),
    skeleton: node !== undefined && attrFlag(node, 'skeleton'),
    minPoints: (node && attrNumber(node, 'minpoints')) ?? 0,
    maxPoints: (node && attrNumber(node, 'maxpoints')) ?? Infinity,
  };
}

/** Size of the brush that the first painting control asks for, CSS pixels. */
export function brushSizeOf(controls: readonly ControlTag[]): number {
  const painting = controls.find((control) => toolsOf(control).includes('brush'));
  return clampBrush((painting && attrNumber(painting.node, 'strokewidth')) ?? 15);
}

/** Sizes of the brush, CSS pixels. */
export const brushSizes = { least: 1, most: 50, step: 5 } as const;

export const clampBrush = (size: number): number =>
  Math.min(brushSizes.most, Math.max(brushSizes.least, size));

/** How a control draws its regions. */
export interface RegionLook {
  opacity: number;
  strokeWidth: number;
  rotatable: boolean;
  /** Of the points of a polygon or vector, CSS pixels across. */
  pointSize: number;
  squarePoints: boolean;
  snap: Snap;
  /** Of regions without labels. */
  color: string | undefined;
}

/** What differs from the usual look where the config says nothing. */
const looks: Readonly<Record<string, Partial<RegionLook>>> = {
  polygon: { strokeWidth: 2 },
  vector: { strokeWidth: 2 },
  keypoint: { opacity: 0.9, color: '#8bad00' },
  brush: { opacity: 0.5 },
  bitmask: { opacity: 0.5 },
  magicwand: { opacity: 0.6 },
};

export function lookOf({ node, tag }: Pick<ControlTag, 'node' | 'tag'>): RegionLook {
  const usual = looks[shapeNameOf(tag)] ?? {};
  const opacity = attrNumber(node, 'fillopacity') ?? attrNumber(node, 'opacity') ?? usual.opacity ?? 0.2;
  return {
    opacity: Math.min(1, Math.max(0, opacity)),
    strokeWidth: Math.max(0, attrNumber(node, 'strokewidth') ?? usual.strokeWidth ?? 1),
    rotatable: attrFlag(node, 'canrotate', true),
    pointSize: pointSizes[attrText(node, 'pointsize') ?? ''] ?? 8,
    squarePoints: attrText(node, 'pointstyle') === 'rectangle',
    snap: snapOf(node),
    color: strokeColor(node) ?? usual.color,
  };
}

const pointSizes: Readonly<Record<string, number>> = { small: 8, medium: 11, large: 14 };

const snapOf = (node: ConfigNode): Snap => (attrText(node, 'snap') === 'pixel' ? 'pixel' : 'none');
const strokeColor = (node: ConfigNode): string | undefined =>
  attrText(node, 'strokecolor') ?? attrText(node, 'fillcolor');
