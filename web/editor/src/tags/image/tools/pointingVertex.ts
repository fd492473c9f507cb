import { pointsOf } from '../geometry/shape';
import { distance } from '../geometry/shapes';
import { DRAG_THRESHOLD, IDLE, stay, type Chart, type PointerInput, type Step } from './chart';
import type { Scene } from './scene';
import { canClose, closed, withoutVertex, type FoundVertex } from './vertices';

/**
 * Pressed on a point of the selected region, or on an edge where one is added. A drag moves it. A click on the first
 * point closes what is being drawn, with alt takes the point away, and on an edge adds one; a double click on the last
 * point ends what is being drawn, on another takes it away.
 */
export interface PointingVertex extends FoundVertex {
  readonly name: 'pointingVertex';
  readonly origin: PointerInput;
  /** When it was clicked, milliseconds; the next click may make it a double one. */
  readonly clicked?: number;
}

/** Longest time between the clicks of a double click, milliseconds. */
const DOUBLE_CLICK = 500;

export const pointingVertex: Chart<PointingVertex> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'down':
        // Elsewhere, or too late for a double click: a press like any other.
        return isAgain(state, input)
          ? stay({ ...state, origin: input })
          : { ...left(state, scene), again: true };
      case 'move': {
        if (distance(state.origin.screen, input.screen) < DRAG_THRESHOLD) return stay(state);
        if (state.clicked !== undefined && state.origin.time <= state.clicked) return left(state, scene);
        const { id, index, part, shape, origin } = state;
        return stay({ name: 'draggingVertex', id, index, part, shape, origin: origin.at, current: input.at });
      }
      case 'up':
        return released(state, input, scene);
      case 'keydown':
        return state.clicked === undefined ? stay(state) : { ...IDLE, again: true };
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview: ({ added, at }) => (added ? { ghost: at } : {}),

  cursor: ({ clicked, shape }) => (clicked !== undefined && !shape.closed ? 'crosshair' : 'move'),
};

/** Nothing under way, where a skeleton's next point follows the one that was clicked. */
function left({ shape, index }: PointingVertex, scene: Scene): Step {
  if (shape.kind !== 'vector' || shape.closed || !scene.vector.skeleton) return IDLE;
  return stay({ name: 'idle', from: shape.vertices[index]?.id });
}

function released(state: PointingVertex, input: PointerInput, scene: Scene): Step {
  const { id, index, shape, added } = state;
  if (added) return { ...IDLE, effects: [{ type: 'reshape', id, shape }] };
  if (input.alt) return without(state, scene);
  if (index === 0 && canClose(scene, shape))
    return { ...IDLE, effects: [{ type: 'reshape', id, shape: closed(shape), finished: true }] };
  if (state.clicked === undefined) return stay({ ...state, clicked: input.time });
  if (shape.closed || index !== pointsOf(shape).length - 1) return without(state, scene);
  if (shape.kind === 'vector') return { ...IDLE, effects: [{ type: 'reshape', id, shape, finished: true }] };
  return canClose(scene, shape)
    ? { ...IDLE, effects: [{ type: 'reshape', id, shape: closed(shape), finished: true }] }
    : IDLE;
}

function without({ id, index, shape, part }: PointingVertex, scene: Scene): Step {
  const rest = part === 'point' ? withoutVertex(scene, shape, index) : null;
  return rest ? { ...IDLE, effects: [{ type: 'reshape', id, shape: rest }] } : IDLE;
}

const isAgain = ({ origin, clicked }: PointingVertex, input: PointerInput): boolean =>
  clicked !== undefined &&
  input.button === 0 &&
  input.time - clicked <= DOUBLE_CLICK &&
  distance(origin.screen, input.screen) < DRAG_THRESHOLD;
