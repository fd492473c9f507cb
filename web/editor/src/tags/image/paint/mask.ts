import { toImage, toScreen } from '../geometry/camera';
import type { Mask } from '../geometry/mask';
import { matrixOf } from './picture';
import type { Pen } from './pen';

/** Pixels of a sprite at most; of larger masks it has every second, third, … pixel. */
const MAX_PIXELS = 4_000_000;

interface Sprite {
  readonly color: string;
  readonly canvas: HTMLCanvasElement;
}

const sprites = new WeakMap<Mask, Sprite>();

/** How strongly a mask is painted, 0..1, and whether it has a white edge. */
export interface MaskLook {
  opacity: number;
  edged: boolean;
}

/** Draws painted pixels in a colour. */
export function paintMask(pen: Pen, mask: Mask, color: string, { opacity, edged }: MaskLook): void {
  if (mask.width === 0) return;
  const { ctx, camera, pixelRatio } = pen;
  const { canvas } = spriteOf(mask, color);
  ctx.save();
  ctx.imageSmoothingEnabled = camera.scale * pixelRatio < 1;
  if (edged) {
    // The silhouette in white, a pixel further in every direction, without what the mask covers.
    const white = silhouette(canvas);
    for (const [x, y] of EDGE) draw(pen, mask, white, x, y);
    ctx.globalCompositeOperation = 'destination-out';
    draw(pen, mask, canvas, 0, 0);
    ctx.globalCompositeOperation = 'source-over';
  }
  ctx.globalAlpha = opacity;
  draw(pen, mask, canvas, 0, 0);
  ctx.restore();
}

const EDGE = [
  [1.5, 0],
  [-1.5, 0],
  [0, 1.5],
  [0, -1.5],
] as const;

/** The sprite at its place, moved by CSS pixels of the screen. */
function draw(
  { ctx, camera }: Pen,
  { x, y, width, height }: Mask,
  sprite: HTMLCanvasElement,
  right: number,
  down: number,
) {
  ctx.save();
  ctx.translate(right, down);
  ctx.transform(...matrixOf(camera));
  ctx.drawImage(sprite, x, y, width, height);
  ctx.restore();
}

function spriteOf(mask: Mask, color: string): Sprite {
  const known = sprites.get(mask);
  if (known?.color === color) return known;
  const step = Math.ceil(Math.sqrt((mask.width * mask.height) / MAX_PIXELS));
  const width = Math.ceil(mask.width / step);
  const height = Math.ceil(mask.height / step);
  const { canvas, ctx } = blank(width, height);
  ctx.fillStyle = color;
  ctx.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = ctx.getImageData(0, 0, 1, 1).data;
  const picture = ctx.createImageData(width, height);
  const pixels = new Uint32Array(picture.data.buffer);
  // Bytes of a pixel are red, green, blue, alpha; as one number on the usual machine, from the last to the first.
  const painted = (255 << 24) | (blue << 16) | (green << 8) | red;
  for (let row = 0; row < height; row++) {
    const from = row * step * mask.width;
    for (let column = 0; column < width; column++)
      if (mask.alpha[from + column * step] !== 0) pixels[row * width + column] = painted;
  }
  ctx.putImageData(picture, 0, 0);
  const made = { color, canvas };
  sprites.set(mask, made);
  return made;
}

const silhouettes = new WeakMap<HTMLCanvasElement, HTMLCanvasElement>();

function silhouette(sprite: HTMLCanvasElement): HTMLCanvasElement {
  const known = silhouettes.get(sprite);
  if (known) return known;
  const { canvas, ctx } = blank(sprite.width, sprite.height);
  ctx.drawImage(sprite, 0, 0);
  ctx.globalCompositeOperation = 'source-in';
  ctx.fillStyle = '#fff';
  ctx.fillRect(0, 0, sprite.width, sprite.height);
  silhouettes.set(sprite, canvas);
  return canvas;
}

function blank(width: number, height: number): { canvas: HTMLCanvasElement; ctx: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('The browser gives no more canvases.');
  return { canvas, ctx };
}

/** Draws the line of a brush, or of an eraser, that is not let go yet. `radius` in pixels of the image. */
export function paintStroke(
  { ctx, camera }: Pen,
  { points, radius, erase }: { points: readonly { x: number; y: number }[]; radius: number; erase: boolean },
  color: string,
): void {
  const [first, ...rest] = points.map((point) => toScreen(camera, point));
  if (!first) return;
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(first.x, first.y);
  for (const { x, y } of rest) ctx.lineTo(x, y);
  ctx.lineTo(rest.at(-1)?.x ?? first.x + 0.01, rest.at(-1)?.y ?? first.y);
  ctx.lineWidth = Math.max(1, 2 * radius * camera.scale);
  ctx.lineCap = ctx.lineJoin = 'round';
  if (erase) {
    ctx.globalCompositeOperation = 'destination-out';
    ctx.stroke();
    ctx.globalCompositeOperation = 'source-over';
    ctx.globalAlpha = 0.25;
    ctx.strokeStyle = '#fff';
  } else {
    ctx.globalAlpha = 0.65;
    ctx.strokeStyle = color;
  }
  ctx.stroke();
  ctx.restore();
}

/** Draws the outline of the brush around the pointer; `size` in CSS pixels. */
export function paintBrush({ ctx, camera }: Pen, at: { x: number; y: number }, size: number): void {
  const { x, y } = toImage(camera, at);
  const { width, height } = camera.image;
  if (x < 0 || y < 0 || x > width || y > height) return;
  ctx.beginPath();
  ctx.arc(at.x, at.y, Math.max(1, size / 2), 0, 2 * Math.PI);
  ctx.lineWidth = 2.5;
  ctx.strokeStyle = 'rgba(0, 0, 0, 0.6)';
  ctx.stroke();
  ctx.lineWidth = 1;
  ctx.strokeStyle = '#fff';
  ctx.stroke();
}
