import { toScreen } from '../geometry/camera';
import { centre, corners } from '../geometry/rectangle';
import type { Rect } from '../geometry/shapes';
import type { ImageRegion } from '../types';
import { traceRect, type Pen } from './pen';
import { paintTag } from './tag';

/** A region and where to draw it, which during a gesture is not where it is. */
export interface PaintedBox {
  readonly rect: Rect;
  readonly region: ImageRegion;
}

export type Emphasis = 'none' | 'hovered' | 'selected';

const DEFAULT_OPACITY = 0.2;
const DEFAULT_STROKE = 1;
/** Boxes smaller than this on the screen are drawn as dots. */
const DOT = 3;
/** More selected boxes than this have no white edge: they are too many to tell apart by it. */
const MANY = 500;
/** So many emphasised boxes have labels at any size. */
const FEW = 20;
/** Other boxes have one from this size on the screen on. */
const LABEL_FROM = 18;

/** Boxes that look alike; they are drawn as one path, which is many times quicker than one path each. */
interface Batch {
  readonly color: string;
  readonly opacity: number;
  readonly lineWidth: number;
  readonly boxes: Rect[];
  readonly dots: Rect[];
}

/** Draws boxes; of those that look alike, overlapping parts do not add up. */
export function paintBoxes(pen: Pen, boxes: Iterable<PaintedBox>, emphasis: Emphasis): void {
  for (const batch of batchesOf(boxes, pen.camera.scale, emphasis)) paintBatch(pen, batch, emphasis);
}

function batchesOf(boxes: Iterable<PaintedBox>, scale: number, emphasis: Emphasis): Iterable<Batch> {
  const batches = new Map<string, Batch>();
  for (const { rect, region } of boxes) {
    const { color, opacity = DEFAULT_OPACITY, strokeWidth = DEFAULT_STROKE } = region;
    const key = `${color}|${opacity}|${strokeWidth}`;
    let batch = batches.get(key);
    if (!batch) {
      const lineWidth = emphasis === 'none' ? strokeWidth : strokeWidth + 1;
      batch = { color, opacity, lineWidth, boxes: [], dots: [] };
      batches.set(key, batch);
    }
    const tiny = emphasis === 'none' && Math.max(rect.width, rect.height) * scale < DOT;
    (tiny ? batch.dots : batch.boxes).push(rect);
  }
  return batches.values();
}

function paintBatch(pen: Pen, { color, opacity, lineWidth, boxes, dots }: Batch, emphasis: Emphasis): void {
  const { ctx, camera } = pen;
  ctx.fillStyle = color;
  for (const rect of dots) {
    const { x, y } = toScreen(camera, centre(rect));
    ctx.fillRect(x - DOT / 2, y - DOT / 2, DOT, DOT);
  }
  // Square ends fill the corner where a turned box's outline ends.
  ctx.lineCap = 'square';
  ctx.beginPath();
  for (const rect of boxes) traceRect(pen, rect, lineWidth);
  if (opacity > 0) {
    ctx.globalAlpha = emphasis === 'hovered' ? Math.min(1, opacity + 0.1) : opacity;
    ctx.fill();
    ctx.globalAlpha = 1;
  }
  if (emphasis === 'selected' && boxes.length <= MANY) {
    ctx.lineWidth = lineWidth + 2;
    ctx.strokeStyle = 'rgba(255, 255, 255, 0.9)';
    ctx.stroke();
  }
  if (lineWidth > 0) {
    ctx.lineWidth = lineWidth;
    ctx.strokeStyle = color;
    ctx.stroke();
  }
}

/** Draws number and label above the boxes' highest corners. */
export function paintLabels(pen: Pen, boxes: readonly PaintedBox[], emphasis: Emphasis): void {
  const few = emphasis !== 'none' && boxes.length <= FEW;
  for (const { rect, region } of boxes) {
    const text = [region.index, region.label].filter((part) => part !== undefined && part !== '').join(' ');
    if (!text) continue;
    const size = Math.max(rect.width, rect.height) * pen.camera.scale;
    if (size < LABEL_FROM && !few) continue;
    const [highest] = corners(rect)
      .map((corner) => toScreen(pen.camera, corner))
      .sort((a, b) => a.y - b.y || a.x - b.x);
    if (highest) paintTag(pen, text, region.color, highest);
  }
}
