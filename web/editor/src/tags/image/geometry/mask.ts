import type { Bounds, Point, Size } from './shapes';

/**
 * Painted pixels of an image. Only the rectangle that holds them is kept: `alpha` has a byte for each of its pixels, row
 * by row, 0 where nothing is painted. Never changed once made.
 */
export interface Mask extends Size {
  /** First column and row of the rectangle in the image, whole pixels. */
  readonly x: number;
  readonly y: number;
  readonly alpha: Uint8Array;
}

export const EMPTY_MASK: Mask = { x: 0, y: 0, width: 0, height: 0, alpha: new Uint8Array() };

export const boundsOfMask = ({ x, y, width, height }: Mask): Bounds => ({
  minX: x,
  minY: y,
  maxX: x + width,
  maxY: y + height,
});

/** Whether the pixel under the point is painted. */
export function isPainted({ x, y, width, height, alpha }: Mask, point: Point): boolean {
  const column = Math.floor(point.x) - x;
  const row = Math.floor(point.y) - y;
  return column >= 0 && row >= 0 && column < width && row < height && alpha[row * width + column] !== 0;
}

/** Whether any painted pixel lies in the area. */
export function maskTouches(mask: Mask, area: Bounds): boolean {
  const left = Math.max(0, Math.floor(area.minX) - mask.x);
  const right = Math.min(mask.width, Math.ceil(area.maxX) - mask.x);
  const top = Math.max(0, Math.floor(area.minY) - mask.y);
  const bottom = Math.min(mask.height, Math.ceil(area.maxY) - mask.y);
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++)
      if (mask.alpha[row * mask.width + column] !== 0) return true;
  return false;
}

/** A line drawn with a round brush. */
export interface Stroke {
  /** At least one; in pixels of the image. */
  readonly points: readonly Point[];
  /** Of the brush, in pixels of the image. */
  readonly radius: number;
}

/** The mask with a stroke painted or, with `erase`, taken away. The same mask when the stroke is off the image. */
export function withStroke(mask: Mask, stroke: Stroke, image: Size, erase = false): Mask {
  const area = areaOf(stroke, image);
  if (area.width === 0 || area.height === 0) return mask;
  if (!erase) {
    const grown = grownTo(mask, area);
    eachRun(stroke, area, (row, from, to) => {
      const start = (row - grown.y) * grown.width - grown.x;
      grown.alpha.fill(255, start + from, start + to);
    });
    return grown;
  }
  const left: Mask = { ...mask, alpha: mask.alpha.slice() };
  eachRun(stroke, area, (row, from, to) => {
    if (row < mask.y || row >= mask.y + mask.height) return;
    const start = (row - mask.y) * mask.width - mask.x;
    left.alpha.fill(
      0,
      start + Math.min(Math.max(from, mask.x), mask.x + mask.width),
      start + Math.max(Math.min(to, mask.x + mask.width), mask.x),
    );
  });
  return trimmed(left);
}

/** The mask in the smallest rectangle that holds what is painted. */
export function trimmed(mask: Mask): Mask {
  const { width, height, alpha } = mask;
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let row = 0; row < height; row++) {
    const line = alpha.subarray(row * width, (row + 1) * width);
    const first = line.findIndex((value) => value !== 0);
    if (first < 0) continue;
    left = Math.min(left, first);
    right = Math.max(right, line.findLastIndex((value) => value !== 0) + 1);
    top = Math.min(top, row);
    bottom = row + 1;
  }
  if (bottom === 0) return EMPTY_MASK;
  if (left === 0 && top === 0 && right === width && bottom === height) return mask;
  const cut = new Uint8Array((right - left) * (bottom - top));
  for (let row = top; row < bottom; row++)
    cut.set(alpha.subarray(row * width + left, row * width + right), (row - top) * (right - left));
  return { x: mask.x + left, y: mask.y + top, width: right - left, height: bottom - top, alpha: cut };
}

/** The mask on a picture of another size, each pixel taking the nearest one. */
export function scaledMask(mask: Mask, from: Size, to: Size): Mask {
  if (from.width === to.width && from.height === to.height) return mask;
  const across = to.width / from.width;
  const along = to.height / from.height;
  const x = Math.floor(mask.x * across);
  const y = Math.floor(mask.y * along);
  const width = Math.min(to.width, Math.ceil((mask.x + mask.width) * across)) - x;
  const height = Math.min(to.height, Math.ceil((mask.y + mask.height) * along)) - y;
  const alpha = new Uint8Array(Math.max(0, width * height));
  for (let row = 0; row < height; row++) {
    const source = Math.floor((y + row + 0.5) / along) - mask.y;
    if (source < 0 || source >= mask.height) continue;
    for (let column = 0; column < width; column++) {
      const at = Math.floor((x + column + 0.5) / across) - mask.x;
      if (at >= 0 && at < mask.width) alpha[row * width + column] = mask.alpha[source * mask.width + at] ?? 0;
    }
  }
  return trimmed({ x, y, width, height, alpha });
}

