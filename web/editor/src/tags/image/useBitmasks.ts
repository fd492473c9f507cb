import { useCallback, useEffect, useMemo, useState } from 'react';
import { geometryOf, type Entry } from '../../model/document';
import { maskOfPng, pngOf } from './bitmask';
import { decodeMask } from './geometry/rle';
import type { ReadBitmasks } from './regionShape';
import type { StoredShape } from './types';

type StoredMask = Extract<StoredShape, { kind: 'mask' }>;

/**
 * Masks that are stored as pictures, read once each, and the way to store a changed one. A picture that cannot be read
 * is not shown, and its result kept as it is.
 */
export function useBitmasks(entries: readonly Entry[]): [ReadBitmasks, (mask: StoredMask) => string] {
  const [read, setRead] = useState<ReadBitmasks>(new Map());
  const wanted = useMemo(
    () =>
      entries.flatMap((entry) => {
        const address = geometryOf(entry)['imageDataURL'];
        return typeof address === 'string' && /^data:image\/[\w.+-]+[;,]/.test(address) ? [address] : [];
      }),
    [entries],
  );
  useEffect(() => {
    let current = true;
    const missing = wanted.filter((address) => !read.has(address));
    const remember = (address: string, mask: StoredMask): void => {
      if (current) setRead((before) => new Map(before).set(address, mask));
    };
    for (const address of missing)
      maskOfPng(address).then(
        (mask) => remember(address, mask),
        () => remember(address, UNREADABLE),
      );
    return () => {
      current = false;
    };
  }, [wanted, read]);

  const store = useCallback((mask: StoredMask): string => {
    const size = mask.size ?? { width: 0, height: 0 };
    const address = pngOf(decodeMask(mask.rle, size), size);
    setRead((before) => new Map(before).set(address, mask));
    return address;
  }, []);
  return [read, store];
}

const UNREADABLE: StoredMask = { kind: 'mask', rle: [], size: null };
