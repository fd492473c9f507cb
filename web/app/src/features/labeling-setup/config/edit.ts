import { attribute, escapeAttribute, type ConfigElement } from './document';

/*
 * Edits of a configuration's text. Everything outside the edited place stays as it was written, layout and comments
 * included. Each takes the text and elements read from that very text, and returns the new text.
 */

/** Sets an attribute, in its place when it is there; null removes it. */
export function setAttribute(
  text: string,
  element: ConfigElement,
  name: string,
  value: string | null,
): string {
  const existing = attribute(element, name);
  if (existing === undefined) {
    if (value === null) return text;
    const last = element.attributes.at(-1)?.to ?? element.openTag.from + 1 + element.name.length;
    return splice(text, last, last, ` ${name}="${escapeAttribute(value)}"`);
  }
  if (value !== null) {
    const { from, to } = existing.valueRange;
    const quoted =
      text[from - 1] === "'" ? escapeAttribute(value).replaceAll("'", '&apos;') : escapeAttribute(value);
    return splice(text, from, to, quoted);
  }
  let from = existing.from;
  while (/\s/.test(text[from - 1] ?? '')) from--;
  return splice(text, from, existing.to, '');
}

/** Removes an element and the line it stood on, if it stood there alone. */
export function removeElement(text: string, { from, to }: ConfigElement): string {
  const lineStart = text.lastIndexOf('\n', from - 1);
  const lineEnd = text.indexOf('\n', to);
  const alone =
    lineStart !== -1 &&
    text.slice(lineStart + 1, from).trim() === '' &&
    text.slice(to, lineEnd === -1 ? undefined : lineEnd).trim() === '';
  return alone
    ? splice(text, lineStart, lineEnd === -1 ? text.length : lineEnd, '')
    : splice(text, from, to, '');
}

/** Adds elements at the end of another, each on a line of its own, indented like their siblings. */
export function appendChildren(text: string, parent: ConfigElement, children: readonly string[]): string {
  if (children.length === 0) return text;
  const outer = indentation(text, parent.from);
  const sibling = parent.children.at(-1);
  const siblingIndent = sibling && indentation(text, sibling.from);
  const inner =
    siblingIndent !== undefined && siblingIndent.length > outer.length ? siblingIndent : `${outer}  `;
  const added = children.map((child) => `\n${inner}${child}`).join('');
  if (parent.closeTag === undefined) {
    const opened = text.slice(parent.openTag.from, parent.openTag.to).replace(/\s*\/>$/, '>');
    return splice(
      text,
      parent.openTag.from,
      parent.openTag.to,
      `${opened}${added}\n${outer}</${parent.name}>`,
    );
  }
  const content = text.slice(parent.openTag.to, parent.closeTag);
  const end = parent.openTag.to + content.trimEnd().length;
  return splice(text, end, parent.closeTag, `${added}\n${outer}`);
}

function indentation(text: string, position: number): string {
  const lineStart = text.lastIndexOf('\n', position - 1) + 1;
  return /^\s*/.exec(text.slice(lineStart, position))?.[0] ?? '';
}

function splice(text: string, from: number, to: number, replacement: string): string {
  return text.slice(0, from) + replacement + text.slice(to);
}