/** A copy whose rectangle also holds the area. */
function grownTo(mask: Mask, area: Omit<Mask, 'alpha'>): Mask {
  if (mask.width === 0) return { ...area, alpha: new Uint8Array(area.width * area.height) };
  const x = Math.min(mask.x, area.x);
  const y = Math.min(mask.y, area.y);
  const width = Math.max(mask.x + mask.width, area.x + area.width) - x;
  const height = Math.max(mask.y + mask.height, area.y + area.height) - y;
  const alpha = new Uint8Array(width * height);
  for (let row = 0; row < mask.height; row++)
    alpha.set(
      mask.alpha.subarray(row * mask.width, (row + 1) * mask.width),
      (row + mask.y - y) * width + mask.x - x,
    );
  return { x, y, width, height, alpha };
}

/** The pixels the stroke may reach, cut at the image's edges. */
function areaOf({ points, radius }: Stroke, image: Size): Omit<Mask, 'alpha'> {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  const x = Math.max(0, Math.floor(minX - radius));
  const y = Math.max(0, Math.floor(minY - radius));
  return {
    x,
    y,
    width: Math.max(0, Math.min(image.width, Math.ceil(maxX + radius)) - x),
    height: Math.max(0, Math.min(image.height, Math.ceil(maxY + radius)) - y),
  };
}

/** Pixels whose middle is nearer to the stroke's line than its radius, as runs of columns `from` ≤ x < `to`. */
function eachRun(
  { points, radius }: Stroke,
  area: Omit<Mask, 'alpha'>,
  run: (row: number, from: number, to: number) => void,
): void {
  const span: Span = { from: 0, to: 0 };
  const runs = new RowRuns(area, run);
  points.forEach((b, at) => {
    const a = points[Math.max(0, at - 1)] ?? b;
    const top = Math.max(area.y, Math.floor(Math.min(a.y, b.y) - radius));
    const bottom = Math.min(area.y + area.height, Math.ceil(Math.max(a.y, b.y) + radius));
    let painted = false;
    for (let row = top; row < bottom; row++) {
      findSpan(span, a, b, radius, row + 0.5);
      if (span.from > span.to) continue;
      const from = Math.max(area.x, Math.ceil(span.from - 0.5));
      const to = Math.min(area.x + area.width, Math.floor(span.to - 0.5) + 1);
      if (from >= to) continue;
      painted = true;
      runs.add(row, from, to);
    }
    // A brush finer than a pixel still marks the one it is on.
    const [column, row] = [Math.floor(b.x), Math.floor(b.y)];
    const inside =
      column >= area.x && row >= area.y && column < area.x + area.width && row < area.y + area.height;
    if (!painted && inside) runs.add(row, column, column + 1);
  });
  runs.end();
}

/** Joins runs of a row that follow upon each other and overlap, as those of a stroke nearly always do. */
class RowRuns {
  readonly #top: number;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #run: (row: number, from: number, to: number) => void;

  constructor({ y, height }: Omit<Mask, 'alpha'>, run: (row: number, from: number, to: number) => void) {
    this.#top = y;
    this.#from = new Int32Array(height);
    this.#to = new Int32Array(height);
    this.#run = run;
  }

  add(row: number, from: number, to: number): void {
    const at = row - this.#top;
    const begun = this.#from[at] ?? 0;
    const ended = this.#to[at] ?? 0;
    if (ended > 0 && from <= ended && to >= begun) {
      this.#from[at] = Math.min(begun, from);
      this.#to[at] = Math.max(ended, to);
      return;
    }
    if (ended > 0) this.#run(row, begun, ended);
    this.#from[at] = from;
    this.#to[at] = to;
  }

  end(): void {
    this.#to.forEach((to, at) => {
      if (to > 0) this.#run(at + this.#top, this.#from[at] ?? 0, to);
    });
  }
}

/** The columns of one row that a segment of a stroke covers; reused, as a long stroke has many thousands of rows. */
interface Span {
  from: number;
  to: number;
}

/** Where a horizontal line meets everything within `radius` of the segment, which is convex: one span, or none. */
function findSpan(span: Span, a: Point, b: Point, radius: number, y: number): void {
  span.from = Infinity;
  span.to = -Infinity;
  addCircle(span, a, radius, y);
  addCircle(span, b, radius, y);
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return;
  // The band between the circles: the sides of a turned rectangle, cut by the line.
  const nx = (-(b.y - a.y) / length) * radius;
  const ny = ((b.x - a.x) / length) * radius;
  addCrossing(span, a.x + nx, a.y + ny, b.x + nx, b.y + ny, y);
  addCrossing(span, b.x + nx, b.y + ny, b.x - nx, b.y - ny, y);
  addCrossing(span, b.x - nx, b.y - ny, a.x - nx, a.y - ny, y);
  addCrossing(span, a.x - nx, a.y - ny, a.x + nx, a.y + ny, y);
}

function addCircle(span: Span, middle: Point, radius: number, y: number): void {
  const up = y - middle.y;
  if (Math.abs(up) > radius) return;
  const half = Math.sqrt(radius * radius - up * up);
  span.from = Math.min(span.from, middle.x - half);
  span.to = Math.max(span.to, middle.x + half);
}

function addCrossing(span: Span, ax: number, ay: number, bx: number, by: number, y: number): void {
  if (ay <= y === by <= y) return;
  const x = ax + ((y - ay) / (by - ay)) * (bx - ax);
  span.from = Math.min(span.from, x);
  span.to = Math.max(span.to, x);
}
