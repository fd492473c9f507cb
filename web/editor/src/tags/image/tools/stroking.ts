import { EMPTY_MASK, withStroke, type Stroke } from '../geometry/mask';
import { distance, type Point } from '../geometry/shapes';
import { IDLE, stay, type Chart, type Step } from './chart';
import { inImage, paintedSelection, type Scene } from './scene';

/** Painting or erasing pixels of the selected mask, or of a new one. */
export interface Stroking {
  readonly name: 'stroking';
  readonly points: readonly Point[];
  /** Where the last point was on the screen. */
  readonly last: Point;
  readonly erase: boolean;
}

/** Points nearer to each other than this are one, CSS pixels. */
const SPACING = 1;

export const stroking: Chart<Stroking> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'move':
        return distance(state.last, input.screen) < SPACING
          ? stay(state)
          : stay({ ...state, points: [...state.points, input.at], last: input.screen });
      case 'up':
        return finished(state, scene);
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview: (state, scene) => ({ stroke: { ...strokeOf(state, scene), erase: state.erase } }),

  cursor: () => 'crosshair',
};

const strokeOf = ({ points }: Stroking, scene: Scene): Stroke => ({
  points,
  radius: inImage(scene, scene.brushSize / 2),
});

function finished(state: Stroking, scene: Scene): Step {
  const target = paintedSelection(scene);
  const before = target?.shape.kind === 'mask' ? target.shape.mask : EMPTY_MASK;
  const mask = withStroke(before, strokeOf(state, scene), scene.camera.image, state.erase);
  if (mask === before) return IDLE;
  const shape = { kind: 'mask', mask } as const;
  return {
    ...IDLE,
    effects: [target ? { type: 'reshape', id: target.id, shape } : { type: 'create', shape }],
  };
}
