import { trimmed, type Mask } from './geometry/mask';
import { encodeMask } from './geometry/rle';
import type { Size } from './geometry/shapes';
import type { StoredOf } from './types';

type StoredMask = StoredOf<'mask'>;

/**
 * A PNG of the image's size as a data URL: black where the mask is painted, transparent elsewhere. Empty text for a mask
 * with nothing painted.
 */
export function pngOf(mask: Mask, image: Size): string {
  if (mask.width === 0) return '';
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const ctx = contextOf(canvas);
  const part = ctx.createImageData(mask.width, mask.height);
  mask.alpha.forEach((alpha, at) => {
    if (alpha !== 0) part.data[4 * at + 3] = 255;
  });
  ctx.putImageData(part, mask.x, mask.y);
  return canvas.toDataURL('image/png');
}

/** The pixels of a picture that are not transparent. Fails when the address holds no picture. */
export async function maskOfPng(address: string): Promise<StoredMask> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const size = { width: image.naturalWidth, height: image.naturalHeight };
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const ctx = contextOf(canvas);
  ctx.drawImage(image, 0, 0);
  const { data } = ctx.getImageData(0, 0, size.width, size.height);
  const alpha = new Uint8Array(size.width * size.height);
  for (let at = 0; at < alpha.length; at++) alpha[at] = data[4 * at + 3] === 0 ? 0 : 255;
  const mask = trimmed({ x: 0, y: 0, ...size, alpha });
  return { kind: 'mask', rle: encodeMask(mask, size), size };
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('The browser gives no more canvases.');
  return ctx;
}
