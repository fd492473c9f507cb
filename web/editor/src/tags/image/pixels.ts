import type { Pixels } from './geometry/flood';
import type { Picture } from './picture';

const read = new WeakMap<Picture, Pixels | null>();

/**
 * The picture's colours at its smallest resolution. Read once; `null` when the browser does not let the page see them,
 * because the picture's server does not allow it.
 */
export function pixelsOf(picture: Picture): Pixels | null {
  const known = read.get(picture);
  if (known !== undefined) return known;
  const pixels = readPixels(picture);
  read.set(picture, pixels);
  return pixels;
}

function readPixels(picture: Picture): Pixels | null {
  const { source, size } = picture.reductions.at(-1) ?? picture;
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('The browser gives no more canvases.');
  ctx.drawImage(source, 0, 0, size.width, size.height);
  try {
    return { ...size, data: ctx.getImageData(0, 0, size.width, size.height).data };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return null;
    throw error;
  }
}
