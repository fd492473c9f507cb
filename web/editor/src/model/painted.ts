import { isBlank, RleError } from '../tags/image/geometry/rle';
import { MaskCode } from '../tags/image/masks/MaskCode';
import type { ResultElement } from '../types';
import type { AnnotationDocument } from './document';

/** Keys of a value that may hold a painted mask. */
const maskKeys = ['rle', 'imageDataURL'] as const;

function codesOf({ value }: ResultElement): MaskCode[] {
  return maskKeys.flatMap((key) => {
    const code = value?.[key];
    return code instanceof MaskCode ? [code] : [];
  });
}

const written = new WeakMap<ResultElement, ResultElement>();

/** The element with its mask in the stored form; the same one when it has no freshly painted mask. */
export function withStoredMask(element: ResultElement): ResultElement {
  if (codesOf(element).length === 0) return element;
  const known = written.get(element);
  if (known !== undefined) return known;
  const value = { ...element.value };
  for (const key of maskKeys) {
    const code = value[key];
    if (code instanceof MaskCode) value[key] = code.stored;
  }
  const made = { ...element, value };
  written.set(element, made);
  return made;
}

/** Settles when every mask of the document is in its stored form; `null` when all are. */
export function masksStored(document: AnnotationDocument): Promise<unknown> | null {
  const waiting = Object.values(document.entries).flatMap(({ elements }) =>
    elements.flatMap((element) => codesOf(element).flatMap(({ ready }) => ready ?? [])),
  );
  return waiting.length > 0 ? Promise.all(waiting) : null;
}

const known = new WeakMap<readonly unknown[], boolean>();

/** Whether an element is a mask without a painted pixel: it stands for nothing and is not stored. */
export function isNothingPainted(element: ResultElement): boolean {
  const [code] = codesOf(element);
  if (code !== undefined) return code.mask.width === 0;
  const { value } = element;
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
    return rle.every((byte): byte is number => typeof byte === 'number') && isBlank(rle);
  } catch (error) {
    if (error instanceof RleError) return false;
    throw error;
  }
}
