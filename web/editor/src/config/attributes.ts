import type { ConfigNode } from './parse';

/** An attribute as text; undefined when it is not given. */
export function attrText(node: ConfigNode, name: string): string | undefined {
  const value = node.attrs[name];
  return value === undefined ? undefined : String(value);
}

/** An attribute that is true or false, written in any case. */
export function attrFlag(node: ConfigNode, name: string, fallback = false): boolean {
  const value = node.attrs[name];
  if (typeof value === 'boolean') return value;
  if (value === undefined) return fallback;
  return value.toLowerCase() === 'true' ? true : value.toLowerCase() === 'false' ? false : fallback;
}

/** A numeric attribute; undefined when it is missing or not a finite number. */
export function attrNumber(node: ConfigNode, name: string): number | undefined {
  const value = node.attrs[name];
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** A comma-separated attribute; the whole text comes first, because a name may itself hold a comma. */
export function attrList(node: ConfigNode, name: string): string[] {
  const value = attrText(node, name);
  if (value === undefined || value === '') return [];
  const parts = value.split(',').map((part) => part.trim());
  return parts.length > 1 ? [value, ...parts] : parts;
}
