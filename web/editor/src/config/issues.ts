import { attrText } from './attributes';
import type { ObjectTag } from './compile';
import { tagInfo } from './language';
import type { ConfigNode } from './parse';

/** A fault in a config. `error` stops labeling, `warning` is only shown. */
export interface ConfigIssue {
  severity: 'error' | 'warning';
  code:
    | 'syntax'
    | 'required'
    | 'unknown-tag'
    | 'target-missing'
    | 'target-unsupported'
    | 'parent-unexpected'
    | 'key-clash'
    | 'duplicate-name';
  /** Plain text. */
  text: string;
}

/** Keys the editor itself uses without a modifier; a label that takes one of them is reported. */
const reservedKeys = new Set(['u', 'enter', 'escape', 'backspace', 'delete', '?']);

/** Everything that is wrong with an expanded config, in document order. */
export function checkConfig(
  nodes: readonly ConfigNode[],
  parents: ReadonlyMap<ConfigNode, ConfigNode>,
  objects: ReadonlyMap<string, ObjectTag>,
  hotkeys: ReadonlyMap<ConfigNode, string>,
): ConfigIssue[] {
  const names = new Set(nodes.map((node) => attrText(node, 'name')).filter((name) => name !== undefined));
  return [
    ...nodes.flatMap((node) => [
      ...unknownTag(node),
      ...missingName(node),
      ...wrongParent(node, parents),
      ...wrongTarget(node, objects, names),
    ]),
    ...duplicateNames(nodes),
    ...keyClashes(nodes, hotkeys),
  ];
}

function model(node: ConfigNode): string {
  return `${tagInfo(node.tag)?.name ?? node.tagName}Model`;
}

function unknownTag(node: ConfigNode): ConfigIssue[] {
  if (tagInfo(node.tag) !== undefined) return [];
  const text = `Tag with name ${node.tagName} is not registered. Referenced by ${node.tagName}#${attrText(node, 'name') ?? ''}.`;
  return [{ severity: 'error', code: 'unknown-tag', text }];
}

function missingName(node: ConfigNode): ConfigIssue[] {
  if (tagInfo(node.tag)?.named !== true || attrText(node, 'name')) return [];
  return [{ severity: 'error', code: 'required', text: `Attribute name is required for ${model(node)}` }];
}

function wrongParent(node: ConfigNode, parents: ReadonlyMap<ConfigNode, ConfigNode>): ConfigIssue[] {
  const allowed = tagInfo(node.tag)?.parents ?? [];
  if (allowed.length === 0) return [];
  for (let parent = parents.get(node); parent !== undefined; parent = parents.get(parent)) {
    if (allowed.includes(parent.tag)) return [];
  }
  const list = allowed.map((tag) => tagInfo(tag)?.name ?? tag).join(', ');
  const text = `Tag ${node.tagName} must be a child of one of the tags ${list}.`;
  return [{ severity: 'error', code: 'parent-unexpected', text }];
}

function wrongTarget(
  node: ConfigNode,
  objects: ReadonlyMap<string, ObjectTag>,
  names: ReadonlySet<string>,
): ConfigIssue[] {
  const info = tagInfo(node.tag);
  const toName = attrText(node, 'toname');
  if (info?.role !== 'control') return [];
  if (toName === undefined) {
    if (objects.size === 1) return [];
    return [{ severity: 'error', code: 'required', text: `Attribute toName is required for ${model(node)}` }];
  }
  return toName.split(',').flatMap((name): ConfigIssue[] => {
    if (!names.has(name)) {
      const text = `Tag with name ${name} does not exist in the config. Referenced by ${model(node)}#toname.`;
      return [{ severity: 'error', code: 'target-missing', text }];
    }
    const target = objects.get(name);
    if (target === undefined || info.objects.length === 0 || info.objects.includes(target.tag)) return [];
    const list = info.objects.map((tag) => tagInfo(tag)?.name ?? tag).join(', ');
    const targetName = tagInfo(target.tag)?.name ?? target.tag;
    const text = `Invalid attribute toname for ${model(node)}: referenced tag is ${targetName}, but ${model(node)} can only control ${list}`;
    return [{ severity: 'error', code: 'target-unsupported', text }];
  });
}

function duplicateNames(nodes: readonly ConfigNode[]): ConfigIssue[] {
  const seen = new Set<string>();
  return nodes.flatMap((node): ConfigIssue[] => {
    const role = tagInfo(node.tag)?.role;
    const name = attrText(node, 'name');
    if (name === undefined || (role !== 'object' && role !== 'control')) return [];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      { severity: 'error', code: 'duplicate-name', text: `The name ${name} is used by more than one tag.` },
    ];
  });
}

function keyClashes(nodes: readonly ConfigNode[], hotkeys: ReadonlyMap<ConfigNode, string>): ConfigIssue[] {
  const owners = new Map<string, string>();
  return nodes.flatMap((node) => {
    const keys = hotkeys.get(node)?.split(',') ?? [];
    const title = attrText(node, 'value') ?? attrText(node, 'name') ?? node.tagName;
    return keys.flatMap((written): ConfigIssue[] => {
      const key = written.trim();
      const other = owners.get(key);
      owners.set(key, other ?? title);
      if (reservedKeys.has(key)) {
        return [
          {
            severity: 'warning',
            code: 'key-clash',
            text: `Key ${key} of ${title} is used by the editor itself.`,
          },
        ];
      }
      if (other === undefined) return [];
      return [
        {
          severity: 'warning',
          code: 'key-clash',
          text: `Key ${key} is given to both ${other} and ${title}.`,
        },
      ];
    });
  });
}
