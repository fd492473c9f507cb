import type { TagBehavior } from '../behavior';

export const textBehavior: TagBehavior = {
  /** Some tools write offsets as numeric strings; they are stored as numbers. */
  normalize(element) {
    const value = { ...element.value };
    for (const key of ['start', 'end']) {
      const offset = value[key];
      if (typeof offset === 'string' && /^\d+$/.test(offset)) value[key] = Number(offset);
    }
    return { ...element, value };
  },
};
