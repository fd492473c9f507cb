import type { Point } from '../geometry/shapes';
import { rotateVector } from '../geometry/rotation';
import { IDLE, stay, type Chart, type Step } from './chart';
import { movableSelection, inImage, type Scene } from './scene';
import { moveBoxes } from './translating';

/** Moving the selection by arrow keys; one change for all presses until the keys are let go. */
export interface Nudging {
  readonly name: 'nudging';
  /** Sum of the presses in pixels of the image. */
  readonly delta: Point;
  /** Arrow keys still down. */
  readonly held: readonly string[];
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export const isArrow = (key: string): boolean => key in ARROWS;

export const nudging: Chart<Nudging> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'keydown': {
        const arrow = ARROWS[input.key];
        if (!arrow) return stay(state);
        // Arrows mean directions on the screen, whichever way the picture is turned.
        const step = rotateVector(arrow, -scene.camera.rotation);
        const length = nudgeLength(scene) * (input.shift ? 10 : 1);
        return stay({
          name: 'nudging',
          delta: {
            x: state.delta.x + step.x * length,
            y: state.delta.y + step.y * length,
          },
          held: state.held.includes(input.key) ? state.held : [...state.held, input.key],
        });
      }
      case 'keyup': {
        const held = state.held.filter((key) => key !== input.key);
        return held.length > 0 ? stay({ ...state, held }) : commit(state, scene);
      }
      case 'blur':
        return commit(state, scene);
      case 'down':
        return { ...commit(state, scene), again: true };
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview: (state, scene) => ({ moved: moved(state, scene) }),
};

/** One pixel of the image, or as many as one pixel of the screen holds. */
const nudgeLength = (scene: Scene): number => Math.max(1, Math.round(inImage(scene, 1)));

function moved({ delta }: Nudging, scene: Scene) {
  return moveBoxes(
    scene,
    movableSelection(scene).map(({ id }) => id),
    delta,
  );
}

function commit(state: Nudging, scene: Scene): Step {
  const changes = moved(state, scene);
  return changes.size > 0 ? { ...IDLE, effects: [{ type: 'change', changes }] } : IDLE;
}
