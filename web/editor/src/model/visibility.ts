import { attrList, attrText } from '../config/attributes';
import type { ChoiceDefinition, ControlTag, LabelingConfig } from '../config/compile';
import type { ConfigNode } from '../config/parse';
import type { ResultElement } from '../types';
import {
  elementOf,
  entriesOf,
  objectOf,
  ownValue,
  regionLabels,
  type AnnotationDocument,
  type Entry,
} from './document';

export interface VisibilityContext {
  config: LabelingConfig;
  document: AnnotationDocument;
  /** The selected region; null when none or several are selected. */
  region: Entry | null;
}

/** Whether a tag is to be seen: its own condition and that of everything around it. */
export function isVisible(node: ConfigNode, context: VisibilityContext): boolean {
  const parent = context.config.parents.get(node);
  if (parent !== undefined && !isVisible(parent, context)) return false;
  const control = controlOf(node, context.config);
  if (control?.perRegion === true && !control.labeling && !shownForRegion(control, context.region))
    return false;
  return conditionHolds(node, context, context.region, isVisible);
}

/**
 * Whether the answer a control gave is part of the written result. Conditions on choices count;
 * what happens to be selected does not.
 */
export function isWritten(control: ControlTag, context: VisibilityContext, region: Entry | null): boolean {
  if (control.perRegion) {
    return (
      perRegionApplies(control, region) && choiceConditionHolds(control.node, context, region, isWrittenNode)
    );
  }
  return isWrittenNode(control.node, context);
}

function isWrittenNode(node: ConfigNode, context: VisibilityContext): boolean {
  const parent = context.config.parents.get(node);
  if (parent !== undefined && !isWrittenNode(parent, context)) return false;
  return choiceConditionHolds(node, context, context.region, isWrittenNode);
}

/** Whether a perRegion control is shown for the selected region: `whenTagName` alone also narrows it. */
function shownForRegion(control: ControlTag, region: Entry | null): boolean {
  if (region === null || !perRegionApplies(control, region)) return false;
  const onChoice = attrText(control.node, 'visiblewhen')?.startsWith('choice-') === true;
  return onChoice || tagConditionHolds(control.node, region);
}

/** Whether a perRegion control belongs to a region: same object, and one of the labels it asks for. */
export function perRegionApplies(control: ControlTag, region: Entry | null): boolean {
  if (region === null || !control.toNames.includes(objectOf(region))) return false;
  return labelConditionHolds(control.node, region);
}

/** Whether the region meets the `region-selected` conditions on a control and around it. */
export function regionConditionsHold(control: ControlTag, region: Entry, config: LabelingConfig): boolean {
  if (!perRegionApplies(control, region)) return false;
  for (let node: ConfigNode | undefined = control.node; node !== undefined; node = config.parents.get(node)) {
    const mode = attrText(node, 'visiblewhen');
    if (mode === 'no-region-selected') return false;
    if (
      mode === 'region-selected' &&
      (!tagConditionHolds(node, region) || !labelConditionHolds(node, region))
    )
      return false;
  }
  return true;
}

type NodeTest = (node: ConfigNode, context: VisibilityContext) => boolean;

function conditionHolds(
  node: ConfigNode,
  context: VisibilityContext,
  region: Entry | null,
  test: NodeTest,
): boolean {
  const mode = attrText(node, 'visiblewhen');
  switch (mode) {
    case 'region-selected':
      return region !== null && tagConditionHolds(node, region) && labelConditionHolds(node, region);
    case 'no-region-selected':
      return region === null;
    case 'choice-selected':
    case 'choice-unselected':
      return choiceConditionHolds(node, context, region, test);
    case undefined: {
      const wanted = attrText(node, 'whenchoicevalue');
      if (wanted === undefined) return true;
      return choiceControls(context.config).some((control) => selects(control, context, region, [wanted]));
    }
    default:
      return true;
  }
}

function choiceConditionHolds(
  node: ConfigNode,
  context: VisibilityContext,
  region: Entry | null,
  test: NodeTest,
): boolean {
  const mode = attrText(node, 'visiblewhen');
  if (mode !== 'choice-selected' && mode !== 'choice-unselected') return true;
  return choiceIsSelected(node, context, region, test) === (mode === 'choice-selected');
}

function choiceIsSelected(
  node: ConfigNode,
  context: VisibilityContext,
  region: Entry | null,
  test: NodeTest,
): boolean {
  const name = attrText(node, 'whentagname');
  const wanted = attrList(node, 'whenchoicevalue');
  if (name === undefined)
    return choiceControls(context.config).some((control) => selects(control, context, region, wanted));
  const control = context.config.controls.get(name);
  if (control === undefined) return false;
  if (!control.perRegion && !test(control.node, context)) return false;
  return selects(control, context, region, wanted);
}

function choiceControls(config: LabelingConfig): ControlTag[] {
  return [...config.controls.values()].filter(({ tag }) => tag === 'choices' || tag === 'taxonomy');
}

/** Whether the control has one of the wanted choices selected, or any when none is asked for. */
function selects(
  control: ControlTag,
  context: VisibilityContext,
  region: Entry | null,
  wanted: readonly string[],
): boolean {
  const selected = answersOf(control, context.document, region).flatMap(lastSteps);
  if (wanted.length === 0) return selected.length > 0;
  const names = new Set(wanted.flatMap((value) => [value, ...storedNames(control.choices, value)]));
  return selected.some((value) => names.has(value));
}

/** Elements with the control's answers: the region's own for perRegion, else the annotation's. */
function answersOf(control: ControlTag, document: AnnotationDocument, region: Entry | null): ResultElement[] {
  if (control.perRegion && region !== null) {
    const element = elementOf(region, control.name);
    return element === undefined ? [] : [element];
  }
  const kind = control.perRegion ? 'region' : 'classification';
  return entriesOf(document, kind).flatMap((entry) =>
    entry.elements.filter((element) => element.from_name === control.name),
  );
}

function lastSteps(element: ResultElement): string[] {
  const value = ownValue(element);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const last: unknown = Array.isArray(item) ? item.at(-1) : item;
    return typeof last === 'string' ? [last] : [];
  });
}

function storedNames(choices: readonly ChoiceDefinition[], title: string): string[] {
  return choices.flatMap((choice) => [
    ...(choice.title === title ? [choice.name] : []),
    ...storedNames(choice.children, title),
  ]);
}

function tagConditionHolds(node: ConfigNode, region: Entry): boolean {
  const name = attrText(node, 'whentagname');
  return name === undefined || elementOf(region, name) !== undefined;
}

function labelConditionHolds(node: ConfigNode, region: Entry): boolean {
  const wanted = attrList(node, 'whenlabelvalue');
  if (wanted.length > 0) {
    const labels = new Set(regionLabels(region));
    return wanted.some((label) => labels.has(label));
  }
  const roles = attrList(node, 'whenrole');
  return (
    roles.length === 0 ||
    roles.some((role) => region.elements.some((element) => messageRole(element) === role))
  );
}

function messageRole(element: ResultElement): unknown {
  const message = element.value?.['chatmessage'];
  return message !== null && typeof message === 'object' && 'role' in message ? message.role : undefined;
}

function controlOf(node: ConfigNode, config: LabelingConfig): ControlTag | undefined {
  const control = config.controls.get(attrText(node, 'name') ?? '');
  return control?.node === node ? control : undefined;
}
