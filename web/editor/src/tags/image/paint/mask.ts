import { toImage, toScreen } from '../geometry/camera';
import type { Mask } from '../geometry/mask';
import { matrixOf } from './picture';
import { silhouetteOf, spriteOf, type Sprite } from './maskSprite';
import type { Pen } from './pen';

/** How strongly a mask is painted, 0..1, and whether it has a white edge. */
export interface MaskLook {
  opacity: number;
  edged: boolean;
}

/** Draws painted pixels in a colour. */
export function paintMask(pen: Pen, mask: Mask, color: string, { opacity, edged }: MaskLook): void {
  if (mask.width === 0) return;
  const { ctx, camera, pixelRatio } = pen;
  const sprite = spriteOf(mask, color, camera.scale * pixelRatio);
  ctx.save();
  ctx.imageSmoothingEnabled = camera.scale * pixelRatio < 1;
  if (edged) {
    // The silhouette in white, a pixel further in every direction, without what the mask covers.
    const white = silhouetteOf(sprite);
    for (const [x, y] of EDGE) draw(pen, mask, white, x, y);
    ctx.globalCompositeOperation = 'destination-out';
    draw(pen, mask, sprite, 0, 0);
    ctx.globalCompositeOperation = 'source-over';
  }
  ctx.globalAlpha = opacity;
  draw(pen, mask, sprite, 0, 0);
  ctx.restore();
}

const EDGE = [
  [1.5, 0],
  [-1.5, 0],
  [0, 1.5],
  [0, -1.5],
] as const;

/** The sprite at its place, moved by CSS pixels of the screen. */
function draw({ ctx, camera }: Pen, { x, y }: Mask, { canvas, step }: Sprite, right: number, down: number) {
  ctx.save();
  ctx.translate(right, down);
  ctx.transform(...matrixOf(camera));
  ctx.drawImage(canvas, x, y, canvas.width * step, canvas.height * step);
  ctx.restore();
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
