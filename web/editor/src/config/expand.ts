import type { ConfigNode } from './parse';
import { resolveValue } from './variables';

/**
 * Makes a config concrete for one task: Repeaters become copies, and labels and choices
 * that come from task data become children of their control.
 */
export function expandConfig(root: ConfigNode, data: Record<string, unknown>): ConfigNode {
  return { ...root, children: expandChildren(root, data) };
}

function expandChildren(node: ConfigNode, data: Record<string, unknown>): ConfigNode[] {
  const children = node.children.flatMap((child) => expandNode(child, data));
  const child = dynamicChild(node);
  return child === null ? children : [...children, ...dynamicChildren(node, child, data)];
}

function expandNode(node: ConfigNode, data: Record<string, unknown>): ConfigNode[] {
  if (node.tag === 'repeater') return [expandRepeater(node, data)];
  return [{ ...node, children: expandChildren(node, data) }];
}

function expandRepeater(node: ConfigNode, data: Record<string, unknown>): ConfigNode {
  const list = resolveValue(text(node.attrs['on']), data);
  const flag = text(node.attrs['indexflag']) || '{{idx}}';
  const pages = (Array.isArray(list) ? list : []).map((_, index): ConfigNode => {
    const children = node.children.map((child) => withIndex(child, flag, String(index)));
    const page: ConfigNode = { tag: 'view', tagName: 'View', attrs: {}, children, markup: '' };
    return { ...page, children: expandChildren(page, data) };
  });
  const paged = text(node.attrs['mode']) === 'pagination';
  return {
    tag: paged ? 'pagedview' : 'view',
    tagName: paged ? 'PagedView' : 'View',
    attrs: {},
    children: pages,
    markup: '',
  };
}

function withIndex(node: ConfigNode, flag: string, index: string): ConfigNode {
  const attrs = Object.fromEntries(
    Object.entries(node.attrs).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(flag, index) : value,
    ]),
  );
  return { ...node, attrs, children: node.children.map((child) => withIndex(child, flag, index)) };
}

function dynamicChild(node: ConfigNode): 'Label' | 'Choice' | null {
  if (node.tag === 'choices' || node.tag === 'taxonomy') return 'Choice';
  return node.tag === 'labels' || (node.tag.endsWith('labels') && node.tag !== 'relations') ? 'Label' : null;
}

function dynamicChildren(
  node: ConfigNode,
  tagName: 'Label' | 'Choice',
  data: Record<string, unknown>,
): ConfigNode[] {
  const value = node.attrs['value'];
  if (typeof value !== 'string' || !value.startsWith('$')) return [];
  const list = resolveValue(value, data);
  return Array.isArray(list) ? list.flatMap((item) => dynamicNode(item, tagName)) : [];
}

/** One label or choice given by the task: a plain text, or an object whose keys are the tag's attributes. */
function dynamicNode(item: unknown, tagName: 'Label' | 'Choice'): ConfigNode[] {
  const node = { tag: tagName.toLowerCase(), tagName, markup: '' };
  if (typeof item === 'string' || typeof item === 'number') {
    return [{ ...node, attrs: { value: String(item) }, children: [] }];
  }
  if (item === null || typeof item !== 'object') return [];
  const attrs: ConfigNode['attrs'] = {};
  for (const [key, value] of Object.entries(item)) {
    if (typeof value === 'string' || typeof value === 'boolean') attrs[key.toLowerCase()] = value;
    else if (typeof value === 'number') attrs[key.toLowerCase()] = String(value);
  }
  const children = 'children' in item && Array.isArray(item.children) ? item.children : [];
  return [{ ...node, attrs, children: children.flatMap((child) => dynamicNode(child, tagName)) }];
}

function text(value: string | boolean | undefined): string {
  return typeof value === 'string' ? value : '';
}
