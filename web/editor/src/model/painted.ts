import { isBlank, RleError } from '../tags/image/geometry/rle';
import type { ResultElement } from '../types';

const known = new WeakMap<readonly unknown[], boolean>();

/** Whether an element is a mask without a painted pixel: it stands for nothing and is not stored. */
export function isNothingPainted({ value }: ResultElement): boolean {
  const rle = value?.['rle'];
  if (!Array.isArray(rle)) return value?.['imageDataURL'] === '';
  const read = known.get(rle);
  if (read !== undefined) return read;
  const blank = readsBlank(rle);
  known.set(rle, blank);
  return blank;
}

/** A code that cannot be read is kept: it may mean something to whoever wrote it. */
function readsBlank(rle: readonly unknown[]): boolean {
  try {
    return isBlank(rle.map(Number));
  } catch (error) {
    if (error instanceof RleError) return false;
    throw error;
  }
}
