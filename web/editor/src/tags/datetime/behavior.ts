import { attrText } from '../../config/attributes';
import type { TagBehavior } from '../behavior';
import { dateFault } from './format';

export const dateTimeBehavior: TagBehavior = {
  rules: {
    required: 'dateRequired',
    check: (control, value) => dateFault(control, String(value)),
  },
  fallback: (control) => attrText(control.node, 'defaultvalue'),
};
