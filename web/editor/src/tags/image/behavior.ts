import type { TagBehavior } from '../behavior';

export const polygonBehavior: TagBehavior = {
  /** A polygon that does not say whether it is closed is. */
  normalize(element) {
    const { value } = element;
    if (!Array.isArray(value?.['points']) || value['closed'] !== undefined) return element;
    return { ...element, value: { ...value, closed: true } };
  },
};
