import { boundsOf, clampPoint, distance } from '../geometry/shapes';
import { DRAG_THRESHOLD, IDLE, stay, type Chart, type PointerInput } from './chart';

/** Pressed where a box or an ellipse may begin: a drag draws it, a click fixes its first corner or its middle. */
export interface PointingStart {
  readonly name: 'pointingStart';
  readonly origin: PointerInput;
}

export const pointingStart: Chart<PointingStart> = {
  on(state, input, scene) {
    const start = clampPoint(state.origin.at, boundsOf(scene.camera.image));
    switch (input.type) {
      case 'move':
        if (distance(state.origin.screen, input.screen) < DRAG_THRESHOLD) return stay(state);
        return scene.tool === 'rectangle3'
          ? stay({
              name: 'drawingSide',
              start,
              current: input.at,
              dragging: true,
            })
          : stay({ name: 'drawing', start, current: input.at });
      case 'up':
        return scene.tool === 'rectangle3'
          ? stay({
              name: 'drawingSide',
              start,
              current: input.at,
              dragging: false,
            })
          : stay({
              name: 'awaitingCorner',
              start,
              current: input.at,
              clicked: input.time,
            });
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  cursor: () => 'crosshair',
};
