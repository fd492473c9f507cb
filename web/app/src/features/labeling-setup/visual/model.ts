import { labelPalette } from '../../../theme/labelPalette';
import { attribute, escapeAttribute, readConfig, walk, type ConfigElement } from '../config/document';
import { appendChildren } from '../config/edit';
import { tagNamed } from '../language/tags';

/** A part of the interface that shows a field of the task. */
export interface DataBinding {
  element: ConfigElement;
  name: string;
  /** The attribute that says which field. */
  attribute: 'value' | 'valueList';
  /** Without the `$`; undefined when a literal is shown. */
  field: string | undefined;
}

/** One label or choice. */
export interface LabelItem {
  element: ConfigElement;
  value: string;
  color: string | undefined;
}

/** The labels or choices of one control. */
export interface LabelSet {
  element: ConfigElement;
  name: string;
  kind: 'labels' | 'choices';
  items: LabelItem[];
  /** More come with each task. */
  dynamic: boolean;
}

/** What the visual editor shows of a configuration. */
export interface VisualModel {
  bindings: DataBinding[];
  sets: LabelSet[];
  /** Elements with options to switch. */
  elements: ConfigElement[];
}

export function readVisualModel(text: string): VisualModel {
  const elements = [...walk(readConfig(text))];
  return {
    bindings: elements.flatMap(bindingOf),
    sets: elements.flatMap(setOf),
    elements,
  };
}

/** Adds labels or choices, one per line; blank lines and those that are there already are left out. */
export function addItems(text: string, set: LabelSet, lines: string): string {
  const known = new Set(set.items.map(({ value }) => value));
  const used = new Set(set.items.map(({ color }) => color?.toUpperCase()));
  const added: string[] = [];
  for (const line of lines.split('\n')) {
    const value = line.trim();
    if (value === '' || known.has(value)) continue;
    known.add(value);
    if (set.kind === 'choices') {
      added.push(`<Choice value="${escapeAttribute(value)}"/>`);
    } else {
      const color =
        labelPalette.find((candidate) => !used.has(candidate)) ?? labelPalette[known.size % 20] ?? '#666666';
      used.add(color);
      added.push(`<Label value="${escapeAttribute(value)}" background="${color}"/>`);
    }
  }
  return appendChildren(text, containerOf(set), added);
}

/** Where further items go: beside the last one, which may stand in a View of its own. */
function containerOf(set: LabelSet): ConfigElement {
  return set.items.at(-1)?.element.parent ?? set.element;
}

function bindingOf(element: ConfigElement): DataBinding[] {
  if (tagNamed(element.name)?.role !== 'object') return [];
  const bound = attribute(element, 'value') ?? attribute(element, 'valueList');
  if (bound === undefined) return [];
  return [
    {
      element,
      name: attribute(element, 'name')?.value ?? '',
      attribute: bound.name.toLowerCase() === 'value' ? 'value' : 'valueList',
      field: bound.value.startsWith('$') ? bound.value.slice(1) : undefined,
    },
  ];
}

function setOf(element: ConfigElement): LabelSet[] {
  const kind =
    element.name === 'Choices' ? 'choices' : element.name.endsWith('Labels') ? 'labels' : undefined;
  if (kind === undefined) return [];
  const itemName = kind === 'choices' ? 'Choice' : 'Label';
  const items = [...walk(element.children)].flatMap((child) => {
    const value = attribute(child, 'value')?.value;
    if (child.name !== itemName || value === undefined) return [];
    return [{ element: child, value, color: attribute(child, 'background')?.value }];
  });
  return [
    {
      element,
      name: attribute(element, 'name')?.value ?? '',
      kind,
      items,
      dynamic: attribute(element, 'value')?.value.startsWith('$') ?? false,
    },
  ];
}
