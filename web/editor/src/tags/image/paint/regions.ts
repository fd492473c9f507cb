import { toScreen, type Camera } from '../geometry/camera';
import { doubleArea } from '../geometry/polygon';
import { corners } from '../geometry/rectangle';
import { boundsOfShape, isPointed, type Shape, type VectorShape } from '../geometry/shape';
import type { Point } from '../geometry/shapes';
import { curveOf, segmentsOf, type Segment } from '../geometry/vector';
import type { ImageRegion } from '../types';
import { paintMask, type MaskLook } from './mask';
import { screenBounds, traceRect, type Pen } from './pen';
import { paintTag, tagWidth } from './tag';

/** A region and what to draw for it, which during a gesture is not what it is. */
export interface PaintedRegion {
  readonly shape: Shape;
  readonly region: ImageRegion;
}

/** `raised` ones lie above the others, which have drawn their filling already. */
export type Emphasis = 'none' | 'hovered' | 'raised' | 'moved';

const DEFAULT_OPACITY = 0.2;
const MASK_OPACITY = 0.5;
/** By how much a selected mask is stronger. */
const MASK_RAISE = 0.15;
const DEFAULT_STROKE = 1;
/** Regions smaller than this on the screen are drawn as dots. */
const DOT = 3;
/** More selected regions than this have no white edge: they are too many to tell apart by it. */
const MANY = 500;
/** So many emphasised regions have labels at any size. */
const FEW = 20;
/** Others have one from this size on the screen on, … */
const LABEL_FROM = 18;
/** … and where there are more of them than this, only those that are nearly as wide as their label. */
const CROWD = 200;

/** Radius of a key point at least, CSS pixels. */
const POINT = 3;

/** Regions that look alike; they are drawn as one path, which is many times quicker than one path each. */
interface Batch {
  readonly color: string;
  readonly opacity: number;
  readonly lineWidth: number;
  /** With a filling. */
  readonly areas: Shape[];
  /** Without. */
  readonly lines: Shape[];
  readonly points: Shape[];
  readonly dots: Point[];
}

/** Draws regions, masks below all others; of those that look alike, overlapping parts do not add up. */
export function paintRegions(pen: Pen, regions: Iterable<PaintedRegion>, emphasis: Emphasis): void {
  const shapes: PaintedRegion[] = [];
  for (const painted of regions) {
    const { shape, region } = painted;
    if (shape.kind !== 'mask') shapes.push(painted);
    else paintMask(pen, shape.mask, region.color, maskLook(region, emphasis));
  }
  for (const batch of batchesOf(shapes, pen.camera.scale, emphasis)) paintBatch(pen, batch, emphasis);
}

/** Raised ones add to what the layer below has painted already. */
function maskLook({ opacity = MASK_OPACITY }: ImageRegion, emphasis: Emphasis): MaskLook {
  if (emphasis === 'none') return { opacity, edged: false };
  return { opacity: emphasis === 'moved' ? Math.min(1, opacity + MASK_RAISE) : MASK_RAISE, edged: true };
}

function batchesOf(regions: Iterable<PaintedRegion>, scale: number, emphasis: Emphasis): Iterable<Batch> {
  const batches = new Map<string, Batch>();
  for (const { shape, region } of regions) {
    const { color, opacity = DEFAULT_OPACITY, strokeWidth = DEFAULT_STROKE } = region;
    const key = `${color}|${opacity}|${strokeWidth}`;
    let batch = batches.get(key);
    if (!batch) {
      const lineWidth = emphasis === 'none' ? strokeWidth : strokeWidth + 1;
      batch = { color, opacity, lineWidth, areas: [], lines: [], points: [], dots: [] };
      batches.set(key, batch);
    }
    const tiny = emphasis === 'none' ? tinyCentre(shape, DOT / scale) : null;
    if (tiny) batch.dots.push(tiny);
    else if (shape.kind === 'keypoint') batch.points.push(shape);
    else (isPointed(shape) && !shape.closed ? batch.lines : batch.areas).push(shape);
  }
  return batches.values();
}

