import { distance } from '../geometry/shapes';
import { DRAG_THRESHOLD, IDLE, stay, type Chart, type PointerInput } from './chart';
import { drawsByClicks, isDrawingTool } from './scene';

/** Pressed on empty canvas: a click unselects, a drag selects by rubber band, or is refused to a drawing tool. */
export interface PointingCanvas {
  readonly name: 'pointingCanvas';
  readonly origin: PointerInput;
}

export const pointingCanvas: Chart<PointingCanvas> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'move': {
        if (distance(state.origin.screen, input.screen) < DRAG_THRESHOLD) return stay(state);
        if (isDrawingTool(scene.tool) && !state.origin.additive)
          return { ...IDLE, effects: [{ type: 'refuse', reason: 'label' }] };
        return stay({
          name: 'rubberBand',
          origin: state.origin.at,
          current: input.at,
          additive: state.origin.additive,
        });
      }
      case 'up':
        if (state.origin.additive) return IDLE;
        return {
          ...IDLE,
          effects: [
            { type: 'select', ids: [], mode: 'replace' },
            ...(drawsByClicks(scene.tool) ? [{ type: 'refuse', reason: 'label' } as const] : []),
          ],
        };
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },
};
