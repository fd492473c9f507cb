import type { Point } from '../geometry/shapes';
import type { Pen } from './pen';

const FONT = '500 11px "Inter Variable", Inter, system-ui, sans-serif';
const HEIGHT = 16;
const PADDING = 4;
const MAX_SPRITES = 4000;

/** A frame makes at most so many sprites; the texts beyond are drawn directly until it is their turn. */
const SPRITES_A_FRAME = 40;

interface Sprite {
  readonly canvas: HTMLCanvasElement;
  readonly width: number;
}

/** Sprites that may still be made in the frame that began at `at`, the time of the browser's timeline. */
const budget = { at: -1, left: 0 };
const widths = new Map<string, number>();
const inks = new Map<string, string>();

// Text is slow to draw: each tag is drawn once and copied from then on.
const sprites = new Map<string, Sprite>();

/** Width of the tag with this text, CSS pixels. */
export function tagWidth({ ctx }: Pen, text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  if (widths.size >= MAX_SPRITES) widths.clear();
  const font = ctx.font;
  ctx.font = FONT;
  const width = Math.ceil(ctx.measureText(text).width) + 2 * PADDING;
  ctx.font = font;
  widths.set(text, width);
  return width;
}

/** Draws a text on a patch of the colour above a point of the screen, below it where there is no room above. */
export function paintTag(pen: Pen, text: string, color: string, at: Point): void {
  const { ctx, window, pixelRatio } = pen;
  const width = tagWidth(pen, text);
  const above = at.y - HEIGHT;
  const snap = (value: number) => Math.round(value * pixelRatio) / pixelRatio;
  const x = snap(Math.max(0, Math.min(at.x, window.width - width)));
  const y = snap(above >= 0 ? above : Math.max(0, at.y));
  const made = sprite(pen, text, color);
  if (made) ctx.drawImage(made.canvas, x, y, made.canvas.width / pixelRatio, made.canvas.height / pixelRatio);
  else writeTag(ctx, text, color, { x, y }, width);
}

/** The drawn tag; `null` when enough were made in this frame. */
function sprite(pen: Pen, text: string, color: string): Sprite | null {
  const { pixelRatio } = pen;
  const key = `${pixelRatio}|${color}|${text}`;
  const known = sprites.get(key);
  if (known) return known;
  if (!mayMake()) return null;
  if (sprites.size >= MAX_SPRITES) sprites.clear();
  const canvas = document.createElement('canvas');
  const width = tagWidth(pen, text);
  canvas.width = Math.ceil(width * pixelRatio);
  canvas.height = Math.ceil(HEIGHT * pixelRatio);
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('The browser gives no more canvases.');
  ctx.scale(pixelRatio, pixelRatio);
  writeTag(ctx, text, color, { x: 0, y: 0 }, width);
  const made = { canvas, width };
  sprites.set(key, made);
  return made;
}

function mayMake(): boolean {
  const at = Number(document.timeline?.currentTime ?? performance.now());
  if (budget.at !== at) Object.assign(budget, { at, left: SPRITES_A_FRAME });
  return budget.left-- > 0;
}

function writeTag(
  ctx: CanvasRenderingContext2D,
  text: string,
  color: string,
  { x, y }: Point,
  width: number,
): void {
  ctx.fillStyle = color;
  ctx.fillRect(x, y, width, HEIGHT);
  ctx.fillStyle = inkOn(color);
  ctx.font = FONT;
  ctx.textBaseline = 'middle';
  ctx.fillText(text, x + PADDING, y + HEIGHT / 2 + 0.5);
}

/** Black or white, whichever reads better on the colour. */
function inkOn(color: string): string {
  const known = inks.get(color);
  if (known !== undefined) return known;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('The browser gives no more canvases.');
  ctx.fillStyle = color;
  ctx.fillRect(0, 0, 1, 1);
  const ink = inkOnPixel(ctx.getImageData(0, 0, 1, 1).data);
  inks.set(color, ink);
  return ink;
}

function inkOnPixel([red = 0, green = 0, blue = 0]: ArrayLike<number> & Iterable<number>): string {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  // Where both contrasts are equal: (L + 0.05)² = 0.05 · 1.05.
  return luminance > 0.179 ? '#111' : '#fff';
}