/** The middle of a shape that is smaller than `size` pixels of the image; `null` for others and for points. */
function tinyCentre(shape: Shape, size: number): Point | null {
  if (shape.kind === 'keypoint') return null;
  if (shape.kind === 'rectangle' && Math.max(shape.width, shape.height) >= size) return null;
  const { minX, minY, maxX, maxY } = boundsOfShape(shape);
  const tiny = Math.max(maxX - minX, maxY - minY) < size && !(isPointed(shape) && !shape.closed);
  return tiny ? { x: (minX + maxX) / 2, y: (minY + maxY) / 2 } : null;
}

function paintBatch(pen: Pen, batch: Batch, emphasis: Emphasis): void {
  const { ctx, camera } = pen;
  const { color, opacity, lineWidth, areas, lines, points, dots } = batch;
  ctx.fillStyle = color;
  for (const dot of dots) {
    const { x, y } = toScreen(camera, dot);
    ctx.fillRect(x - DOT / 2, y - DOT / 2, DOT, DOT);
  }
  // Square ends fill the corner where a turned box's outline ends.
  ctx.lineCap = 'square';
  ctx.lineJoin = 'round';
  ctx.beginPath();
  for (const shape of areas) trace(pen, shape, lineWidth);
  if (opacity > 0 && emphasis !== 'raised') {
    ctx.globalAlpha = emphasis === 'hovered' ? Math.min(1, opacity + 0.1) : opacity;
    ctx.fill();
    ctx.globalAlpha = 1;
  }
  for (const shape of lines) trace(pen, shape, lineWidth);
  const edged = (emphasis === 'raised' || emphasis === 'moved') && areas.length + lines.length <= MANY;
  if (edged) {
    ctx.lineWidth = lineWidth + 2;
    ctx.strokeStyle = 'rgba(255, 255, 255, 0.9)';
    ctx.stroke();
  }
  if (lineWidth > 0) {
    ctx.lineWidth = lineWidth;
    ctx.strokeStyle = color;
    ctx.stroke();
  }
  if (points.length > 0) paintPoints(pen, batch, emphasis);
}

/** Draws what a model was asked or suggests: filled like regions, with a dashed edge. */
export function paintSuggestions(pen: Pen, suggestions: readonly PaintedRegion[]): void {
  const { ctx } = pen;
  for (const { shape, region } of suggestions) {
    const { color, opacity = DEFAULT_OPACITY } = region;
    if (shape.kind === 'mask') {
      paintMask(pen, shape.mask, color, { opacity, edged: true });
      continue;
    }
    if (shape.kind === 'keypoint') {
      const batch: Batch = {
        color,
        opacity: 1,
        lineWidth: 2,
        areas: [],
        lines: [],
        points: [shape],
        dots: [],
      };
      paintPoints(pen, batch, 'raised');
      continue;
    }
    ctx.beginPath();
    trace(pen, shape, 2);
    ctx.globalAlpha = opacity;
    ctx.fillStyle = color;
    if (!isPointed(shape) || shape.closed) ctx.fill();
    ctx.globalAlpha = 1;
    ctx.lineWidth = 2;
    ctx.strokeStyle = '#fff';
    ctx.stroke();
    ctx.setLineDash([6, 4]);
    ctx.strokeStyle = color;
    ctx.stroke();
    ctx.setLineDash([]);
  }
}

/** Key points are dots with a thin edge, which keeps them visible on a ground of their own colour. */
function paintPoints({ ctx, camera }: Pen, { points, color, opacity }: Batch, emphasis: Emphasis): void {
  ctx.beginPath();
  for (const shape of points) {
    if (shape.kind !== 'keypoint') continue;
    const { x, y } = toScreen(camera, shape);
    const radius = Math.max(POINT, (shape.width / 2) * camera.scale) + (emphasis === 'none' ? 0 : 1);
    ctx.moveTo(x + radius, y);
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
  }
  ctx.lineWidth = emphasis === 'none' ? 1.5 : 3;
  ctx.strokeStyle = 'rgba(255, 255, 255, 0.9)';
  ctx.stroke();
  ctx.globalAlpha = Math.max(0.6, opacity);
  ctx.fillStyle = color;
  ctx.fill();
  ctx.globalAlpha = 1;
}

