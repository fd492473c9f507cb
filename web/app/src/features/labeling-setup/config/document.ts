import { xmlLanguage } from '@codemirror/lang-xml';
import type { SyntaxNode } from '@lezer/common';

/** A stretch of the configuration's text. */
export interface Range {
  from: number;
  to: number;
}

export interface ConfigAttribute extends Range {
  name: string;
  /** Entities resolved. */
  value: string;
  /** Between the quotes. */
  valueRange: Range;
}

/** An element of a labeling configuration and where it stands in the text. */
export interface ConfigElement extends Range {
  name: string;
  attributes: ConfigAttribute[];
  children: ConfigElement[];
  parent: ConfigElement | undefined;
  /** The opening tag, `<` and `>` included. */
  openTag: Range;
  /** Start of the closing tag; undefined for `<Tag/>`. */
  closeTag: number | undefined;
}

/**
 * Reads a configuration without giving up on mistakes: what can be understood is there, with its place in the text.
 */
export function readConfig(text: string): ConfigElement[] {
  const top: ConfigElement[] = [];
  const visit = (node: SyntaxNode, parent: ConfigElement | undefined) => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.name !== 'Element') continue;
      const element = readElement(child, parent, text);
      if (element === undefined) continue;
      (parent?.children ?? top).push(element);
      visit(child, element);
    }
  };
  visit(xmlLanguage.parser.parse(text).topNode, undefined);
  return top;
}

/** All elements in the order of the text. */
export function* walk(elements: readonly ConfigElement[]): Generator<ConfigElement> {
  for (const element of elements) {
    yield element;
    yield* walk(element.children);
  }
}

/** The value of an attribute, its name in any case. */
export function attribute(element: ConfigElement, name: string): ConfigAttribute | undefined {
  return element.attributes.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
}

function readElement(
  node: SyntaxNode,
  parent: ConfigElement | undefined,
  text: string,
): ConfigElement | undefined {
  const open = node.getChild('OpenTag') ?? node.getChild('SelfClosingTag');
  const name = open?.getChild('TagName');
  if (!open || !name) return undefined;
  return {
    name: text.slice(name.from, name.to),
    attributes: open.getChildren('Attribute').flatMap((child) => readAttribute(child, text)),
    children: [],
    parent,
    openTag: { from: open.from, to: open.to },
    closeTag: node.getChild('CloseTag')?.from,
    from: node.from,
    to: node.to,
  };
}

function readAttribute(node: SyntaxNode, text: string): ConfigAttribute[] {
  const name = node.getChild('AttributeName');
  const value = node.getChild('AttributeValue');
  if (!name || !value) return [];
  const valueRange = { from: value.from + 1, to: value.to - 1 };
  return [
    {
      name: text.slice(name.from, name.to),
      value: unescape(text.slice(valueRange.from, valueRange.to)),
      valueRange,
      from: node.from,
      to: node.to,
    },
  ];
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescape(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities.get(name) ?? whole;
      const point = hex === undefined ? parseInt(decimal ?? '', 10) : parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

/** Writes a text so that it can stand in a double-quoted attribute. */
export function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
