import { fitScale } from '../geometry/camera';
import { isPointed, pointsOf, type PointedShape, type Shape } from '../geometry/shape';
import { boundsOf, clampPoint, distance, type Point } from '../geometry/shapes';
import { DRAG_THRESHOLD, IDLE, stay, type Chart, type PointerInput, type Step } from './chart';
import { inImage, unfinished, type Scene } from './scene';
import { newVertexId } from './vertexId';

/** Pressed where the next point goes; a drag takes it elsewhere, or bends the line of a vector with curves. */
export interface PlacingPoint {
  readonly name: 'placingPoint';
  readonly origin: PointerInput;
  readonly current: Point;
  /** Id of the vector's point it follows; the last one when left out. */
  readonly from?: string | undefined;
}

export const placingPoint: Chart<PlacingPoint> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'move':
        return stay({ ...state, current: input.at });
      case 'up':
        return placed({ ...state, current: input.at }, scene, input.time);
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview(state, scene) {
    const open = unfinished(scene);
    const shape = grown(state, scene, open?.shape ?? null);
    if (!open) return { draft: shape };
    return { reshaped: { id: open.id, shape } };
  },

  cursor: () => 'crosshair',
};

function placed(state: PlacingPoint, scene: Scene, time: number): Step {
  const { origin, current } = state;
  const open = unfinished(scene);
  const shape = grown(state, scene, open?.shape ?? null);
  if (!open) return { ...IDLE, effects: [{ type: 'create', shape, negative: origin.alt }] };
  const { id } = open;
  const full = shape.kind === 'vector' && shape.vertices.length >= scene.vector.maxPoints;
  if (full || !isPointed(shape))
    return { ...IDLE, effects: [{ type: 'reshape', id, shape, finished: true }] };
  const index = pointsOf(shape).length - 1;
  const at = pointsOf(shape)[index] ?? current;
  // A second click at the same place ends the drawing.
  return {
    state: {
      name: 'pointingVertex',
      id,
      index,
      part: 'point',
      shape,
      added: false,
      at,
      origin,
      clicked: time,
    },
    effects: [{ type: 'reshape', id, shape }],
  };
}

/** The shape with the new point, or a shape that begins with it. */
function grown({ origin, current, from }: PlacingPoint, scene: Scene, shape: PointedShape | null): Shape {
  const { image, rotation } = scene.camera;
  const bent = scene.tool === 'vector' && scene.vector.curves && isDrag(scene, origin.at, current);
  const inside = clampPoint(bent ? origin.at : current, boundsOf(image));
  const snap = (value: number) => (scene.snap === 'pixel' ? Math.round(value) : value);
  const at = { x: snap(inside.x), y: snap(inside.y) };
  if (scene.tool === 'keypoint')
    return { kind: 'keypoint', ...at, width: scene.pointSize / fitScale(image, rotation, scene.window) };
  if (scene.tool === 'polygon') {
    const points = shape ? pointsOf(shape) : [];
    return { kind: 'polygon', points: [...points, at], closed: false };
  }
  const vertices = shape?.kind === 'vector' ? shape.vertices : [];
  const vertex = {
    id: newVertexId(),
    ...at,
    prevPointId: (vertices.find(({ id }) => id === from) ?? vertices.at(-1))?.id ?? null,
    isBezier: bent,
    ...(bent && {
      controlPoint1: { x: 2 * at.x - current.x, y: 2 * at.y - current.y },
      controlPoint2: current,
    }),
  };
  return { kind: 'vector', vertices: [...vertices, vertex], closed: false };
}

const isDrag = (scene: Scene, from: Point, to: Point): boolean =>
  distance(from, to) >= inImage(scene, DRAG_THRESHOLD);
