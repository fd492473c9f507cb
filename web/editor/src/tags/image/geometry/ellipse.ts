import { centre, fromLocal } from './rectangle';
import { direction, rotateVector } from './rotation';
import type { Bounds, Point, Rect } from './shapes';

/** An ellipse about its centre; `rotation` in degrees clockwise. Lengths are in pixels of the image. */
export interface Ellipse extends Point {
  readonly radiusX: number;
  readonly radiusY: number;
  readonly rotation: number;
}

/** The rectangle that touches the ellipse at the ends of both axes. */
export function frameOfEllipse({ x, y, radiusX, radiusY, rotation }: Ellipse): Rect {
  const around = { x: 0, y: 0, width: 2 * radiusX, height: 2 * radiusY, rotation };
  const middle = centre(around);
  return { ...around, x: x - middle.x, y: y - middle.y };
}

/** The inverse of {@link frameOfEllipse}. */
export function ellipseIn(frame: Rect): Ellipse {
  const { x, y } = centre(frame);
  return { x, y, radiusX: frame.width / 2, radiusY: frame.height / 2, rotation: frame.rotation };
}

export function boundsOfEllipse({ x, y, radiusX, radiusY, rotation }: Ellipse): Bounds {
  const { cos, sin } = direction(rotation);
  const width = Math.hypot(radiusX * cos, radiusY * sin);
  const height = Math.hypot(radiusX * sin, radiusY * cos);
  return { minX: x - width, minY: y - height, maxX: x + width, maxY: y + height };
}

/** Whether the point lies in the ellipse with both radii grown by `tolerance`. */
export function ellipseContains(ellipse: Ellipse, point: Point, tolerance: number): boolean {
  const local = rotateVector({ x: point.x - ellipse.x, y: point.y - ellipse.y }, -ellipse.rotation);
  const across = local.x / Math.max(ellipse.radiusX + tolerance, Number.EPSILON);
  const along = local.y / Math.max(ellipse.radiusY + tolerance, Number.EPSILON);
  return across * across + along * along <= 1;
}

const CORNERS = 48;

/** Points around the ellipse, close enough to its line to stand for it. */
export function outlineOfEllipse(ellipse: Ellipse): Point[] {
  const frame = frameOfEllipse(ellipse);
  return Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / CORNERS;
    return fromLocal(frame, {
      x: ellipse.radiusX * (1 + Math.cos(angle)),
      y: ellipse.radiusY * (1 + Math.sin(angle)),
    });
  });
}
