import type { Point } from '../geometry/shapes';
import type { AwaitingCorner } from './awaitingCorner';
import { stay, type Chart } from './chart';
import type { DrawingHeight } from './drawingHeight';
import type { DrawingSide } from './drawingSide';
import type { Idle } from './idle';

/** Dragging the view; afterwards a box that waits for its next click goes on waiting. */
export interface Panning {
  readonly name: 'panning';
  /** CSS pixels. */
  readonly last: Point;
  readonly resume: Idle | AwaitingCorner | DrawingSide | DrawingHeight;
}

export const panning: Chart<Panning> = {
  on(state, input) {
    switch (input.type) {
      case 'move': {
        const delta = {
          x: input.screen.x - state.last.x,
          y: input.screen.y - state.last.y,
        };
        return {
          state: { ...state, last: input.screen },
          effects: [{ type: 'pan', delta }],
        };
      }
      case 'up':
      case 'cancel':
        return stay(state.resume);
      default:
        return stay(state);
    }
  },

  cursor: () => 'grabbing',
};
