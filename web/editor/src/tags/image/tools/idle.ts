import { toImage } from '../geometry/camera';
import { containsPoint } from '../geometry/rectangle';
import { handleAt, handleCursor } from './handles';
import { stay, type Chart, type PointerInput, type Step } from './chart';
import { defaultBox } from './newBox';
import { isArrow } from './nudging';
import { editableSelection, inImage, isDrawingTool, isEditable, type Box, type Scene } from './scene';

/** Nothing under way. */
export interface Idle {
  readonly name: 'idle';
}

/** How far beside a box a press still hits it, CSS pixels. */
const HIT_TOLERANCE = 2;

export const idle: Chart<Idle> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'down':
        return press(state, input, scene);
      case 'keydown':
        if (isArrow(input.key) && editableSelection(scene).length > 0)
          return {
            state: { name: 'nudging', delta: { x: 0, y: 0 }, held: [] },
            again: true,
          };
        if (input.key === 'Enter' && drawsHere(scene) && scene.boxes.selected.length === 0)
          return {
            state,
            effects: [{ type: 'create', rect: defaultBox(scene, viewCentre(scene)) }],
          };
        return stay(state);
      default:
        return stay(state);
    }
  },

  cursor(_, scene, pointer) {
    if (scene.tool === 'pan' || pointer?.hand) return 'grab';
    if (pointer) {
      const handle = handleAt(scene, pointer);
      if (handle && !pointer.additive) return handleCursor(scene, handle);
      const target = pressTarget(scene, pointer);
      if (target) return isEditable(scene, target) && !pointer.additive ? 'move' : 'pointer';
    }
    return drawsHere(scene) ? 'crosshair' : 'default';
  },
};

function press(state: Idle, input: PointerInput, scene: Scene): Step {
  if (input.button === 1 || (input.button === 0 && (scene.tool === 'pan' || input.hand)))
    return stay({
      name: 'panning',
      last: input.screen,
      resume: { name: 'idle' },
    });
  if (input.button !== 0) return stay(state);

  const handle = handleAt(scene, input);
  if (handle && !input.additive) return stay({ name: 'pointingHandle', handle, origin: input });
  if (input.shift)
    return stay({
      name: 'panning',
      last: input.screen,
      resume: { name: 'idle' },
    });

  const target = pressTarget(scene, input);
  if (target) return stay({ name: 'pointingRegion', id: target.id, origin: input });
  if (drawsHere(scene)) return stay({ name: 'pointingStart', origin: input });
  return stay({ name: 'pointingCanvas', origin: input });
}

/**
 * The region a press is about. While a drawing tool is ready, unselected regions are as good as empty
 * canvas, so that boxes can be drawn inside boxes; ctrl makes them selectable.
 */
export function pressTarget(scene: Scene, input: PointerInput): Box | null {
  const tolerance = inImage(scene, HIT_TOLERANCE);
  if (!drawsHere(scene) || input.additive) return scene.boxes.index.at(input.at, tolerance);
  const under = scene.boxes.index.at(input.at, tolerance);
  if (under?.region.selected) return isEditable(scene, under) ? under : null;
  return editableSelection(scene).findLast(({ rect }) => containsPoint(rect, input.at, tolerance)) ?? null;
}

const drawsHere = (scene: Scene): boolean => isDrawingTool(scene.tool) && scene.canDraw && !scene.readonly;

const viewCentre = ({ camera, window }: Scene) =>
  toImage(camera, { x: window.width / 2, y: window.height / 2 });
