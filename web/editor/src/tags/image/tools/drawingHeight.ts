import { boundsOf, type Point } from '../geometry/shapes';
import { rectOverSide } from '../geometry/threePoint';
import { snapToPixels } from '../geometry/snap';
import { IDLE, stay, type Chart } from './chart';
import { isTooSmall, sizeNote } from './newBox';
import type { Scene } from './scene';

/** The first side stands; the next click gives the height of the three-point rectangle. */
export interface DrawingHeight {
  readonly name: 'drawingHeight';
  readonly start: Point;
  readonly end: Point;
  readonly current: Point;
}

const rectOf = (state: DrawingHeight, scene: Scene, to: Point) =>
  snapToPixels(rectOverSide(state.start, state.end, to, boundsOf(scene.camera.image)), scene.snap);

export const drawingHeight: Chart<DrawingHeight> = {
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
        const rect = rectOf(state, scene, input.at);
        return isTooSmall(scene, rect.width, rect.height)
          ? stay(state)
          : { ...IDLE, effects: [{ type: 'create', shape: { kind: 'rectangle', ...rect } }] };
      }
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview(state, scene) {
    const rect = rectOf(state, scene, state.current);
    const draft = { kind: 'rectangle', ...rect } as const;
    return { draft, lines: [[state.start, state.end]], note: sizeNote(rect) };
  },

  cursor: () => 'crosshair',
};
