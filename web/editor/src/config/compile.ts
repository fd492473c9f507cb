import { assignHotkeys } from './autoKeys';
import { attrFlag, attrNumber, attrText } from './attributes';
import { expandConfig } from './expand';
import { checkConfig, type ConfigIssue } from './issues';
import { isLabelsType, tagInfo } from './language';
import { labelColor } from './palette';
import type { ConfigNode } from './parse';
import { resolveText, resolveValue } from './variables';

/** A label a region can carry, or that a relation can. */
export interface LabelDefinition {
  /** What results store: the alias when there is one. */
  name: string;
  /** What is shown. */
  title: string;
  color: string;
  /** Key that picks it, as in `1` or `shift+p`; null when none is left. */
  hotkey: string | null;
  /** How often it may be used in one annotation; infinite when not limited. */
  maxUsages: number;
  node: ConfigNode;
}

export interface ChoiceDefinition {
  name: string;
  title: string;
  hotkey: string | null;
  children: ChoiceDefinition[];
  node: ConfigNode;
}

export interface ControlTag {
  name: string;
  /** Lower-case tag name, which is also the type of its results. */
  tag: string;
  node: ConfigNode;
  /** Names of the objects it labels; Pairwise has two. */
  toNames: string[];
  /** What results store as `to_name`. */
  toName: string;
  perRegion: boolean;
  perItem: boolean;
  /** A Taxonomy whose answers are the labels of regions. */
  labeling: boolean;
  labels: LabelDefinition[];
  choices: ChoiceDefinition[];
}

export interface ObjectTag {
  name: string;
  tag: string;
  node: ConfigNode;
  /** Resolved `value`, or the list of a `valueList`. */
  value: unknown;
  /** Number of items of a `valueList`; 1 for everything else. */
  items: number;
}

/** A config made concrete for one task, with everything looked up once. */
export interface LabelingConfig {
  root: ConfigNode;
  objects: ReadonlyMap<string, ObjectTag>;
  /** In document order. */
  controls: ReadonlyMap<string, ControlTag>;
  /** Labels offered for relations; null when the config has no Relations. */
  relations: { labels: LabelDefinition[]; multiple: boolean } | null;
  parents: ReadonlyMap<ConfigNode, ConfigNode>;
  issues: ConfigIssue[];
  data: Record<string, unknown>;
}

/** Compiles a parsed config for a task's data. Faults are collected in `issues`, never thrown. */
export function compileConfig(parsed: ConfigNode, data: Record<string, unknown>): LabelingConfig {
  const root = expandConfig(parsed, data);
  const parents = new Map<ConfigNode, ConfigNode>();
  const nodes: ConfigNode[] = [];
  walk(root, null, (node, parent) => {
    nodes.push(node);
    if (parent !== null) parents.set(node, parent);
  });

  const hotkeys = assignHotkeys(nodes);
  const objects = new Map<string, ObjectTag>();
  for (const node of nodes) {
    if (tagInfo(node.tag)?.role === 'object') addObject(node, data, objects);
  }
  const controls = new Map<string, ControlTag>();
  let colored = 0;
  const nextColor = (): number => colored++;
  for (const node of nodes) {
    const name = attrText(node, 'name');
    if (tagInfo(node.tag)?.role !== 'control' || name === undefined) continue;
    controls.set(name, readControl(name, node, objects, hotkeys, data, nextColor));
  }
  const relationsNode = nodes.find((node) => node.tag === 'relations');
  return {
    root,
    objects,
    controls,
    relations:
      relationsNode === undefined
        ? null
        : {
            labels: readLabels(relationsNode, 'relation', hotkeys, data, nextColor),
            multiple: attrText(relationsNode, 'choice') !== 'single',
          },
    parents,
    issues: checkConfig(nodes, parents, objects, hotkeys),
    data,
  };
}

function walk(
  node: ConfigNode,
  parent: ConfigNode | null,
  visit: (node: ConfigNode, parent: ConfigNode | null) => void,
): void {
  visit(node, parent);
  for (const child of node.children) walk(child, node, visit);
}

function addObject(node: ConfigNode, data: Record<string, unknown>, objects: Map<string, ObjectTag>): void {
  const name = attrText(node, 'name');
  if (name === undefined) return;
  const list = attrText(node, 'valuelist');
  const value = resolveValue(list ?? attrText(node, 'value') ?? '', data);
  const paged = node.tag === 'image' && Array.isArray(value);
  objects.set(name, { name, tag: node.tag, node, value, items: paged ? value.length : 1 });
}

function readControl(
  name: string,
  node: ConfigNode,
  objects: ReadonlyMap<string, ObjectTag>,
  hotkeys: ReadonlyMap<ConfigNode, string>,
  data: Record<string, unknown>,
  nextColor: () => number,
): ControlTag {
  const written = attrText(node, 'toname');
  const only = objects.size === 1 ? objects.keys().next().value : undefined;
  const toName = written ?? only ?? '';
  const labeling = node.tag === 'taxonomy' && attrFlag(node, 'labeling');
  return {
    name,
    tag: node.tag,
    node,
    toNames: toName.split(','),
    toName: node.tag === 'pairwise' ? name : toName,
    perRegion: attrFlag(node, 'perregion') || labeling,
    perItem: attrFlag(node, 'peritem') && !attrFlag(node, 'perregion'),
    labeling,
    labels: isLabelsType(node.tag) ? readLabels(node, 'label', hotkeys, data, nextColor) : [],
    choices: node.tag === 'choices' || node.tag === 'taxonomy' ? readChoices(node, hotkeys, data) : [],
  };
}

function readLabels(
  node: ConfigNode,
  tag: 'label' | 'relation',
  hotkeys: ReadonlyMap<ConfigNode, string>,
  data: Record<string, unknown>,
  nextColor: () => number,
): LabelDefinition[] {
  const shared = attrNumber(node, 'maxusages');
  const found: LabelDefinition[] = [];
  const visit = (current: ConfigNode): void => {
    for (const child of current.children) {
      if (child.tag === tag) {
        const title = resolveText(child.attrs['value'], data);
        found.push({
          name: attrText(child, 'alias') || title,
          title,
          color: labelColor(attrText(child, 'background'), nextColor()),
          hotkey: hotkeys.get(child) ?? null,
          maxUsages: attrNumber(child, 'maxusages') ?? shared ?? Infinity,
          node: child,
        });
      } else visit(child);
    }
  };
  visit(node);
  return found;
}

function readChoices(
  node: ConfigNode,
  hotkeys: ReadonlyMap<ConfigNode, string>,
  data: Record<string, unknown>,
): ChoiceDefinition[] {
  return node.children.flatMap((child) => {
    if (child.tag !== 'choice') return readChoices(child, hotkeys, data);
    const title = resolveText(child.attrs['value'], data);
    return [
      {
        name: attrText(child, 'alias') || title,
        title,
        hotkey: hotkeys.get(child) ?? null,
        children: readChoices(child, hotkeys, data),
        node: child,
      },
    ];
  });
}
