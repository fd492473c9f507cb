/**
 * Labeling config, XML text → tree. Tag and attribute names are matched without case.
 */

export interface ConfigNode {
  /** Lower-case tag name. */
  tag: string;
  /** Tag name as written. */
  tagName: string;
  /** Attributes by lower-case name; `true` and `false` become booleans except for `value`. */
  attrs: Record<string, string | boolean>;
  children: ConfigNode[];
  /** Whole inner markup, for tags whose content is markup or CSS; empty for all others. */
  markup: string;
}

/** The text is not well-formed XML, or uses what a config may not (document types). */
export class ConfigSyntaxError extends Error {
  override name = 'ConfigSyntaxError';
}

const tagsWithMarkup = new Set(['style', 'hypertext', 'markdown']);

/**
 * Parses a labeling config.
 * @throws ConfigSyntaxError when the text is not well-formed, has no root element or declares a DOCTYPE.
 */
export function parseConfig(xml: string): ConfigNode {
  const text = xml.trim();
  if (text === '') throw new ConfigSyntaxError('The labeling config is empty.');
  const document = new DOMParser().parseFromString(text, 'text/xml');
  if (document.doctype !== null)
    throw new ConfigSyntaxError('A labeling config cannot declare a DOCTYPE or entities.');
  const failure = document.getElementsByTagName('parsererror')[0];
  if (failure !== undefined) throw new ConfigSyntaxError(parserMessage(failure.textContent ?? ''));
  return readElement(document.documentElement);
}

function readElement(element: Element): ConfigNode {
  const tag = element.tagName.toLowerCase();
  const attrs: ConfigNode['attrs'] = {};
  for (const attribute of element.attributes) {
    const name = attribute.name.toLowerCase();
    attrs[name] = name === 'value' ? attribute.value : typed(attribute.value);
  }
  const takesMarkup = tagsWithMarkup.has(tag);
  const children = takesMarkup ? [] : Array.from(element.children, readElement);
  const inner = (element.textContent ?? '').trim();
  if (
    children.length === 0 &&
    inner !== '' &&
    attrs['value'] === undefined &&
    (!takesMarkup || tag === 'markdown')
  ) {
    attrs['value'] = inner;
  }
  return {
    tag,
    tagName: element.tagName,
    attrs,
    children,
    markup: takesMarkup ? element.innerHTML.trim() : '',
  };
}

function typed(value: string): string | boolean {
  if (value === 'true') return true;
  if (value === 'false') return false;
  return value;
}

/** Browsers wrap the parser's message in prose of their own; keep the part that names the place. */
function parserMessage(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => /line|column|:\d+:\d+/i.test(line)) ??
    lines[0] ??
    'The labeling config is not well-formed XML.'
  );
}
