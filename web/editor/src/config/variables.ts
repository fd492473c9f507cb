/**
 * References to task data inside attribute values: `$field`, `$a.b[0].c`.
 */

const reference = /\$[A-Za-z0-9_[\].{}]+/g;

/**
 * Resolves an attribute value against task data. A value that is one whole reference gives the raw data
 * (an empty string when it is missing); references inside other text are replaced by their text.
 */
export function resolveValue(value: string, data: Record<string, unknown>): unknown {
  if (!value.includes('$')) return value;
  const whole = value.match(reference);
  if (whole !== null && whole.length === 1 && whole[0] === value) return lookUp(value.slice(1), data) ?? '';
  return value.replace(reference, (found) => {
    // A full stop that ends a sentence is not a part of the path.
    const path = found.slice(1).replace(/\.+$/, '');
    return asText(lookUp(path, data)) + found.slice(1 + path.length);
  });
}

/** As `resolveValue`, always a string. */
export function resolveText(value: string | boolean | undefined, data: Record<string, unknown>): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return String(value);
  return asText(resolveValue(value, data));
}

function lookUp(path: string, data: Record<string, unknown>): unknown {
  let current: unknown = data;
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    if (current === null || typeof current !== 'object') return undefined;
    if (!Object.hasOwn(current, step)) return undefined;
    current = (current as Record<string, unknown>)[step];
  }
  return current;
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}
