import {
  boundsOfEllipse,
  ellipseContains,
  ellipseIn,
  frameOfEllipse,
  outlineOfEllipse,
  type Ellipse,
} from './ellipse';
import { boundsOfMask, isPainted, maskTouches, type Mask } from './mask';
import { isInside, nearestEdge, nearestOn, outlineTouches } from './polygon';
import { containsPoint, fromLocal, hull, intersectsBounds, rectOfBounds, toLocal } from './rectangle';
import { boundsAround, distance, type Bounds, type Point, type Rect } from './shapes';
import { boundsOfVector, pointsAlong, segmentsOf, type Vertex } from './vector';

/** What a region covers, in pixels of the natural image. */
export type Shape =
  | ({ readonly kind: 'rectangle' } & Rect)
  | ({ readonly kind: 'ellipse' } & Ellipse)
  | PolygonShape
  | KeyPointShape
  | VectorShape
  | MaskShape;

export interface PolygonShape {
  readonly kind: 'polygon';
  readonly points: readonly Point[];
  /** False while it is being drawn. */
  readonly closed: boolean;
}

export interface KeyPointShape extends Point {
  readonly kind: 'keypoint';
  /** Diameter of the dot. */
  readonly width: number;
}

export interface VectorShape {
  readonly kind: 'vector';
  readonly vertices: readonly Vertex[];
  readonly closed: boolean;
}

export interface MaskShape {
  readonly kind: 'mask';
  readonly mask: Mask;
}

/** Shapes that gestures work on by their points rather than by a frame. */
export type PointedShape = PolygonShape | VectorShape;

export const isPointed = (shape: Shape): shape is PointedShape =>
  shape.kind === 'polygon' || shape.kind === 'vector';

export const pointsOf = (shape: PointedShape): readonly Point[] =>
  shape.kind === 'polygon' ? shape.points : shape.vertices;

/** The rectangle that moves, grows and turns with the shape. */
export function frameOfShape(shape: Shape): Rect {
  switch (shape.kind) {
    case 'rectangle':
      return shape;
    case 'ellipse':
      return frameOfEllipse(shape);
    case 'keypoint':
      return { x: shape.x, y: shape.y, width: 0, height: 0, rotation: 0 };
    default:
      return rectOfBounds(boundsOfShape(shape));
  }
}

const NOWHERE: Bounds = { minX: 0, minY: 0, maxX: 0, maxY: 0 };

/** The upright area around the shape. */
export function boundsOfShape(shape: Shape): Bounds {
  switch (shape.kind) {
    case 'rectangle':
      return hull(shape);
    case 'ellipse':
      return boundsOfEllipse(shape);
    case 'polygon':
      return shape.points.length > 0 ? boundsAround(shape.points) : NOWHERE;
    case 'keypoint': {
      const { x, y, width } = shape;
      return { minX: x - width / 2, minY: y - width / 2, maxX: x + width / 2, maxY: y + width / 2 };
    }
    case 'vector':
      return shape.vertices.length > 0 ? boundsOfVector(shape.vertices, shape.closed) : NOWHERE;
    case 'mask':
      return boundsOfMask(shape.mask);
  }
}

/** Whether the point is on the shape, or within `tolerance` of it; thin things are caught from further away. */
export function shapeContains(shape: Shape, point: Point, tolerance: number): boolean {
  switch (shape.kind) {
    case 'rectangle':
      return containsPoint(shape, point, tolerance);
    case 'ellipse':
      return ellipseContains(shape, point, tolerance);
    case 'polygon':
      return (
        (shape.closed && isInside(shape.points, point)) ||
        (nearestEdge(shape.points, shape.closed, point)?.away ?? Infinity) <= tolerance ||
        shape.points.some((corner) => distance(corner, point) <= tolerance)
      );
    case 'keypoint':
      return distance(shape, point) <= Math.max(shape.width / 2, 3 * tolerance);
    case 'vector': {
      const lines = segmentsOf(shape.vertices, shape.closed).map(pointsAlong);
      return (
        (shape.closed && isInside(lines.flat(), point)) ||
        shape.vertices.some((vertex) => distance(vertex, point) <= 2 * tolerance) ||
        lines.some((line) =>
          line.some((at, index) => {
            const next = line[index + 1];
            return next !== undefined && distance(nearestOn(at, next, point), point) <= 2 * tolerance;
          }),
        )
      );
    }
    case 'mask':
      return isPainted(shape.mask, point);
  }
}

/** Whether the shape shares a point with the upright area. */
export function shapeTouches(shape: Shape, area: Bounds): boolean {
  switch (shape.kind) {
    case 'rectangle':
      return intersectsBounds(shape, area);
    case 'ellipse':
      return outlineTouches(outlineOfEllipse(shape), true, area);
    case 'polygon':
      return outlineTouches(shape.points, shape.closed, area);
    case 'keypoint':
      return shape.x >= area.minX && shape.x <= area.maxX && shape.y >= area.minY && shape.y <= area.maxY;
    case 'vector':
      return (
        segmentsOf(shape.vertices, shape.closed).some((segment) =>
          outlineTouches(pointsAlong(segment), false, area),
        ) || outlineTouches(shape.vertices.slice(0, 1), false, area)
      );
    case 'mask':
      return maskTouches(shape.mask, area);
  }
}

/** The shape after its frame went from one rectangle to another. Masks stay where they are. */
export function withFrame(shape: Shape, from: Rect, to: Rect): Shape {
  const scaleX = from.width > 0 ? to.width / from.width : 1;
  const scaleY = from.height > 0 ? to.height / from.height : 1;
  const place = (point: Point): Point => {
    const local = toLocal(from, point);
    return fromLocal(to, { x: local.x * scaleX, y: local.y * scaleY });
  };
  switch (shape.kind) {
    case 'rectangle':
      return { kind: 'rectangle', ...to };
    case 'ellipse':
      return { kind: 'ellipse', ...ellipseIn(to) };
    case 'polygon':
      return { ...shape, points: shape.points.map(place) };
    case 'keypoint':
      return { ...shape, x: to.x, y: to.y };
    case 'vector':
      return {
        ...shape,
        vertices: shape.vertices.map((vertex) => ({
          ...vertex,
          ...place(vertex),
          ...(vertex.controlPoint1 && { controlPoint1: place(vertex.controlPoint1) }),
          ...(vertex.controlPoint2 && { controlPoint2: place(vertex.controlPoint2) }),
        })),
      };
    case 'mask':
      return shape;
  }
}
