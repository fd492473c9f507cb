import { clamp, type Bounds, type Point, type Rect } from './shapes';

/**
 * The part of a displacement that keeps `area` inside `limits`. What already sticks out may stay out
 * or come back, but never goes further; an area larger than the limits stays where it is on that axis.
 */
export function limitMove(area: Bounds, delta: Point, limits: Bounds): Point {
  return {
    x: clamp(delta.x, Math.min(limits.minX - area.minX, 0), Math.max(limits.maxX - area.maxX, 0)),
    y: clamp(delta.y, Math.min(limits.minY - area.minY, 0), Math.max(limits.maxY - area.maxY, 0)),
  };
}

/** How far one can go from a point inside the limits along a direction, in lengths of that direction. */
export function reach(from: Point, along: Point, limits: Bounds): number {
  return Math.max(
    0,
    Math.min(
      reachAxis(from.x, along.x, limits.minX, limits.maxX),
      reachAxis(from.y, along.y, limits.minY, limits.maxY),
    ),
  );
}

function reachAxis(from: number, along: number, min: number, max: number): number {
  if (along === 0) return Infinity;
  return ((along > 0 ? max : min) - from) / along;
}

/** The upright rectangle moved, and where it is larger shrunk, to lie inside the limits. */
export function fitInside(rect: Rect, limits: Bounds): Rect {
  const width = Math.min(rect.width, limits.maxX - limits.minX);
  const height = Math.min(rect.height, limits.maxY - limits.minY);
  return {
    ...rect,
    x: clamp(rect.x, limits.minX, limits.maxX - width),
    y: clamp(rect.y, limits.minY, limits.maxY - height),
    width,
    height,
  };
}
