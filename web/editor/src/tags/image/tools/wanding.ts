import { flood } from '../geometry/flood';
import { scaledMask, type Mask } from '../geometry/mask';
import { clamp, type Point } from '../geometry/shapes';
import { IDLE, stay, type Chart, type PointerInput } from './chart';
import { inImage, type Scene } from './scene';

/** Holding the magic wand on a pixel: what looks alike around it is taken, more of it the further the drag goes right. */
export interface Wanding {
  readonly name: 'wanding';
  readonly origin: PointerInput;
  /** How far colours may differ, 0..255. */
  readonly threshold: number;
  readonly mask: Mask;
}

/** CSS pixels of the drag for one step of the threshold. */
const SLOWNESS = 2;

export const wanding: Chart<Wanding> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'move': {
        const { origin } = state;
        const along = input.screen.x - origin.screen.x + (origin.screen.y - input.screen.y);
        const threshold = Math.round(clamp(scene.wand.threshold + along / SLOWNESS, 0, 255));
        return threshold === state.threshold
          ? stay(state)
          : stay({ ...state, threshold, mask: taken(scene, origin.at, threshold) });
      }
      case 'up':
        return state.mask.width === 0
          ? IDLE
          : { ...IDLE, effects: [{ type: 'create', shape: { kind: 'mask', mask: state.mask } }] };
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview: ({ mask, threshold }) => ({ draft: { kind: 'mask', mask }, note: `± ${threshold}` }),

  cursor: () => 'crosshair',
};

/** The state a press begins with; `null` when the picture's pixels cannot be read. */
export function startWand(scene: Scene, origin: PointerInput): Wanding | null {
  const { threshold } = scene.wand;
  return scene.pixels()
    ? { name: 'wanding', origin, threshold, mask: taken(scene, origin.at, threshold) }
    : null;
}

function taken(scene: Scene, at: Point, threshold: number): Mask {
  const pixels = scene.pixels();
  const { image } = scene.camera;
  if (!pixels) return { x: 0, y: 0, width: 0, height: 0, alpha: new Uint8Array() };
  const scale = pixels.width / image.width;
  // The blur is in pixels of the screen.
  const blur = inImage(scene, scene.wand.blur) * scale;
  const mask = flood(pixels, { x: at.x * scale, y: at.y * (pixels.height / image.height) }, threshold, blur);
  return scaledMask(mask, pixels, image);
}
