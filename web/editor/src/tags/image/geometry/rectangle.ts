import { direction, normalizeDegrees, rotatePoint, rotateVector } from './rotation';
import { boundsAround, boundsBetween, type Bounds, type Point, type Rect } from './shapes';

/** Corners in the order top-left, top-right, bottom-right, bottom-left of the unturned rectangle. */
export type Corners = readonly [Point, Point, Point, Point];

/** A place inside the rectangle's own frame (0..width, 0..height) as a point of the image. */
export function fromLocal(rect: Rect, local: Point): Point {
  const { cos, sin } = direction(rect.rotation);
  return {
    x: rect.x + local.x * cos - local.y * sin,
    y: rect.y + local.x * sin + local.y * cos,
  };
}

/** A point of the image in the rectangle's own frame: (0, 0) is its top-left corner. */
export const toLocal = (rect: Rect, point: Point): Point =>
  rotateVector({ x: point.x - rect.x, y: point.y - rect.y }, -rect.rotation);

export const corners = (rect: Rect): Corners => [
  { x: rect.x, y: rect.y },
  fromLocal(rect, { x: rect.width, y: 0 }),
  fromLocal(rect, { x: rect.width, y: rect.height }),
  fromLocal(rect, { x: 0, y: rect.height }),
];

export const centre = (rect: Rect): Point => fromLocal(rect, { x: rect.width / 2, y: rect.height / 2 });

/** The upright area around the rectangle. */
export function hull(rect: Rect): Bounds {
  const { x, y, width, height } = rect;
  return isUpright(rect)
    ? { minX: x, minY: y, maxX: x + width, maxY: y + height }
    : boundsAround(corners(rect));
}

export const isUpright = ({ rotation }: Rect): boolean => rotation === 0 || normalizeDegrees(rotation) === 0;

/** The upright rectangle with these two opposite corners, in any order. */
export function rectBetween(a: Point, b: Point): Rect {
  const { minX, minY, maxX, maxY } = boundsBetween(a, b);
  return {
    x: minX,
    y: minY,
    width: maxX - minX,
    height: maxY - minY,
    rotation: 0,
  };
}

export const rectOfBounds = (area: Bounds): Rect =>
  rectBetween({ x: area.minX, y: area.minY }, { x: area.maxX, y: area.maxY });

/** Whether the point lies in the rectangle grown by `tolerance` on every side; edges count. */
export function containsPoint(rect: Rect, point: Point, tolerance = 0): boolean {
  const local = toLocal(rect, point);
  return (
    local.x >= -tolerance &&
    local.y >= -tolerance &&
    local.x <= rect.width + tolerance &&
    local.y <= rect.height + tolerance
  );
}

/** Whether the rectangle and the upright area share a point (separating axes: two of the area, two of the rectangle). */
export function intersectsBounds(rect: Rect, area: Bounds): boolean {
  const own = hull(rect);
  if (own.maxX < area.minX || own.minX > area.maxX || own.maxY < area.minY || own.minY > area.maxY)
    return false;
  const local = boundsAround([
    toLocal(rect, { x: area.minX, y: area.minY }),
    toLocal(rect, { x: area.maxX, y: area.minY }),
    toLocal(rect, { x: area.maxX, y: area.maxY }),
    toLocal(rect, { x: area.minX, y: area.maxY }),
  ]);
  return local.maxX >= 0 && local.minX <= rect.width && local.maxY >= 0 && local.minY <= rect.height;
}

export const moveBy = (rect: Rect, delta: Point): Rect => ({
  ...rect,
  x: rect.x + delta.x,
  y: rect.y + delta.y,
});

/** The rectangle turned clockwise about any pivot; size is kept. */
export function rotateAbout(rect: Rect, pivot: Point, degrees: number): Rect {
  const corner = rotatePoint(rect, pivot, degrees);
  return {
    ...rect,
    x: corner.x,
    y: corner.y,
    rotation: normalizeDegrees(rect.rotation + degrees),
  };
}
