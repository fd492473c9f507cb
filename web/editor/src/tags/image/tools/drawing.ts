import type { Point } from '../geometry/shapes';
import { IDLE, stay, type Chart } from './chart';
import { isTooSmall, sizeNote, spanned } from './newBox';

/** Dragging from one corner of a new box to the opposite one, or from the middle of an ellipse to its radii. */
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
        const { shape, frame } = spanned(scene, state.start, input.at);
        return isTooSmall(scene, frame.width, frame.height)
          ? IDLE
          : { ...IDLE, effects: [{ type: 'create', shape }] };
      }
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview(state, scene) {
    const draft = spanned(scene, state.start, state.current);
    return { draft: draft.shape, note: sizeNote(draft.frame) };
  },

  cursor: () => 'crosshair',
};
