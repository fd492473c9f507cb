import { EMPTY_MASK, trimmed, type Mask } from './mask';

/** What two or more masks come to. `subtract` takes all others from the first. */
export type MaskOperation = 'union' | 'subtract' | 'intersect';

/** The masks as one; of the same image. */
export function combineMasks(operation: MaskOperation, masks: readonly Mask[]): Mask {
  const [first, ...rest] = masks;
  return first === undefined ? EMPTY_MASK : rest.reduce((sum, mask) => pairs[operation](sum, mask), first);
}

const pairs: Readonly<Record<MaskOperation, (one: Mask, other: Mask) => Mask>> = {
  union(one, other) {
    if (one.width === 0) return other;
    if (other.width === 0) return one;
    const x = Math.min(one.x, other.x);
    const y = Math.min(one.y, other.y);
    const width = Math.max(one.x + one.width, other.x + other.width) - x;
    const height = Math.max(one.y + one.height, other.y + other.height) - y;
    const made: Mask = { x, y, width, height, alpha: new Uint8Array(width * height) };
    for (const mask of [one, other])
      eachShared(
        made,
        mask,
        (at, from) => (made.alpha[at] = Math.max(made.alpha[at] ?? 0, mask.alpha[from] ?? 0)),
      );
    return made;
  },

  subtract(one, other) {
    const made: Mask = { ...one, alpha: one.alpha.slice() };
    eachShared(made, other, (at, from) => {
      if (other.alpha[from] !== 0) made.alpha[at] = 0;
    });
    return trimmed(made);
  },

  intersect(one, other) {
    const made: Mask = { ...one, alpha: new Uint8Array(one.alpha.length) };
    eachShared(made, other, (at, from) => {
      if (other.alpha[from] !== 0) made.alpha[at] = one.alpha[at] ?? 0;
    });
    return trimmed(made);
  },
};

/** Places of the pixels that lie in the rectangles of both masks. */
function eachShared(one: Mask, other: Mask, pixel: (at: number, from: number) => void): void {
  const left = Math.max(one.x, other.x);
  const right = Math.min(one.x + one.width, other.x + other.width);
  const bottom = Math.min(one.y + one.height, other.y + other.height);
  for (let row = Math.max(one.y, other.y); row < bottom; row++) {
    const at = (row - one.y) * one.width - one.x;
    const from = (row - other.y) * other.width - other.x;
    for (let column = left; column < right; column++) pixel(at + column, from + column);
  }
}