/** Adds the shape's outline to the path on the screen. */
export function trace(pen: Pen, shape: Shape, lineWidth: number): void {
  const { ctx, camera } = pen;
  switch (shape.kind) {
    case 'rectangle':
      return traceRect(pen, shape, lineWidth);
    case 'ellipse': {
      const { x, y } = toScreen(camera, shape);
      const turn = ((shape.rotation + camera.rotation) * Math.PI) / 180;
      const across = shape.radiusX * camera.scale;
      ctx.moveTo(x + across * Math.cos(turn), y + across * Math.sin(turn));
      return ctx.ellipse(x, y, across, shape.radiusY * camera.scale, turn, 0, 2 * Math.PI);
    }
    case 'polygon': {
      // All run the same way round: of two that overlap in one path, opposite ones would cut each other out.
      const ring = doubleArea(shape.points) < 0 ? shape.points.toReversed() : shape.points;
      return traceLine(pen, shape.closed ? ring : shape.points, shape.closed);
    }
    case 'vector': {
      let end: Point | null = null;
      // The line that closes it is stored with the first point; drawn last, all are one line that can be filled.
      const segments = segmentsOf(shape.vertices, shape.closed).sort(
        (a, b) => orderIn(shape, a) - orderIn(shape, b),
      );
      for (const segment of segments) {
        const [from, to] = [toScreen(camera, segment.from), toScreen(camera, segment.to)];
        const [a, b] = curveOf(segment)?.map((point) => toScreen(camera, point)) ?? [];
        if (segment.from !== end) ctx.moveTo(from.x, from.y);
        end = segment.to;
        if (a && b) ctx.bezierCurveTo(a.x, a.y, b.x, b.y, to.x, to.y);
        else ctx.lineTo(to.x, to.y);
      }
      return;
    }
    case 'keypoint':
    case 'mask':
  }
}

const orderIn = ({ vertices }: VectorShape, { to }: Segment): number =>
  to === vertices[0] ? vertices.length : vertices.indexOf(to);

function traceLine({ ctx, camera }: Pen, points: readonly Point[], closed: boolean): void {
  const [first, ...rest] = points.map((point) => toScreen(camera, point));
  if (!first) return;
  ctx.moveTo(first.x, first.y);
  for (const { x, y } of rest) ctx.lineTo(x, y);
  if (closed) ctx.lineTo(first.x, first.y);
}

/** Draws number and label above the regions' highest points. */
export function paintLabels(pen: Pen, regions: readonly PaintedRegion[], emphasis: Emphasis): void {
  const few = emphasis !== 'none' && regions.length <= FEW;
  const crowd = !few && regions.length > CROWD;
  for (const { shape, region } of regions) {
    const text = [region.index, region.label].filter((part) => part !== undefined && part !== '').join(' ');
    if (!text) continue;
    const { minX, minY, maxX, maxY } = boundsOfShape(shape);
    const size = Math.max(maxX - minX, maxY - minY) * pen.camera.scale;
    if (size < LABEL_FROM && !few && shape.kind !== 'keypoint') continue;
    if (crowd && size < 0.8 * tagWidth(pen, text)) continue;
    paintTag(pen, text, region.color, highest(pen.camera, shape));
  }
}

function highest(camera: Camera, shape: Shape): Point {
  const at = (points: readonly Point[]): Point | undefined =>
    points.map((point) => toScreen(camera, point)).sort((a, b) => a.y - b.y || a.x - b.x)[0];
  switch (shape.kind) {
    case 'rectangle':
      return at(corners(shape)) ?? toScreen(camera, shape);
    case 'polygon':
      return at(shape.points) ?? { x: 0, y: 0 };
    case 'keypoint': {
      const { x, y } = toScreen(camera, shape);
      return { x: x + 6, y: y - 6 };
    }
    default: {
      const area = screenBounds(camera, boundsOfShape(shape));
      return { x: shape.kind === 'mask' ? area.minX : (area.minX + area.maxX) / 2, y: area.minY };
    }
  }
}
