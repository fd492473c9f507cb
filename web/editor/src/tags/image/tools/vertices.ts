import { curveOf, pointsAlong, segmentsOf, type Vertex } from '../geometry/vector';
import { nearestEdge } from '../geometry/polygon';
import { pointsOf, type PointedShape } from '../geometry/shape';
import { boundsOf, clampPoint, distance, type Point } from '../geometry/shapes';
import type { PointerInput } from './chart';
import { newVertexId } from './vertexId';
import { inImage, pointedSelection, type PointedBox, type Scene } from './scene';

/** How near a press must be to a point or an edge, CSS pixels. */
const GRIP = 8;
const TOUCH_GRIP = 16;
const EDGE_GRIP = 5;

/** A handle of a vector's curve, or the point itself. */
export type VertexPart = 'point' | 'controlPoint1' | 'controlPoint2';

/** A point of the selected region that the press is on. */
export interface FoundVertex {
  readonly id: string;
  readonly index: number;
  readonly part: VertexPart;
  /** The region's shape, with a point more where the press was on an edge. */
  readonly shape: PointedShape;
  /** The point is not one of the region's yet. */
  readonly added: boolean;
  readonly at: Point;
}

export function vertexAt(scene: Scene, input: PointerInput): FoundVertex | null {
  const box = pointedSelection(scene);
  if (!box) return null;
  let nearest: FoundVertex | null = null;
  let reach = inImage(scene, input.touch ? TOUCH_GRIP : GRIP);
  const consider = (at: Point, index: number, part: VertexPart): void => {
    const away = distance(at, input.at);
    if (away > reach) return;
    reach = away;
    nearest = { id: box.id, index, part, shape: box.shape, added: false, at };
  };
  pointsOf(box.shape).forEach((point, index) => consider(point, index, 'point'));
  if (box.shape.kind === 'vector')
    box.shape.vertices.forEach(({ controlPoint1, controlPoint2 }, index) => {
      if (controlPoint1) consider(controlPoint1, index, 'controlPoint1');
      if (controlPoint2) consider(controlPoint2, index, 'controlPoint2');
    });
  return nearest;
}

/** The point that a press on an edge of the selected region would add. */
export function edgeAt(scene: Scene, input: PointerInput): FoundVertex | null {
  const box = pointedSelection(scene);
  if (!box) return null;
  const { shape, id } = box;
  const reach = inImage(scene, input.touch ? GRIP : EDGE_GRIP);
  if (shape.kind === 'polygon') {
    const found = nearestEdge(shape.points, shape.closed, input.at);
    if (!found || found.away > reach) return null;
    const index = found.edge + 1;
    const points = shape.points.toSpliced(index, 0, found.at);
    return { id, index, part: 'point', shape: { ...shape, points }, added: true, at: found.at };
  }
  if (shape.vertices.length >= scene.vector.maxPoints) return null;
  for (const segment of segmentsOf(shape.vertices, shape.closed)) {
    const found = nearestEdge(pointsAlong(segment), false, input.at);
    if (!found || found.away > reach || curveOf(segment)) continue;
    const index = shape.vertices.indexOf(segment.to);
    const vertex = { id: newVertexId(), ...found.at, prevPointId: segment.from.id, isBezier: false };
    // The first point of a closed vector follows its last one.
    const place = index === 0 ? shape.vertices.length : index;
    const vertices = shape.vertices
      .map((other) => (other === segment.to ? { ...other, prevPointId: vertex.id } : other))
      .toSpliced(place, 0, vertex);
    return { id, index: place, part: 'point', shape: { ...shape, vertices }, added: true, at: found.at };
  }
  return null;
}

/** The shape with one of its points somewhere else, inside the image. */
export function withVertexAt(
  scene: Scene,
  shape: PointedShape,
  index: number,
  part: VertexPart,
  to: Point,
): PointedShape {
  const snap = (value: number) => (scene.snap === 'pixel' ? Math.round(value) : value);
  const inside = clampPoint(to, boundsOf(scene.camera.image));
  const at = { x: snap(inside.x), y: snap(inside.y) };
  if (shape.kind === 'polygon') return { ...shape, points: shape.points.with(index, at) };
  const vertex = shape.vertices[index];
  return vertex ? { ...shape, vertices: shape.vertices.with(index, movedVertex(vertex, part, at)) } : shape;
}

/** Control points go with their vertex; each other's is the mirror image. */
function movedVertex(vertex: Vertex, part: VertexPart, to: Point): Vertex {
  if (part !== 'point') {
    const other = part === 'controlPoint1' ? 'controlPoint2' : 'controlPoint1';
    return { ...vertex, [part]: to, [other]: { x: 2 * vertex.x - to.x, y: 2 * vertex.y - to.y } };
  }
  const along = (point: Point): Point => ({ x: point.x + to.x - vertex.x, y: point.y + to.y - vertex.y });
  const { controlPoint1, controlPoint2 } = vertex;
  return {
    ...vertex,
    ...to,
    ...(controlPoint1 && { controlPoint1: along(controlPoint1) }),
    ...(controlPoint2 && { controlPoint2: along(controlPoint2) }),
  };
}

/** Fewest points that a shape keeps. */
const fewest = (scene: Scene, shape: PointedShape): number =>
  shape.kind === 'polygon' ? (shape.closed ? 3 : 1) : Math.max(1, scene.vector.minPoints);

/** The shape without one of its points, whose neighbours are joined; `null` when it has none to spare. */
export function withoutVertex(scene: Scene, shape: PointedShape, index: number): PointedShape | null {
  if (pointsOf(shape).length <= fewest(scene, shape)) return null;
  if (shape.kind === 'polygon') return { ...shape, points: shape.points.toSpliced(index, 1) };
  const gone = shape.vertices[index];
  if (!gone) return null;
  const vertices = shape.vertices
    .toSpliced(index, 1)
    .map((vertex) =>
      vertex.prevPointId === gone.id ? { ...vertex, prevPointId: gone.prevPointId } : vertex,
    );
  return { ...shape, vertices };
}

/** Whether a press on the first point would close the shape. */
export const canClose = (scene: Scene, shape: PointedShape): boolean =>
  !shape.closed &&
  pointsOf(shape).length >= Math.max(3, shape.kind === 'vector' ? scene.vector.minPoints : 3) &&
  (shape.kind === 'polygon' || scene.vector.closable);

/** The shape with its first point joined to its last. */
export function closed(shape: PointedShape): PointedShape {
  if (shape.kind === 'polygon') return { ...shape, closed: true };
  const last = shape.vertices.at(-1);
  const vertices = shape.vertices.map((vertex, index) =>
    index === 0 ? { ...vertex, prevPointId: last?.id ?? null } : vertex,
  );
  return { ...shape, vertices, closed: true };
}

/** The line a click would add, from the point with the id `from` or the last one. */
export function lineToPointer({ shape }: PointedBox, { at }: PointerInput, from?: string): [Point, Point][] {
  const branch = shape.kind === 'vector' ? shape.vertices.find(({ id }) => id === from) : undefined;
  const last = branch ?? pointsOf(shape).at(-1);
  return last ? [[last, at]] : [];
}
