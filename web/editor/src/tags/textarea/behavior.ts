import { resolveText } from '../../config/variables';
import type { TagBehavior } from '../behavior';

export const textAreaBehavior: TagBehavior = {
  rules: {
    required: 'textAreaRequired',
  },
  prefill: (control, config) => resolveText(control.node.attrs['value'], config.data),
};
