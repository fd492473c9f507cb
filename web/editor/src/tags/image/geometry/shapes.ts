/** A place or a displacement. The unit depends on the space: pixels of the natural image, or CSS pixels of the screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Width and height in the unit of the space at hand, never negative. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An axis-aligned area; `min` is never greater than `max`. */
export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/**
 * A rectangle turned about its own top-left corner. `x`, `y` is that corner (it does not move when
 * `rotation` changes), `rotation` is in degrees clockwise, width and height are not negative.
 */
export interface Rect extends Point, Size {
  readonly rotation: number;
}

/** The area of an image of this size, or of any box that begins at the origin. */
export const boundsOf = (size: Size): Bounds => ({
  minX: 0,
  minY: 0,
  maxX: size.width,
  maxY: size.height,
});

/** The area spanned by two opposite corners, in any order. */
export const boundsBetween = (a: Point, b: Point): Bounds => ({
  minX: Math.min(a.x, b.x),
  minY: Math.min(a.y, b.y),
  maxX: Math.max(a.x, b.x),
  maxY: Math.max(a.y, b.y),
});

/** The smallest area that holds all the points; there must be at least one. */
export function boundsAround(points: Iterable<Point>): Bounds {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const { x, y } of points) {
    if (x < minX) minX = x;
    if (y < minY) minY = y;
    if (x > maxX) maxX = x;
    if (y > maxY) maxY = y;
  }
  return { minX, minY, maxX, maxY };
}

/** The smallest area that holds both. */
export const unionBounds = (a: Bounds, b: Bounds): Bounds => ({
  minX: Math.min(a.minX, b.minX),
  minY: Math.min(a.minY, b.minY),
  maxX: Math.max(a.maxX, b.maxX),
  maxY: Math.max(a.maxY, b.maxY),
});

/** The smallest area that holds all; there must be at least one. */
export function unionOf(areas: Iterable<Bounds>): Bounds {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const area of areas) {
    if (area.minX < minX) minX = area.minX;
    if (area.minY < minY) minY = area.minY;
    if (area.maxX > maxX) maxX = area.maxX;
    if (area.maxY > maxY) maxY = area.maxY;
  }
  return { minX, minY, maxX, maxY };
}

export const clamp = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max);

/** The nearest point of the area. */
export const clampPoint = (point: Point, area: Bounds): Point => ({
  x: clamp(point.x, area.minX, area.maxX),
  y: clamp(point.y, area.minY, area.maxY),
});

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
