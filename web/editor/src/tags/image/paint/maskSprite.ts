import type { Mask } from '../geometry/mask';

/** Pixels of a sprite at most; a larger mask is drawn from every second, fourth, … pixel at any zoom. */
const MAX_PIXELS = 4_000_000;

export interface Sprite {
  readonly canvas: HTMLCanvasElement;
  /** How many of the mask's pixels one of the sprite's stands for, across and down. */
  readonly step: number;
}

interface Sprites {
  readonly color: string;
  readonly byStep: Map<number, Sprite>;
}

const known = new WeakMap<Mask, Sprites>();

/**
 * The mask in its colour, with at least one pixel for each device pixel at this scale, as far as that needs no more
 * memory than a screen: that is what makes many large masks quick to draw.
 */
export function spriteOf(mask: Mask, color: string, deviceScale: number): Sprite {
  let sprites = known.get(mask);
  if (sprites?.color !== color) {
    sprites = { color, byStep: new Map() };
    known.set(mask, sprites);
  }
  let step = 1;
  while (step * 2 * deviceScale <= 1 || mask.width * mask.height > MAX_PIXELS * step * step) step *= 2;
  const made = sprites.byStep.get(step) ?? makeSprite(mask, color, step);
  sprites.byStep.set(step, made);
  return made;
}

function makeSprite(mask: Mask, color: string, step: number): Sprite {
  const width = Math.ceil(mask.width / step);
  const height = Math.ceil(mask.height / step);
  const { canvas, ctx } = blankCanvas(width, height);
  const picture = ctx.createImageData(width, height);
  const pixels = new Uint32Array(picture.data.buffer);
  const opaque = packed(color);
  // Two by two of the pixels that one stands for say how much of it is painted.
  const half = step >> 1;
  for (let row = 0; row < height; row++) {
    const upper = row * step * mask.width;
    const lower = Math.min(row * step + half, mask.height - 1) * mask.width;
    for (let column = 0; column < width; column++) {
      const left = column * step;
      if (half === 0) {
        if (mask.alpha[upper + left] !== 0) pixels[row * width + column] = (opaque | ALPHA) >>> 0;
        continue;
      }
      const right = Math.min(left + half, mask.width - 1);
      const painted =
        Number(mask.alpha[upper + left] !== 0) +
        Number(mask.alpha[upper + right] !== 0) +
        Number(mask.alpha[lower + left] !== 0) +
        Number(mask.alpha[lower + right] !== 0);
      if (painted > 0) pixels[row * width + column] = (opaque | ((painted * 64 - 1) << 24)) >>> 0;
    }
  }
  ctx.putImageData(picture, 0, 0);
  return { canvas, step };
}

/** Bytes of a pixel are red, green, blue, alpha; as one number on the usual machine, from the last to the first. */
const ALPHA = 255 << 24;

const colors = new Map<string, number>();

/** A CSS colour without its alpha, as a number to be written into a picture. */
function packed(color: string): number {
  const read = colors.get(color);
  if (read !== undefined) return read;
  const { ctx } = blankCanvas(1, 1);
  ctx.fillStyle = color;
  ctx.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = ctx.getImageData(0, 0, 1, 1).data;
  const number = (blue << 16) | (green << 8) | red;
  colors.set(color, number);
  return number;
}

const silhouettes = new WeakMap<Sprite, Sprite>();

/** The sprite in white. */
export function silhouetteOf(sprite: Sprite): Sprite {
  const known = silhouettes.get(sprite);
  if (known) return known;
  const { canvas, ctx } = blankCanvas(sprite.canvas.width, sprite.canvas.height);
  ctx.drawImage(sprite.canvas, 0, 0);
  ctx.globalCompositeOperation = 'source-in';
  ctx.fillStyle = '#fff';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const made = { canvas, step: sprite.step };
  silhouettes.set(sprite, made);
  return made;
}

function blankCanvas(
  width: number,
  height: number,
): { canvas: HTMLCanvasElement; ctx: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('The browser gives no more canvases.');
  return { canvas, ctx };
}
