import { frameOf } from '../geometry/group';
import { centre, rotateAbout } from '../geometry/rectangle';
import { angleBetween, normalizeDegrees, snapDegrees } from '../geometry/rotation';
import type { Point, Rect } from '../geometry/shapes';
import { changesOf } from './changes';
import { IDLE, stay, type Chart } from './chart';
import { handleCursor } from './handles';
import { movableSelection, type Scene } from './scene';

/** Turning the selection about the centre of its frame. Corners may leave the image. */
export interface Rotating {
  readonly name: 'rotating';
  readonly origin: Point;
  readonly current: Point;
  /** In steps of 15 degrees. */
  readonly stepped: boolean;
}

const STEP = 15;

export const rotating: Chart<Rotating> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'move':
        return stay({ ...state, current: input.at, stepped: input.shift });
      case 'up': {
        const { changes } = turned({ ...state, current: input.at, stepped: input.shift }, scene);
        return changes.size > 0 ? { ...IDLE, effects: [{ type: 'change', changes }] } : IDLE;
      }
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview(state, scene) {
    const { changes, angle } = turned(state, scene);
    return { moved: changes, note: `${Math.round(angle)}°` };
  },

  cursor: (_, scene) => handleCursor(scene, 'rotate'),
};

/** `angle` is the rotation of the frame afterwards. */
function turned(
  { origin, current, stepped }: Rotating,
  scene: Scene,
): { changes: Map<string, Rect>; angle: number } {
  const boxes = movableSelection(scene);
  const frame = frameOf(boxes.map(({ rect }) => rect));
  if (!frame) return { changes: new Map(), angle: 0 };
  const pivot = centre(frame);
  const free = frame.rotation + angleBetween(pivot, current) - angleBetween(pivot, origin);
  const angle = normalizeDegrees(stepped ? snapDegrees(free, STEP) : free);
  return {
    changes: changesOf(boxes, ({ rect }) => rotateAbout(rect, pivot, angle - frame.rotation)),
    angle,
  };
}
