import type { Size } from './geometry/shapes';

/** The picture at one resolution. */
export interface PictureLevel {
  readonly source: HTMLImageElement | ImageBitmap;
  /** In pixels. */
  readonly size: Size;
}

/** A loaded image at its natural size, with reductions of it. */
export interface Picture extends PictureLevel {
  /** Each half the size of the one before. */
  readonly reductions: readonly PictureLevel[];
}

/** Reductions are made while a side is longer than this, so that every draw reads few pixels. */
const SMALL_ENOUGH = 1600;

type CrossOrigin = 'none' | 'anonymous' | 'use-credentials';

/** The address could not be loaded or is no image. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
}

/**
 * Loads an image. Permission to read its pixels is asked for first; a host that does not give it still
 * gets its picture shown, unless credentials were asked for.
 */
export async function loadPicture(src: string, crossOrigin: CrossOrigin): Promise<Picture> {
  const image =
    crossOrigin === 'use-credentials'
      ? await load(src, 'use-credentials')
      : await load(src, 'anonymous').catch(() => load(src, null));
  const size = { width: image.naturalWidth, height: image.naturalHeight };
  if (size.width === 0 || size.height === 0)
    throw new PictureError(`The image at ${src} has no size of its own.`);
  return { source: image, size, reductions: [] };
}

function load(src: string, crossOrigin: string | null): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.crossOrigin = crossOrigin;
    image.decoding = 'async';
    image.onload = () => resolve(image);
    image.onerror = () => reject(new PictureError(`The image at ${src} could not be loaded.`));
    image.src = src;
  });
}

/** The picture with its reductions; the same object when it is small enough without. */
export async function withReductions(picture: Picture): Promise<Picture> {
  const reductions: PictureLevel[] = [];
  let last: PictureLevel = picture;
  while (Math.max(last.size.width, last.size.height) > SMALL_ENOUGH) {
    const size = { width: Math.ceil(last.size.width / 2), height: Math.ceil(last.size.height / 2) };
    const source = await createImageBitmap(last.source, {
      resizeWidth: size.width,
      resizeHeight: size.height,
      resizeQuality: 'medium',
    });
    last = { source, size };
    reductions.push(last);
  }
  return reductions.length > 0 ? { ...picture, reductions } : picture;
}

/** Frees what the reductions hold. */
export function closePicture(picture: Picture): void {
  for (const { source } of picture.reductions) if (source instanceof ImageBitmap) source.close();
}

/** The smallest level that has at least one pixel for each device pixel at this scale. */
export function levelFor(picture: Picture, deviceScale: number): PictureLevel {
  const sharp = ({ size }: PictureLevel) => size.width / picture.size.width >= deviceScale;
  return picture.reductions.findLast(sharp) ?? picture;
}
