import { useEffect, useMemo, useState } from 'react';
import { geometryOf, type Entry } from '../../model/document';
import { EMPTY_MASK } from './geometry/mask';
import { readBeside } from './masks/beside';
import { pageCanvas, readBitmask, type SizedMask } from './masks/bitmask';
import type { ReadBitmasks } from './regionShape';

/**
 * Masks that are stored as pictures, read once each. One that cannot be read is not shown, and its result kept as it
 * is.
 */
export function useBitmasks(entries: readonly Entry[]): ReadBitmasks {
  const [read, setRead] = useState<ReadBitmasks>(new Map());
  const wanted = useMemo(
    () =>
      entries.flatMap((entry) => {
        const address = geometryOf(entry)['imageDataURL'];
        return typeof address === 'string' && /^data:image\/[\w.+-]+[;,]/.test(address) ? [address] : [];
      }),
    [entries],
  );
  const missing = useMemo(() => wanted.filter((address) => !read.has(address)), [wanted, read]);
  useEffect(() => {
    if (missing.length === 0) return undefined;
    let current = true;
    // All at once, so that the picture is not drawn anew for each of many.
    void Promise.all(missing.map(async (address) => [address, await readStored(address)] as const)).then(
      (found) => {
        if (current) setRead((before) => new Map([...before, ...found]));
      },
    );
    return () => {
      current = false;
    };
  }, [missing]);
  return read;
}

type StoredMask = { kind: 'mask'; pixels: SizedMask['mask']; size: SizedMask['size'] | null };

async function readStored(address: string): Promise<StoredMask> {
  const read = (await readBeside(address)) ?? (await readHere(address));
  return read
    ? { kind: 'mask', pixels: read.mask, size: read.size }
    : { kind: 'mask', pixels: EMPTY_MASK, size: null };
}

/** `null` when the address holds no picture. */
async function readHere(address: string): Promise<SizedMask | null> {
  const image = await new Promise<HTMLImageElement | null>((resolve) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = () => resolve(null);
    picture.src = address;
  });
  if (image === null) return null;
  const size = { width: image.naturalWidth, height: image.naturalHeight };
  return readBitmask(pageCanvas(size).ctx, image, size);
}
