import { useState } from 'react';

/** Browsers stop drawing elements of some ten million pixels; longer lists are shown in blocks. */
const MAX_HEIGHT = 6_400_000;

export interface Blocks {
  /** Position of the first task in the block that is shown. */
  offset: number;
  /** Tasks in it. */
  count: number;
  total: number;
  /** Shows the block before; undefined where there is none. */
  onPrevious: (() => void) | undefined;
  /** Shows the block after; undefined where there is none. */
  onNext: (() => void) | undefined;
}

/**
 * The part of a long list that is drawn in one piece.
 *
 * @param lineHeight - Height of a line in pixels.
 * @param width - Tasks in a line.
 */
export function useBlocks(total: number, lineHeight: number, width = 1): Blocks {
  const [first, setFirst] = useState(0);
  const size = Math.max(1, Math.floor(MAX_HEIGHT / lineHeight)) * width;
  const last = Math.max(0, Math.ceil(total / size) - 1);
  // The block goes by the first task in it, so that lines of another height begin near the same one.
  const block = Math.min(Math.floor(first / size), last);
  const offset = block * size;
  const go = (to: number) => () => {
    setFirst(to * size);
  };
  return {
    offset,
    count: Math.min(size, total - offset),
    total,
    onPrevious: block === 0 ? undefined : go(block - 1),
    onNext: block === last ? undefined : go(block + 1),
  };
}
