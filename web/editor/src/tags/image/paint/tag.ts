import type { Point } from '../geometry/shapes';
import type { Pen } from './pen';

const FONT = '500 11px "Inter Variable", Inter, system-ui, sans-serif';
const HEIGHT = 16;
const PADDING = 4;
const MAX_SPRITES = 4000;

interface Sprite {
  readonly canvas: HTMLCanvasElement;
  readonly width: number;
}

// Text is slow to draw: each tag is drawn once and copied from then on.
const sprites = new Map<string, Sprite>();

/** Draws a text on a patch of the colour above a point of the screen, below it where there is no room above. */
export function paintTag({ ctx, window, pixelRatio }: Pen, text: string, color: string, at: Point): void {
  const { canvas, width } = sprite(text, color, pixelRatio);
  const above = at.y - HEIGHT;
  const x = Math.max(0, Math.min(at.x, window.width - width));
  const y = above >= 0 ? above : Math.max(0, at.y);
  const snap = (value: number) => Math.round(value * pixelRatio) / pixelRatio;
  ctx.drawImage(canvas, snap(x), snap(y), canvas.width / pixelRatio, canvas.height / pixelRatio);
}

function sprite(text: string, color: string, pixelRatio: number): Sprite {
  const key = `${pixelRatio}|${color}|${text}`;
  const known = sprites.get(key);
  if (known) return known;
  if (sprites.size >= MAX_SPRITES) sprites.clear();
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('The browser gives no more canvases.');
  ctx.font = FONT;
  const width = Math.ceil(ctx.measureText(text).width) + 2 * PADDING;
  // Giving a canvas its size resets its context, font included.
  canvas.width = Math.ceil(width * pixelRatio);
  canvas.height = Math.ceil(HEIGHT * pixelRatio);
  ctx.scale(pixelRatio, pixelRatio);
  ctx.font = FONT;
  ctx.fillStyle = color;
  ctx.fillRect(0, 0, width, HEIGHT);
  ctx.fillStyle = inkOn(ctx);
  ctx.textBaseline = 'middle';
  ctx.fillText(text, PADDING, HEIGHT / 2 + 0.5);
  const made = { canvas, width };
  sprites.set(key, made);
  return made;
}

/** Black or white, whichever reads better on what the canvas is filled with. */
function inkOn(ctx: CanvasRenderingContext2D): string {
  const [red = 0, green = 0, blue = 0] = ctx.getImageData(0, 0, 1, 1).data;
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  // Where both contrasts are equal: (L + 0.05)² = 0.05 · 1.05.
  return luminance > 0.179 ? '#111' : '#fff';
}
