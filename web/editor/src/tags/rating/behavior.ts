import { attrNumber } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import type { TagBehavior } from '../behavior';

export function maxRating(control: ControlTag): number {
  return Math.max(1, Math.round(attrNumber(control.node, 'maxrating') ?? 5));
}

export const ratingBehavior: TagBehavior = {
  rules: {
    required: 'ratingRequired',
  },
  initial(control) {
    const value = attrNumber(control.node, 'defaultvalue') ?? 0;
    return value > 0 ? Math.min(value, maxRating(control)) : undefined;
  },
};
