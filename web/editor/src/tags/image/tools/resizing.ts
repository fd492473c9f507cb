import { frameOf, mapFrame, stretchesFreely } from '../geometry/group';
import { handlePoint, resize, type ResizeHandle } from '../geometry/resize';
import { boundsOf, type Point, type Rect } from '../geometry/shapes';
import { changesOf, snapFrame } from './changes';
import { DRAG_THRESHOLD, IDLE, stay, type Chart } from './chart';
import { handleCursor } from './handles';
import { sizeNote } from './newBox';
import { movableSelection, inImage, type Scene } from './scene';

/** Dragging a handle of the selection's frame. */
export interface Resizing {
  readonly name: 'resizing';
  readonly handle: ResizeHandle;
  readonly origin: Point;
  readonly current: Point;
  readonly keepRatio: boolean;
}

export const resizing: Chart<Resizing> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'move':
        return stay({ ...state, current: input.at, keepRatio: input.shift });
      case 'up': {
        const changes = resized({ ...state, current: input.at, keepRatio: input.shift }, scene);
        return changes.size > 0 ? { ...IDLE, effects: [{ type: 'change', changes }] } : IDLE;
      }
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview(state, scene) {
    const moved = resized(state, scene);
    const [only] = moved.size === 1 ? moved.values() : [];
    return only ? { moved, note: sizeNote(only) } : { moved };
  },

  cursor: ({ handle }, scene) => handleCursor(scene, handle),
};

function resized({ handle, origin, current, keepRatio }: Resizing, scene: Scene): Map<string, Rect> {
  const boxes = movableSelection(scene);
  const rects = boxes.map(({ rect }) => rect);
  const frame = frameOf(rects);
  if (!frame) return new Map();
  // The press may have been some pixels beside the handle: the handle follows the pointer's movement.
  const grip = handlePoint(frame, handle);
  const to = {
    x: grip.x + current.x - origin.x,
    y: grip.y + current.y - origin.y,
  };
  const result = resize(frame, handle, to, {
    limits: boundsOf(scene.camera.image),
    minSize: Math.max(1, inImage(scene, DRAG_THRESHOLD)),
    keepRatio: keepRatio || !stretchesFreely(rects),
  });
  return changesOf(boxes, ({ rect, region }) =>
    snapFrame(boxes.length === 1 ? result : mapFrame(rect, frame, result), region),
  );
}
