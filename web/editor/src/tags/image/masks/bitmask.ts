import { trimmed, type Mask } from '../geometry/mask';
import type { Size } from '../geometry/shapes';

/** A mask with the size of the image it was made on. */
export interface SizedMask {
  readonly mask: Mask;
  readonly size: Size;
}

/** Of either kind of canvas: workers only have the one without an element. */
type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws the picture of a bitmask on an empty canvas of the image's size: black where the mask is painted. */
export function drawBitmask(ctx: Context, mask: Mask): void {
  const part = ctx.createImageData(mask.width, mask.height);
  const { alpha } = mask;
  for (let at = 0; at < alpha.length; at++) if (alpha[at] !== 0) part.data[4 * at + 3] = 255;
  ctx.putImageData(part, mask.x, mask.y);
}

/** The pixels of a picture that are not transparent; the canvas is empty and has the picture's size. */
export function readBitmask(ctx: Context, source: CanvasImageSource, size: Size): SizedMask {
  ctx.drawImage(source, 0, 0);
  const { data } = ctx.getImageData(0, 0, size.width, size.height);
  const alpha = new Uint8Array(size.width * size.height);
  for (let at = 0; at < alpha.length; at++) alpha[at] = data[4 * at + 3] === 0 ? 0 : 255;
  return { mask: trimmed({ x: 0, y: 0, ...size, alpha }), size };
}

/** A canvas of the page for reading and writing pixels. */
export function pageCanvas({ width, height }: Size): {
  canvas: HTMLCanvasElement;
  ctx: CanvasRenderingContext2D;
} {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('The browser gives no more canvases.');
  return { canvas, ctx };
}
