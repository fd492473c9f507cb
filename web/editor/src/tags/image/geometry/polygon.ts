import { distance, type Bounds, type Point } from './shapes';

/** Twice the area inside the ring; negative when it runs counter-clockwise on the screen. */
export function doubleArea(points: readonly Point[]): number {
  let sum = 0;
  let last = points.at(-1);
  for (const point of points) {
    if (last) sum += last.x * point.y - point.x * last.y;
    last = point;
  }
  return sum;
}

/** Whether the point lies inside the ring; where the ring crosses itself, as often as its fill shows it. */
export function isInside(points: readonly Point[], { x, y }: Point): boolean {
  let winding = 0;
  let a = points.at(-1);
  for (const b of points) {
    if (a && a.y <= y !== b.y <= y) {
      const side = (b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y);
      if (a.y <= y && side > 0) winding++;
      else if (a.y > y && side < 0) winding--;
    }
    a = b;
  }
  return winding !== 0;
}

/** The place on the segment that is nearest to the point. */
export function nearestOn(a: Point, b: Point, point: Point): Point {
  const x = b.x - a.x;
  const y = b.y - a.y;
  const length = x * x + y * y;
  const share = length === 0 ? 0 : ((point.x - a.x) * x + (point.y - a.y) * y) / length;
  const within = Math.min(1, Math.max(0, share));
  return { x: a.x + x * within, y: a.y + y * within };
}

/** A place on the outline. */
export interface OutlinePlace {
  /** The edge begins at this point of the list. */
  readonly edge: number;
  readonly at: Point;
  readonly away: number;
}

/** The place on the outline that is nearest to the point; `null` for less than two points. */
export function nearestEdge(points: readonly Point[], closed: boolean, point: Point): OutlinePlace | null {
  let best: OutlinePlace | null = null;
  const edges = closed ? points.length : points.length - 1;
  for (let edge = 0; edge < edges; edge++) {
    const a = points[edge];
    const b = points[(edge + 1) % points.length];
    if (!a || !b || points.length < 2) continue;
    const at = nearestOn(a, b, point);
    const away = distance(at, point);
    if (!best || away < best.away) best = { edge, at, away };
  }
  return best;
}

/** Whether an outline, with what it encloses when it is closed, shares a point with the upright area. */
export function outlineTouches(points: readonly Point[], closed: boolean, area: Bounds): boolean {
  const holds = ({ x, y }: Point) => x >= area.minX && x <= area.maxX && y >= area.minY && y <= area.maxY;
  if (points.some(holds)) return true;
  const corner = { x: area.minX, y: area.minY };
  if (closed && points.length > 2 && isInside(points, corner)) return true;
  const edges = closed ? points.length : points.length - 1;
  for (let edge = 0; edge < edges; edge++) {
    const a = points[edge];
    const b = points[(edge + 1) % points.length];
    if (a && b && crosses(a, b, area)) return true;
  }
  return false;
}

/** Whether a segment reaches into the area: what is left after cutting it at each side. */
function crosses(a: Point, b: Point, { minX, minY, maxX, maxY }: Bounds): boolean {
  let from = 0;
  let to = 1;
  const x = b.x - a.x;
  const y = b.y - a.y;
  for (const [along, room] of [
    [-x, a.x - minX],
    [x, maxX - a.x],
    [-y, a.y - minY],
    [y, maxY - a.y],
  ] as const) {
    if (along === 0) {
      if (room < 0) return false;
    } else if (along < 0) from = Math.max(from, room / along);
    else to = Math.min(to, room / along);
  }
  return from <= to;
}
