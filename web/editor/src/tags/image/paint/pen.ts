import { corners, isUpright } from '../geometry/rectangle';
import { toScreen, type Camera } from '../geometry/camera';
import { boundsBetween, type Bounds, type Rect, type Size } from '../geometry/shapes';

/** A canvas whose unit is the CSS pixel, and the view that is drawn on it. */
export interface Pen {
  readonly ctx: CanvasRenderingContext2D;
  readonly camera: Camera;
  readonly window: Size;
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
}

/** An image area on the screen. */
export const screenBounds = (camera: Camera, area: Bounds): Bounds =>
  boundsBetween(
    toScreen(camera, { x: area.minX, y: area.minY }),
    toScreen(camera, { x: area.maxX, y: area.maxY }),
  );

/** The coordinate moved so that a line of this width covers whole device pixels and looks sharp. */
export function sharp(value: number, lineWidth: number, pixelRatio: number): number {
  const odd = Math.round(lineWidth * pixelRatio) % 2 === 1;
  return odd
    ? (Math.floor(value * pixelRatio) + 0.5) / pixelRatio
    : Math.round(value * pixelRatio) / pixelRatio;
}

/** Adds an image rectangle, sharp where it is upright, to the path on the screen. */
export function traceRect({ ctx, camera, pixelRatio }: Pen, rect: Rect, lineWidth: number): void {
  if (isUpright(rect)) {
    const area = screenBounds(camera, {
      minX: rect.x,
      minY: rect.y,
      maxX: rect.x + rect.width,
      maxY: rect.y + rect.height,
    });
    const x = sharp(area.minX, lineWidth, pixelRatio);
    const y = sharp(area.minY, lineWidth, pixelRatio);
    ctx.rect(x, y, sharp(area.maxX, lineWidth, pixelRatio) - x, sharp(area.maxY, lineWidth, pixelRatio) - y);
    return;
  }
  const [first, ...rest] = corners(rect).map((corner) => toScreen(camera, corner));
  if (!first) return;
  ctx.moveTo(first.x, first.y);
  for (const { x, y } of rest) ctx.lineTo(x, y);
  // Not `closePath`: in Chromium its cost grows with the path, which may hold thousands of boxes.
  ctx.lineTo(first.x, first.y);
}
