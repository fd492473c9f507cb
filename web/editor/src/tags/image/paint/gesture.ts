import { toScreen } from '../geometry/camera';
import { frameOf } from '../geometry/group';
import type { Bounds, Point, Rect } from '../geometry/shapes';
import type { PlacedHandle } from '../tools/handles';
import { screenBounds, sharp, traceRect, type Pen } from './pen';

/** What belongs to the editor and not to the data has one look on every picture: white with a blue line. */
const ACCENT = '#2f5fd0';
const HANDLE = 8;

/** Draws the box that is being made. */
export function paintDraft(pen: Pen, rect: Rect, color: string): void {
  const { ctx } = pen;
  ctx.beginPath();
  ctx.lineCap = 'square';
  traceRect(pen, rect, 2);
  ctx.globalAlpha = 0.2;
  ctx.fillStyle = color;
  ctx.fill();
  ctx.globalAlpha = 1;
  strokeOutlined(ctx, color, 2);
}

/** Draws the first side of a three-point rectangle. */
export function paintSide({ ctx, camera }: Pen, [from, to]: readonly [Point, Point], color: string): void {
  const start = toScreen(camera, from);
  const end = toScreen(camera, to);
  ctx.beginPath();
  ctx.moveTo(start.x, start.y);
  ctx.lineTo(end.x, end.y);
  strokeOutlined(ctx, color, 2);
}

function strokeOutlined(ctx: CanvasRenderingContext2D, color: string, lineWidth: number): void {
  ctx.lineWidth = lineWidth + 2;
  ctx.strokeStyle = 'rgba(255, 255, 255, 0.9)';
  ctx.stroke();
  ctx.lineWidth = lineWidth;
  ctx.strokeStyle = color;
  ctx.stroke();
}

/** Draws the frame around several selected boxes. */
export function paintFrame(pen: Pen, rects: readonly Rect[]): void {
  const { ctx } = pen;
  const frame = frameOf(rects);
  if (!frame) return;
  ctx.beginPath();
  ctx.lineCap = 'square';
  traceRect(pen, frame, 1);
  ctx.lineWidth = 1;
  ctx.strokeStyle = '#fff';
  ctx.stroke();
  ctx.setLineDash([4, 4]);
  ctx.strokeStyle = ACCENT;
  ctx.stroke();
  ctx.setLineDash([]);
}

export function paintHandles({ ctx, pixelRatio }: Pen, handles: readonly PlacedHandle[]): void {
  ctx.lineWidth = 1.5;
  ctx.fillStyle = '#fff';
  ctx.strokeStyle = ACCENT;
  for (const { handle, at, from } of handles) {
    ctx.beginPath();
    if (from) {
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(at.x, at.y);
      ctx.stroke();
      ctx.beginPath();
    }
    if (handle === 'rotate') ctx.arc(at.x, at.y, HANDLE / 2 + 0.5, 0, 2 * Math.PI);
    else {
      const snap = (value: number) => sharp(value - HANDLE / 2, 1, pixelRatio);
      ctx.rect(snap(at.x), snap(at.y), HANDLE, HANDLE);
    }
    ctx.fill();
    ctx.stroke();
  }
}

/** Draws the rubber band. */
export function paintBand({ ctx, camera, pixelRatio }: Pen, band: Bounds): void {
  const area = screenBounds(camera, band);
  const x = sharp(area.minX, 1, pixelRatio);
  const y = sharp(area.minY, 1, pixelRatio);
  ctx.beginPath();
  ctx.rect(x, y, sharp(area.maxX, 1, pixelRatio) - x, sharp(area.maxY, 1, pixelRatio) - y);
  ctx.globalAlpha = 0.12;
  ctx.fillStyle = ACCENT;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.lineWidth = 1;
  ctx.strokeStyle = ACCENT;
  ctx.stroke();
}

/** Draws guide lines through a point of the screen, over the whole picture. */
export function paintCrosshair({ ctx, camera, pixelRatio }: Pen, at: Point): void {
  const { width, height } = camera.image;
  const area = screenBounds(camera, {
    minX: 0,
    minY: 0,
    maxX: width,
    maxY: height,
  });
  if (at.x < area.minX || at.y < area.minY || at.x > area.maxX || at.y > area.maxY) return;
  const x = sharp(at.x, 1, pixelRatio);
  const y = sharp(at.y, 1, pixelRatio);
  ctx.beginPath();
  ctx.moveTo(x, area.minY);
  ctx.lineTo(x, area.maxY);
  ctx.moveTo(area.minX, y);
  ctx.lineTo(area.maxX, y);
  ctx.lineWidth = 1;
  ctx.strokeStyle = 'rgba(255, 255, 255, 0.8)';
  ctx.stroke();
  ctx.setLineDash([3, 3]);
  ctx.strokeStyle = 'rgba(0, 0, 0, 0.8)';
  ctx.stroke();
  ctx.setLineDash([]);
}

/** Draws a short text beside the pointer, kept inside the window. */
export function paintNote({ ctx, window }: Pen, text: string, at: Point): void {
  ctx.font = '500 12px "Inter Variable", Inter, system-ui, sans-serif';
  ctx.textBaseline = 'middle';
  const width = ctx.measureText(text).width + 12;
  const x = Math.min(at.x + 14, window.width - width - 4);
  const y = Math.min(at.y + 14, window.height - 24);
  ctx.beginPath();
  ctx.roundRect(x, y, width, 20, 4);
  ctx.fillStyle = 'rgba(20, 21, 23, 0.85)';
  ctx.fill();
  ctx.fillStyle = '#fff';
  ctx.fillText(text, x + 6, y + 10.5);
}
