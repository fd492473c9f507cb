import type { CSSProperties } from 'react';

const foreignUrl = /url\(\s*['"]?(?!data:image\/|\/(?!\/))|(?:image|image-set|cross-fade|src)\(|\\/i;

/**
 * Reads a `style` attribute (`a: b; c: d`) for React. Task data can hold one: declarations that load from elsewhere than
 * this server or run code are left out.
 */
export function readStyle(written: string | boolean | undefined): CSSProperties {
  if (typeof written !== 'string') return {};
  const style: Record<string, string> = {};
  for (const declaration of written.split(/;(?![^(]*\))/)) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim();
    const value = declaration.slice(colon + 1).trim();
    if (property === '' || value === '' || /expression\(|javascript:/i.test(value) || foreignUrl.test(value))
      continue;
    style[property.startsWith('--') ? property : camelCase(property)] = value.replace(/\s*!important$/, '');
  }
  return style;
}

function camelCase(property: string): string {
  return property.toLowerCase().replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
