import { attrFlag, attrText } from '../../config/attributes';
import type { ChoiceDefinition, ControlTag } from '../../config/compile';

/*
 * What a click on a choice makes of the answer. A plain control stores names, a nested one stores paths
 * from the top choice: every picked leaf, and every parent whose leaves are all picked.
 */

export type Path = readonly string[];
export type Checked = 'all' | 'some' | 'none';

/** Whether answers are paths. */
export function isNested(control: ControlTag): boolean {
  return attrFlag(control.node, 'allownested');
}

export function isMultiple(control: ControlTag): boolean {
  return attrText(control.node, 'choice') === 'multiple';
}

/** The answer as paths, whatever form it was stored in. */
export function pathsFrom(value: unknown): string[][] {
  if (!Array.isArray(value)) return typeof value === 'string' ? [[value]] : [];
  return value.flatMap((item: unknown) => {
    if (typeof item === 'string') return [[item]];
    return Array.isArray(item) ? [item.filter((step) => typeof step === 'string')] : [];
  });
}

/** How much of a choice is picked. */
export function checkedState(choice: ChoiceDefinition, path: Path, picked: readonly Path[]): Checked {
  if (choice.children.length === 0) return picked.some((other) => samePath(other, path)) ? 'all' : 'none';
  const states = choice.children.map((child) => checkedState(child, [...path, child.name], picked));
  if (states.every((state) => state === 'all')) return 'all';
  return states.some((state) => state !== 'none') ? 'some' : 'none';
}

/** The answer after a click on a choice; undefined when nothing is left. */
export function toggleChoice(
  control: ControlTag,
  value: unknown,
  choice: ChoiceDefinition,
  path: Path,
): unknown {
  const paths = pathsFrom(value);
  const next = isNested(control)
    ? toggleNested(control, paths, choice, path)
    : toggleFlat(control, paths, path);
  return next.length === 0 ? undefined : next;
}

function toggleFlat(control: ControlTag, picked: readonly Path[], path: Path): string[] {
  const name = path.at(-1) ?? '';
  const names = picked.map((other) => other.at(-1) ?? '');
  if (!isMultiple(control)) {
    const radio = attrText(control.node, 'choice') === 'single-radio';
    return names.includes(name) && !radio ? [] : [name];
  }
  return names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
}

function toggleNested(
  control: ControlTag,
  picked: readonly Path[],
  choice: ChoiceDefinition,
  path: Path,
): string[][] {
  const leaves = leavesOf(choice, path);
  const wasPicked = checkedState(choice, path, picked) === 'all';
  const others = isMultiple(control)
    ? picked.filter((other) => !leaves.some((leaf) => samePath(leaf, other)))
    : [];
  return withFullParents(control.choices, wasPicked ? others : [...others, ...leaves]);
}

function leavesOf(choice: ChoiceDefinition, path: Path): Path[] {
  if (choice.children.length === 0) return [path];
  return choice.children.flatMap((child) => leavesOf(child, [...path, child.name]));
}

/** Adds parents whose leaves are all picked, drops parents that no longer are; keeps paths the config does not know. */
function withFullParents(choices: readonly ChoiceDefinition[], picked: readonly Path[]): string[][] {
  const parents: Path[] = [];
  const full: Path[] = [];
  const visit = (list: readonly ChoiceDefinition[], path: Path): void => {
    for (const choice of list) {
      if (choice.children.length === 0) continue;
      const own = [...path, choice.name];
      parents.push(own);
      if (checkedState(choice, own, picked) === 'all') full.push(own);
      visit(choice.children, own);
    }
  };
  visit(choices, []);
  const leaves = picked.filter((path) => !parents.some((parent) => samePath(parent, path)));
  return [...full, ...leaves].map((path) => [...path]);
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
