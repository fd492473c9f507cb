import { attrFlag, attrText } from '../../config/attributes';
import type { ChoiceDefinition, ControlTag } from '../../config/compile';
import type { TagBehavior } from '../behavior';
import { isNested } from './selection';

export const choicesBehavior: TagBehavior = {
  rules: {
    required: ({ name }) => `Checkbox "${name}" is required.`,
    check(control, value) {
      const picked = Array.isArray(value) ? value.length : 0;
      if (attrText(control.node, 'choice') === 'multiple' || isNested(control) || picked <= 1) return null;
      return `The number of options selected (${picked}) exceed the maximum allowed (1). To proceed, first unselect excess options for:\r\n • Choices (${control.name})`;
    },
  },
  initial(control) {
    const selected = preselected(control);
    return selected.length === 0 ? undefined : selected;
  },
};

/** Choices marked `selected="true"`, as many as the control allows. */
function preselected(control: ControlTag): unknown[] {
  const nested = isNested(control);
  const found: unknown[] = [];
  const visit = (choices: readonly ChoiceDefinition[], path: readonly string[]): void => {
    for (const choice of choices) {
      const own = [...path, choice.name];
      if (attrFlag(choice.node, 'selected')) found.push(nested ? own : choice.name);
      visit(choice.children, own);
    }
  };
  visit(control.choices, []);
  return attrText(control.node, 'choice') === 'multiple' ? found : found.slice(0, 1);
}
