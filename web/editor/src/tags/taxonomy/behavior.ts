import { attrNumber } from '../../config/attributes';
import type { TagBehavior } from '../behavior';

export const taxonomyBehavior: TagBehavior = {
  rules: {
    required: 'taxonomyRequired',
    check(control, value) {
      const most = attrNumber(control.node, 'maxusages') ?? Infinity;
      const picked = Array.isArray(value) ? value.length : 0;
      if (picked <= most) return null;
      return { key: 'taxonomyTooMany', values: { count: picked, most, name: control.name } };
    },
  },
};
