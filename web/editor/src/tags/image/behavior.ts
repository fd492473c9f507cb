import type { TagBehavior } from '../behavior';
import { imageRegionFields } from './regionFields';

export const imageBehavior: TagBehavior = {
  fields: imageRegionFields,
  /** A polygon that does not say whether it is closed is. */
  normalize(element) {
    const { value } = element;
    // Masks have many thousands of numbers, which nobody has to look through for changes.
    if (Array.isArray(value?.['rle'])) Object.freeze(value['rle']);
    if (!Array.isArray(value?.['points']) || value['closed'] !== undefined) return element;
    return { ...element, value: { ...value, closed: true } };
  },
};
