import type { Point } from '../geometry/shapes';
import { IDLE, stay, type Chart } from './chart';
import { defaultShape, isTooSmall, sizeNote, spanned } from './newBox';

/** One corner was clicked; the next click gives the opposite one. A double click makes a box of default size. */
export interface AwaitingCorner {
  readonly name: 'awaitingCorner';
  readonly start: Point;
  readonly current: Point;
  /** When the first corner was clicked, milliseconds. */
  readonly clicked: number;
}

/** Longest time between the clicks of a double click, milliseconds. */
const DOUBLE_CLICK = 500;

export const awaitingCorner: Chart<AwaitingCorner> = {
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
        const { shape, frame } = spanned(scene, state.start, input.at);
        if (!isTooSmall(scene, frame.width, frame.height))
          return { ...IDLE, effects: [{ type: 'create', shape }] };
        if (!isTooSmall(scene, frame.width, Infinity) || !isTooSmall(scene, Infinity, frame.height))
          return stay(state);
        return input.time - state.clicked <= DOUBLE_CLICK
          ? {
              ...IDLE,
              effects: [{ type: 'create', shape: defaultShape(scene, state.start) }],
            }
          : IDLE;
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
