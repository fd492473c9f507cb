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

/** Whether a picture can be at an address. Task data may hold anything, pages and scripts too. */
export function isPictureAddress(address: string): boolean {
  if (/^data:image\/|^blob:/i.test(address)) return true;
  return (
    URL.canParse(address, document.baseURI) && /^https?:$/.test(new URL(address, document.baseURI).protocol)
  );
}

/**
 * Loads an image. Permission to read its pixels is asked for first; a host that does not give it still
 * gets its picture shown, unless credentials were asked for.
 */
export async function loadPicture(src: string, crossOrigin: CrossOrigin): Promise<Picture> {
  if (!isPictureAddress(src)) throw new PictureError(`No image can be at ${src}`);
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

/** Pictures of up to so many pixels are kept decoded, four bytes a pixel, so that no draw has to wait for that. */
const KEEP_DECODED = 32_000_000;

/**
 * The picture ready for quick drawing: decoded, and with its reductions. The same object when it is small enough as it
 * is. The work is done beside the page's own where the browser can read the picture's file.
 */
export async function withReductions(picture: Picture): Promise<Picture> {
  const { size } = picture;
  if (Math.max(size.width, size.height) <= SMALL_ENOUGH) return picture;
  const file = await fileOf(picture.source);
  const bitmapOf = (from: PictureLevel, to: Size): Promise<ImageBitmap> => {
    const options: ImageBitmapOptions = {
      ...(to.width !== from.size.width && {
        resizeWidth: to.width,
        resizeHeight: to.height,
        resizeQuality: 'medium',
      }),
    };
    const source = from.source;
    return file && from.size === size
      ? createImageBitmap(file, options).catch(() => createImageBitmap(source, options))
      : createImageBitmap(source, options);
  };

  const reductions: PictureLevel[] = [];
  let last: PictureLevel = picture;
  while (Math.max(last.size.width, last.size.height) > SMALL_ENOUGH) {
    const smaller = { width: Math.ceil(last.size.width / 2), height: Math.ceil(last.size.height / 2) };
    last = { source: await bitmapOf(last, smaller), size: smaller };
    reductions.push(last);
  }
  const keep = size.width * size.height <= KEEP_DECODED;
  const source = keep ? await bitmapOf(picture, size) : picture.source;
  return { ...picture, source, reductions };
}

/** What the address of the image holds, if the page may read it; vector pictures are left to the element. */
async function fileOf(source: PictureLevel['source']): Promise<Blob | null> {
  if (!(source instanceof HTMLImageElement) || source.crossOrigin === null) return null;
  const credentials = source.crossOrigin === 'use-credentials' ? 'include' : 'same-origin';
  try {
    const answer = await fetch(source.currentSrc, { credentials, cache: 'force-cache' });
    const file = await answer.blob();
    return answer.ok && !file.type.startsWith('image/svg') ? file : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Frees what the decoded picture and its reductions hold. */
export function closePicture(picture: Picture): void {
  for (const { source } of [picture, ...picture.reductions]) if ('close' in source) source.close();
}

/** The smallest level that has at least one pixel for each device pixel at this scale. */
export function levelFor(picture: Picture, deviceScale: number): PictureLevel {
  const sharp = ({ size }: PictureLevel) => size.width / picture.size.width >= deviceScale;
  return picture.reductions.findLast(sharp) ?? picture;
}
