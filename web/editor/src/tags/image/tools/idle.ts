import { toImage } from '../geometry/camera';
import { shapeContains } from '../geometry/shape';
import { stay, type Chart, type PointerInput, type Preview, type Step } from './chart';
import { handleAt, handleCursor } from './handles';
import { defaultShape } from './newBox';
import { isArrow } from './nudging';
import {
  drawsByClicks,
  drawsHere,
  inImage,
  isEditable,
  isSelected,
  movableSelection,
  paintedSelection,
  unfinished,
} from './scene';
import type { Box, Scene } from './scene';
import { startWand } from './wanding';
import { edgeAt, lineToPointer, vertexAt } from './vertices';

/** Nothing under way. */
export interface Idle {
  readonly name: 'idle';
  /** Point of the unfinished vector that the next one follows; the last one when left out. */
  readonly from?: string | undefined;
}

/** How far beside a box a press still hits it, CSS pixels. */
const HIT_TOLERANCE = 2;

export const idle: Chart<Idle> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'down':
        return press(state, input, scene);
      case 'keydown':
        if (isArrow(input.key) && movableSelection(scene).length > 0)
          return {
            state: { name: 'nudging', delta: { x: 0, y: 0 }, held: [] },
            again: true,
          };
        if (input.key === 'Enter' && drawsHere(scene) && canPlace(scene) && scene.selected.length === 0)
          return {
            state,
            effects: [{ type: 'create', shape: defaultShape(scene, viewCentre(scene)) }],
          };
        return stay(state);
      default:
        return stay(state);
    }
  },

  preview({ from }, scene, pointer): Preview {
    if (!pointer || pointer.hand) return {};
    const open = unfinished(scene);
    if (open) return vertexAt(scene, pointer) ? {} : { lines: lineToPointer(open, pointer, from) };
    const edge = pointer.alt ? null : edgeAt(scene, pointer);
    return edge && !vertexAt(scene, pointer) ? { ghost: edge.at } : {};
  },

  cursor(_, scene, pointer) {
    if (scene.tool === 'pan' || pointer?.hand) return 'grab';
    if (pointer && !pointer.additive) {
      const handle = handleAt(scene, pointer);
      if (handle) return handleCursor(scene, handle);
      if (!isPainting(scene) && vertexAt(scene, pointer)) return 'move';
      if (unfinished(scene)) return 'crosshair';
      if (!isPainting(scene) && edgeAt(scene, pointer)) return 'copy';
    }
    if (pointer) {
      const target = pressTarget(scene, pointer);
      if (target)
        return isEditable(scene, target) && target.shape.kind !== 'mask' && !pointer.additive
          ? 'move'
          : 'pointer';
    }
    return drawsHere(scene) || paints(scene) ? 'crosshair' : 'default';
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

  if (!input.additive) {
    const handle = handleAt(scene, input);
    if (handle) return stay({ name: 'pointingHandle', handle, origin: input });
    const vertex = isPainting(scene) ? null : vertexAt(scene, input);
    if (vertex) return stay({ name: 'pointingVertex', ...vertex, origin: input });
    const edge = isPainting(scene) || unfinished(scene) ? null : edgeAt(scene, input);
    if (edge) return stay({ name: 'pointingVertex', ...edge, origin: input });
  }
  if (input.shift && !isPainting(scene))
    return stay({
      name: 'panning',
      last: input.screen,
      resume: { name: 'idle' },
    });
  if (!input.additive) {
    if (paints(scene))
      return stay({
        name: 'stroking',
        points: [input.at],
        last: input.screen,
        erase: scene.tool === 'eraser',
      });
    if (unfinished(scene))
      return stay({ name: 'placingPoint', origin: input, current: input.at, from: state.from });
  }

  if (scene.tool === 'magicwand' && drawsHere(scene) && !input.additive) {
    const wand = startWand(scene, input);
    return wand ? stay(wand) : { state, effects: [{ type: 'refuse', reason: 'pixels' }] };
  }

  const target = pressTarget(scene, input);
  if (target) return stay({ name: 'pointingRegion', id: target.id, origin: input });
  if (drawsHere(scene) && !isPainting(scene))
    return drawsByClicks(scene.tool)
      ? stay({ name: 'placingPoint', origin: input, current: input.at })
      : stay({ name: 'pointingStart', origin: input });
  return stay({ name: 'pointingCanvas', origin: input });
}

/** The tool in hand works on pixels. */
const isPainting = ({ tool }: Scene): boolean =>
  tool === 'brush' || tool === 'eraser' || tool === 'magicwand';

/** A press with the brush or the eraser would change pixels. */
function paints(scene: Scene): boolean {
  if (scene.readonly || (scene.tool !== 'brush' && scene.tool !== 'eraser')) return false;
  return paintedSelection(scene) !== null || (scene.tool === 'brush' && scene.canDraw);
}

/**
 * The region a press is about. While a drawing tool is ready, unselected regions are as good as empty
 * canvas, so that boxes can be drawn inside boxes; ctrl makes them selectable.
 */
export function pressTarget(scene: Scene, input: PointerInput): Box | null {
  const tolerance = inImage(scene, HIT_TOLERANCE);
  if (!drawsHere(scene) || input.additive)
    return paints(scene) && !input.additive ? null : scene.boxes.index.at(input.at, tolerance);
  if (isPainting(scene)) return null;
  const under = scene.boxes.index.at(input.at, tolerance);
  if (under && isSelected(scene, under)) return isEditable(scene, under) ? under : null;
  return movableSelection(scene).findLast(({ shape }) => shapeContains(shape, input.at, tolerance)) ?? null;
}

/** Whether the tool can draw something without being told a size. */
export const canPlace = ({ tool }: Scene): boolean =>
  tool === 'rectangle' || tool === 'rectangle3' || tool === 'ellipse';

const viewCentre = ({ camera, window }: Scene) =>
  toImage(camera, { x: window.width / 2, y: window.height / 2 });
