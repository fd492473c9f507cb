import { toScreen } from '../geometry/camera';
import { frameOf } from '../geometry/group';
import type { Bounds, Point, Rect } from '../geometry/shapes';
import { isPointed, pointsOf, type Shape } from '../geometry/shape';
import type { Vertex } from '../geometry/vector';
import type { PlacedHandle } from '../tools/handles';
import { paintMask } from './mask';
import { trace } from './regions';
import { screenBounds, sharp, traceRect, type Pen } from './pen';

/** What belongs to the editor and not to the data has one look on every picture: white with a blue line. */
const ACCENT = '#2f5fd0';
const HANDLE = 8;

/** Draws what is being made. */
export function paintDraft(pen: Pen, shape: Shape, color: string): void {
  const { ctx, camera } = pen;
  if (isPointed(shape) || shape.kind === 'keypoint') {
    const [first] = shape.kind === 'keypoint' ? [shape] : pointsOf(shape);
    if (first) paintVertices(pen, [{ at: toScreen(camera, first), color, strong: false }]);
    return;
  }
  if (shape.kind === 'mask') return paintMask(pen, shape.mask, color, { opacity: 0.5, edged: true });
  ctx.beginPath();
  ctx.lineCap = 'square';
  trace(pen, shape, 2);
  ctx.globalAlpha = 0.2;
  ctx.fillStyle = color;
  ctx.fill();
  ctx.globalAlpha = 1;
  strokeOutlined(ctx, color, 2);
}

/** Draws lines that are not part of a shape yet. */
export function paintLines(
  { ctx, camera }: Pen,
  lines: readonly (readonly [Point, Point])[],
  color: string,
): void {
  ctx.beginPath();
  for (const [from, to] of lines) {
    const start = toScreen(camera, from);
    const end = toScreen(camera, to);
    ctx.moveTo(start.x, start.y);
    ctx.lineTo(end.x, end.y);
  }
  strokeOutlined(ctx, color, 2);
}

/** A point that can be dragged, at its place on the screen. */
export interface PaintedVertex {
  readonly at: Point;
  readonly color: string;
  /** The one a click closes the shape with. */
  readonly strong: boolean;
  /** CSS pixels across; 8 if left out. */
  readonly size?: number | undefined;
  readonly square?: boolean | undefined;
}

export function paintVertices({ ctx }: Pen, vertices: readonly PaintedVertex[]): void {
  for (const { at, color, strong, size = 8, square } of vertices) {
    const radius = size / 2 + (strong ? 2.5 : 0);
    ctx.beginPath();
    if (square) ctx.rect(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
    else ctx.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = strong ? color : '#fff';
    ctx.fill();
    ctx.lineWidth = strong ? 2 : 1.5;
    ctx.strokeStyle = strong ? '#fff' : color;
    ctx.stroke();
  }
}

/** Draws the handles of a vector's curves with the lines that hold them. */
export function paintCurveHandles({ ctx, camera }: Pen, vertices: readonly Vertex[]): void {
  ctx.lineWidth = 1;
  ctx.strokeStyle = ACCENT;
  ctx.fillStyle = '#fff';
  for (const vertex of vertices) {
    const middle = toScreen(camera, vertex);
    for (const control of [vertex.controlPoint1, vertex.controlPoint2]) {
      if (!control) continue;
      const { x, y } = toScreen(camera, control);
      ctx.beginPath();
      ctx.moveTo(middle.x, middle.y);
      ctx.lineTo(x, y);
      ctx.stroke();
      ctx.fillRect(x - 3, y - 3, 6, 6);
      ctx.strokeRect(x - 3, y - 3, 6, 6);
    }
  }
}

/** Draws the point that a press would add. */
export function paintGhost({ ctx, camera }: Pen, point: Point): void {
  const { x, y } = toScreen(camera, point);
  ctx.beginPath();
  ctx.arc(x, y, 5, 0, 2 * Math.PI);
  ctx.globalAlpha = 0.85;
  ctx.fillStyle = '#fff';
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = ACCENT;
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(x - 2.5, y);
  ctx.lineTo(x + 2.5, y);
  ctx.moveTo(x, y - 2.5);
  ctx.lineTo(x, y + 2.5);
  ctx.stroke();
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
