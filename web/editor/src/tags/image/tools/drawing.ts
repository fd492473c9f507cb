import type { Point } from '../geometry/shapes';
import { IDLE, stay, type Chart } from './chart';
import { boxBetween, isTooSmall, sizeNote } from './newBox';

/** Dragging from one corner of a new box to the opposite one. */
export interface Drawing {
  readonly name: 'drawing';
  readonly start: Point;
  readonly current: Point;
}

export const drawing: Chart<Drawing> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'move':
        return stay({ ...state, current: input.at });
      case 'up': {
        const rect = boxBetween(scene, state.start, input.at);
        return isTooSmall(scene, rect.width, rect.height)
          ? IDLE
          : { ...IDLE, effects: [{ type: 'create', rect }] };
      }
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview(state, scene) {
    const draft = boxBetween(scene, state.start, state.current);
    return { draft, note: sizeNote(draft) };
  },

  cursor: () => 'crosshair',
};
