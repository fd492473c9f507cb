import type { Bounds, Point } from './shapes';
import { boundsAround } from './shapes';

/** A point of a vector, which a line joins to the point before it. */
export interface Vertex extends Point {
  readonly id: string;
  readonly prevPointId: string | null;
  readonly isBezier: boolean;
  /** Of curves: towards the point before, and towards the points after. */
  readonly controlPoint1?: Point | undefined;
  readonly controlPoint2?: Point | undefined;
}

/** A line from one vertex to another; straight when neither is a curve's. */
export interface Segment {
  readonly from: Vertex;
  readonly to: Vertex;
}

/** The lines of a vector, in the order of their ends. A closed one's first point names its last as the one before. */
export function segmentsOf(vertices: readonly Vertex[], closed: boolean): Segment[] {
  const byId = new Map(vertices.map((vertex) => [vertex.id, vertex]));
  const segments = vertices.flatMap((to) => {
    const from = to.prevPointId === null ? undefined : byId.get(to.prevPointId);
    return from === undefined ? [] : [{ from, to }];
  });
  const [first] = vertices;
  const last = vertices.at(-1);
  if (closed && first && last && first !== last && first.prevPointId === null)
    segments.push({ from: last, to: first });
  return segments;
}

/** Ends and control points of a segment as a cubic curve; `null` for a straight one. */
export function curveOf({ from, to }: Segment): [Point, Point] | null {
  const leaving = from.isBezier ? from.controlPoint2 : undefined;
  const arriving = to.isBezier ? to.controlPoint1 : undefined;
  return leaving || arriving ? [leaving ?? from, arriving ?? to] : null;
}

const STEPS = 16;

/** Points along a segment, both ends included. */
export function pointsAlong(segment: Segment): Point[] {
  const { from, to } = segment;
  const curve = curveOf(segment);
  if (!curve) return [from, to];
  const [a, b] = curve;
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = step / STEPS;
    const s = 1 - t;
    const mix = (axis: 'x' | 'y') =>
      s * s * s * from[axis] + 3 * s * s * t * a[axis] + 3 * s * t * t * b[axis] + t * t * t * to[axis];
    return { x: mix('x'), y: mix('y') };
  });
}

export const boundsOfVector = (vertices: readonly Vertex[], closed: boolean): Bounds =>
  boundsAround([...vertices, ...segmentsOf(vertices, closed).flatMap(pointsAlong)]);
