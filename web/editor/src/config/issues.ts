import { attrText } from './attributes';
import type { Wording } from '../messages';
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
  text: Wording;
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
  const known = new Set(nodes.map((node) => attrText(node, 'name')).filter((name) => name !== undefined));
  return [
    ...nodes.flatMap((node) => [
      ...unknownTag(node),
      ...missingName(node),
      ...wrongParent(node, parents),
      ...wrongTarget(node, objects, known),
      ...wrongPair(node),
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
  const name = attrText(node, 'name');
  const place = name === undefined ? node.tagName : `${node.tagName}#${name}`;
  return [
    {
      severity: 'error',
      code: 'unknown-tag',
      text: { key: 'issueUnknownTag', values: { tag: node.tagName, place } },
    },
  ];
}

function missingName(node: ConfigNode): ConfigIssue[] {
  if (tagInfo(node.tag)?.named !== true || attrText(node, 'name')) return [];
  return [missingAttribute(node, 'name')];
}

function missingAttribute(node: ConfigNode, attribute: string): ConfigIssue {
  const text: Wording = { key: 'issueAttributeRequired', values: { attribute, model: model(node) } };
  return { severity: 'error', code: 'required', text };
}

function wrongParent(node: ConfigNode, parents: ReadonlyMap<ConfigNode, ConfigNode>): ConfigIssue[] {
  const allowed = tagInfo(node.tag)?.parents ?? [];
  if (allowed.length === 0) return [];
  for (let parent = parents.get(node); parent !== undefined; parent = parents.get(parent)) {
    if (allowed.includes(parent.tag)) return [];
  }
  const text: Wording = {
    key: 'issueParentUnexpected',
    values: { tag: node.tagName, parents: names(allowed) },
  };
  return [{ severity: 'error', code: 'parent-unexpected', text }];
}

function wrongTarget(
  node: ConfigNode,
  objects: ReadonlyMap<string, ObjectTag>,
  known: ReadonlySet<string>,
): ConfigIssue[] {
  const info = tagInfo(node.tag);
  const toName = attrText(node, 'toname');
  if (info?.role !== 'control') return [];
  if (toName === undefined) return objects.size === 1 ? [] : [missingAttribute(node, 'toName')];
  return toName.split(',').flatMap((name): ConfigIssue[] => {
    if (!known.has(name)) {
      const text: Wording = { key: 'issueTargetMissing', values: { target: name, model: model(node) } };
      return [{ severity: 'error', code: 'target-missing', text }];
    }
    const target = objects.get(name);
    if (target === undefined || info.objects.length === 0 || info.objects.includes(target.tag)) return [];
    const text: Wording = {
      key: 'issueTargetUnsupported',
      values: { model: model(node), target: names([target.tag]), allowed: names(info.objects) },
    };
    return [{ severity: 'error', code: 'target-unsupported', text }];
  });
}

/** A comparison needs two objects. */
function wrongPair(node: ConfigNode): ConfigIssue[] {
  const names = attrText(node, 'toname')?.split(',') ?? [];
  if (node.tag !== 'pairwise' || names.length === 2) return [];
  return [{ severity: 'error', code: 'target-unsupported', text: { key: 'issuePairwise' } }];
}

/** Tags in their usual spelling. */
function names(tags: readonly string[]): string {
  return tags.map((tag) => tagInfo(tag)?.name ?? tag).join(', ');
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
      { severity: 'error', code: 'duplicate-name', text: { key: 'issueDuplicateName', values: { name } } },
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
            text: { key: 'issueKeyReserved', values: { key, title } },
          },
        ];
      }
      if (other === undefined) return [];
      return [
        {
          severity: 'warning',
          code: 'key-clash',
          text: { key: 'issueKeyClash', values: { key, first: other, second: title } },
        },
      ];
    });
  });
}
