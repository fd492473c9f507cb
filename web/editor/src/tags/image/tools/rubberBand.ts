import { boundsBetween, type Point } from '../geometry/shapes';
import { IDLE, stay, type Chart } from './chart';

/** Dragging an area whose regions get selected. */
export interface RubberBand {
  readonly name: 'rubberBand';
  readonly origin: Point;
  readonly current: Point;
  /** Keeps what was selected before. */
  readonly additive: boolean;
}

export const rubberBand: Chart<RubberBand> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'move':
        return stay({ ...state, current: input.at });
      case 'up': {
        const ids = scene.boxes.index.touching(boundsBetween(state.origin, input.at)).map(({ id }) => id);
        return {
          ...IDLE,
          effects: [{ type: 'select', ids, mode: state.additive ? 'add' : 'replace' }],
        };
      }
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview: ({ origin, current }) => ({ band: boundsBetween(origin, current) }),

  cursor: () => 'default',
};
