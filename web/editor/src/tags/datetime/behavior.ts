import type { TagBehavior } from '../behavior';
import { dateFault } from './format';

export const dateTimeBehavior: TagBehavior = {
  rules: {
    required: ({ name }) => `DateTime "${name}" is required.`,
    check: (control, value) => dateFault(control, String(value)),
  },
};
