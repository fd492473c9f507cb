import { distance } from '../geometry/shapes';
import { DRAG_THRESHOLD, IDLE, stay, type Chart, type PointerInput } from './chart';
import { handleCursor, type Handle } from './handles';

/** Pressed on a handle. */
export interface PointingHandle {
  readonly name: 'pointingHandle';
  readonly handle: Handle;
  readonly origin: PointerInput;
}

export const pointingHandle: Chart<PointingHandle> = {
  on(state, input) {
    switch (input.type) {
      case 'move': {
        const { handle } = state;
        if (distance(state.origin.screen, input.screen) < DRAG_THRESHOLD) return stay(state);
        return handle === 'rotate'
          ? stay({
              name: 'rotating',
              origin: state.origin.at,
              current: input.at,
              stepped: input.shift,
            })
          : stay({
              name: 'resizing',
              handle,
              origin: state.origin.at,
              current: input.at,
              keepRatio: input.shift,
            });
      }
      case 'up':
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  cursor: ({ handle }, scene) => handleCursor(scene, handle),
};
