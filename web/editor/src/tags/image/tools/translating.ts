import { limitMove } from '../geometry/clamp';
import { hull, moveBy } from '../geometry/rectangle';
import { boundsOf, unionOf, type Point, type Rect } from '../geometry/shapes';
import { changesOf, snapFrame } from './changes';
import { IDLE, stay, type Chart } from './chart';
import { isMovable, type Scene } from './scene';

/** Dragging regions to another place. */
export interface Translating {
  readonly name: 'translating';
  readonly ids: readonly string[];
  readonly origin: Point;
  readonly current: Point;
  /** Along one axis of the image only. */
  readonly straight: boolean;
}

export const translating: Chart<Translating> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'move':
        return stay({ ...state, current: input.at, straight: input.shift });
      case 'up': {
        const changes = moved({ ...state, current: input.at, straight: input.shift }, scene);
        return changes.size > 0 ? { ...IDLE, effects: [{ type: 'change', changes }] } : IDLE;
      }
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview: (state, scene) => ({ moved: moved(state, scene) }),

  cursor: () => 'move',
};

function moved({ ids, origin, current, straight }: Translating, scene: Scene): Map<string, Rect> {
  let delta: Point = { x: current.x - origin.x, y: current.y - origin.y };
  if (straight) delta = Math.abs(delta.x) >= Math.abs(delta.y) ? { x: delta.x, y: 0 } : { x: 0, y: delta.y };
  return moveBoxes(scene, ids, delta);
}

/** The boxes moved together as far as the image allows. */
export function moveBoxes(scene: Scene, ids: readonly string[], delta: Point): Map<string, Rect> {
  const boxes = ids.flatMap((id) => scene.boxes.byId.get(id) ?? []).filter((box) => isMovable(scene, box));
  if (boxes.length === 0) return new Map();
  const area = unionOf(boxes.map(({ rect }) => hull(rect)));
  const allowed = limitMove(area, delta, boundsOf(scene.camera.image));
  if (allowed.x === 0 && allowed.y === 0) return new Map();
  return changesOf(boxes, ({ rect, region }) => snapFrame(moveBy(rect, allowed), region));
}
