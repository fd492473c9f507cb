import { attrFlag } from '../../config/attributes';
import type { ChoiceDefinition, ControlTag } from '../../config/compile';
import type { TagBehavior } from '../behavior';
import { isMultiple, isNested } from './selection';

export const choicesBehavior: TagBehavior = {
  rules: {
    required: 'choicesRequired',
    check(control, value) {
      const picked = Array.isArray(value) ? value.length : 0;
      if (isMultiple(control) || isNested(control) || picked <= 1) return null;
      return { key: 'choicesTooMany', values: { count: picked, name: control.name } };
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
  return isMultiple(control) ? found : found.slice(0, 1);
}
