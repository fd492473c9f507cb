import type { Point } from './shapes';

/** The same direction as an angle of at least 0 and less than 360 degrees. */
export function normalizeDegrees(degrees: number): number {
  const rest = degrees % 360;
  const positive = rest < 0 ? rest + 360 : rest;
  return positive === 360 ? 0 : positive + 0;
}

/** The multiple of `step` nearest to the angle. */
export const snapDegrees = (degrees: number, step: number): number => Math.round(degrees / step) * step;

/** Cosine and sine; exact for quarter turns, so that upright rectangles stay free of rounding noise. */
export function direction(degrees: number): { cos: number; sin: number } {
  switch (normalizeDegrees(degrees)) {
    case 0:
      return { cos: 1, sin: 0 };
    case 90:
      return { cos: 0, sin: 1 };
    case 180:
      return { cos: -1, sin: 0 };
    case 270:
      return { cos: 0, sin: -1 };
    default: {
      const radians = (degrees * Math.PI) / 180;
      return { cos: Math.cos(radians), sin: Math.sin(radians) };
    }
  }
}

/** The displacement turned clockwise (y points down). */
export function rotateVector(vector: Point, degrees: number): Point {
  const { cos, sin } = direction(degrees);
  return {
    x: vector.x * cos - vector.y * sin,
    y: vector.x * sin + vector.y * cos,
  };
}

/** The point turned clockwise about a pivot. */
export function rotatePoint(point: Point, pivot: Point, degrees: number): Point {
  const turned = rotateVector({ x: point.x - pivot.x, y: point.y - pivot.y }, degrees);
  return { x: pivot.x + turned.x, y: pivot.y + turned.y };
}

/** The direction from one point to another in degrees clockwise from the x axis, 0 <= angle < 360. */
export const angleBetween = (from: Point, to: Point): number =>
  normalizeDegrees((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI);
