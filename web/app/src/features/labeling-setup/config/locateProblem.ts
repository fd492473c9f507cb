import { attribute, readConfig, walk, type ConfigElement, type Range } from './document';

/**
 * Finds the place in a configuration that a message of the server speaks of; the first tag where it names none.
 */
export function locateProblem(text: string, message: string): Range {
  return atPosition(text, message) ?? atElement(text, message) ?? firstTag(text);
}

/** `line 3, column 14`: lines from 1, columns from 0, as the XML parser counts. */
function atPosition(text: string, message: string): Range | undefined {
  const match = /line (\d+), column (\d+)/.exec(message);
  if (match === null) return undefined;
  const lines = text.split('\n');
  const line = Math.min(Number(match[1]), lines.length) - 1;
  const start = lines.slice(0, line).reduce((length, each) => length + each.length + 1, 0);
  const width = lines[line]?.length ?? 0;
  const from = start + Math.min(Number(match[2]), Math.max(0, width - 1));
  return { from, to: Math.max(from, start + width) };
}

function atElement(text: string, message: string): Range | undefined {
  const elements = [...walk(readConfig(text))];

  const unknownName = /toName="([^"]*)" not found/.exec(message)?.[1];
  if (unknownName !== undefined) {
    for (const element of elements) {
      const toName = attribute(element, 'toName');
      if (toName?.value.split(',').includes(unknownName)) return toName;
    }
  }

  if (message.includes('non-unique names')) {
    const seen = new Set<string>();
    for (const element of elements) {
      const name = attribute(element, 'name');
      if (name === undefined) continue;
      if (seen.has(name.value)) return name;
      seen.add(name.value);
    }
  }

  const missing = /'(\w+)' is a required property/.exec(message)?.[1];
  if (missing !== undefined) return openTagOf(elements.find((element) => lacks(element, missing)));

  const control = /with name="([^"]*)"|with tag "([^"]*)"|from_name=([^,\s]+)/.exec(message);
  const name = control?.slice(1).find((group) => group !== undefined);
  if (name === undefined) return undefined;
  return openTagOf(elements.find((element) => attribute(element, 'name')?.value === name));
}

/** The tags whose attributes and children the server checks, and those that `name` and `toName` are asked of. */
const needs: Record<string, readonly string[]> = {
  Image: ['name', 'value'],
  Text: ['name', 'value'],
  HyperText: ['name', 'value'],
  TextArea: ['name', 'toName'],
  Number: ['name', 'toName'],
  Choices: ['name', 'toName', 'Choice'],
  Labels: ['name', 'toName', 'Label'],
  Choice: ['value'],
  Label: ['value'],
};

function lacks(element: ConfigElement, property: string): boolean {
  if (!needs[element.name]?.includes(property)) return false;
  if (property === 'value' && attribute(element, 'valueList') !== undefined) return false;
  if (property === 'Choice' || property === 'Label') {
    return attribute(element, 'value') === undefined && element.children.length === 0;
  }
  return attribute(element, property) === undefined;
}

function openTagOf(element: ConfigElement | undefined): Range | undefined {
  return element?.openTag;
}

function firstTag(text: string): Range {
  return readConfig(text)[0]?.openTag ?? { from: 0, to: Math.min(text.length, 1) };
}
