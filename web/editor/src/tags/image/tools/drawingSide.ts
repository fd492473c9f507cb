import { angleBetween } from '../geometry/rotation';
import { boundsOf, clampPoint, distance, type Point } from '../geometry/shapes';
import { IDLE, stay, type Chart } from './chart';
import { isTooSmall } from './newBox';

/** The first side of a three-point rectangle, by a drag or by two clicks. */
export interface DrawingSide {
  readonly name: 'drawingSide';
  readonly start: Point;
  readonly current: Point;
  readonly dragging: boolean;
}

export const drawingSide: Chart<DrawingSide> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'down':
        return input.button === 1 || input.hand
          ? stay({ name: 'panning', last: input.screen, resume: state })
          : stay({ ...state, current: input.at });
      case 'move':
        return stay({ ...state, current: input.at });
      case 'up': {
        if (input.button !== 0) return stay(state);
        const end = clampPoint(input.at, boundsOf(scene.camera.image));
        if (isTooSmall(scene, distance(state.start, end), Infinity))
          return state.dragging ? IDLE : stay(state);
        return stay({
          name: 'drawingHeight',
          start: state.start,
          end,
          current: input.at,
        });
      }
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview(state, scene) {
    const end = clampPoint(state.current, boundsOf(scene.camera.image));
    return {
      lines: [[state.start, end]],
      note: `${Math.round(distance(state.start, end))}, ${Math.round(angleBetween(state.start, end))}°`,
    };
  },

  cursor: () => 'crosshair',
};
