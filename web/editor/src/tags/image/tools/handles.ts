import { toScreen } from '../geometry/camera';
import { frameOf, stretchesFreely } from '../geometry/group';
import { fromLocal } from '../geometry/rectangle';
import { HANDLE_PLACES, RESIZE_HANDLES, handlePoint, isCorner, type ResizeHandle } from '../geometry/resize';
import { normalizeDegrees, rotateVector } from '../geometry/rotation';
import { distance, type Point, type Rect, type Size } from '../geometry/shapes';
import type { PointerInput } from './chart';
import { movableSelection, pointedSelection, type Scene } from './scene';

export type Handle = ResizeHandle | 'rotate';

/** A handle at its place on the screen, CSS pixels. */
export interface PlacedHandle {
  readonly handle: Handle;
  readonly at: Point;
  /** Where the stem of the turning handle begins. */
  readonly from?: Point;
}

/** How far the turning handle stands off the box, CSS pixels. */
const STEM = 24;
/** Sides shorter than this have no handle in their middle, and corner handles stand outside. */
const SHORT_SIDE = 28;
const STAND_OFF = 5;
const GRIP = 7;
const TOUCH_GRIP = 16;

/** The box that carries the handles, in pixels of the image; `null` when nothing selected can be changed. */
export const selectionFrame = (scene: Scene): Rect | null =>
  frameOf(movableSelection(scene).map(({ rect }) => rect));

/** All handles of the selection. */
export function placedHandles(scene: Scene): PlacedHandle[] {
  const selection = movableSelection(scene);
  // What is changed by its points has handles there, and a single point has none at all.
  if (pointedSelection(scene) || selection.every(({ shape }) => shape.kind === 'keypoint')) return [];
  const rects = selection.map(({ rect }) => rect);
  const frame = frameOf(rects);
  if (!frame) return [];
  const { camera, window } = scene;
  const turn = frame.rotation + camera.rotation;
  const width = frame.width * camera.scale;
  const height = frame.height * camera.scale;
  const free = stretchesFreely(rects);

  const placed: PlacedHandle[] = [];
  for (const handle of RESIZE_HANDLES) {
    const place = HANDLE_PLACES[handle];
    if (!isCorner(handle) && (!free || (place.x === 0.5 ? width : height) < SHORT_SIDE)) continue;
    const outward = rotateVector(
      {
        x: width < SHORT_SIDE ? (place.x - 0.5) * 2 * STAND_OFF : 0,
        y: height < SHORT_SIDE ? (place.y - 0.5) * 2 * STAND_OFF : 0,
      },
      turn,
    );
    const at = toScreen(camera, handlePoint(frame, handle));
    placed.push({ handle, at: { x: at.x + outward.x, y: at.y + outward.y } });
  }

  if (selection.every(({ region }) => region.rotatable !== false)) {
    const knob = (side: 0 | 1): PlacedHandle => {
      const from = toScreen(camera, fromLocal(frame, { x: frame.width / 2, y: side * frame.height }));
      const out = rotateVector({ x: 0, y: side === 0 ? -STEM : STEM }, turn);
      return { handle: 'rotate', at: { x: from.x + out.x, y: from.y + out.y }, from };
    };
    const [top, bottom] = [knob(0), knob(1)];
    placed.push(isOn(window, top.at) || !isOn(window, bottom.at) ? top : bottom);
  }
  return placed;
}

const isOn = (window: Size, { x, y }: Point): boolean =>
  x >= 0 && y >= 0 && x <= window.width && y <= window.height;

/** The handle nearest to the pointer within reach. */
export function handleAt(scene: Scene, input: PointerInput): Handle | null {
  if (scene.selected.length === 0) return null;
  let nearest: Handle | null = null;
  let reach = input.touch ? TOUCH_GRIP : GRIP;
  for (const { handle, at } of placedHandles(scene)) {
    const away = distance(at, input.screen);
    if (away <= reach) {
      nearest = handle;
      reach = away;
    }
  }
  return nearest;
}

const COMPASS: Readonly<Record<ResizeHandle, number>> = {
  e: 0,
  se: 45,
  s: 90,
  sw: 135,
  w: 180,
  nw: 225,
  n: 270,
  ne: 315,
};
const ARROWS = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const;

const ROTATE_CURSOR = `url("data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" fill="none" stroke-linecap="round" stroke-linejoin="round">' +
    '<g stroke="#fff" stroke-width="4"><path d="M19 12a7 7 0 1 1-2.1-5"/><path d="M17.5 3v4.5H13"/></g>' +
    '<g stroke="#1f2328" stroke-width="2"><path d="M19 12a7 7 0 1 1-2.1-5"/><path d="M17.5 3v4.5H13"/></g></svg>',
)}") 12 12, grab`;

/** The cursor over a handle, following the box's and the picture's rotation. */
export function handleCursor(scene: Scene, handle: Handle): string {
  if (handle === 'rotate') return ROTATE_CURSOR;
  const frame = selectionFrame(scene);
  const angle = normalizeDegrees(COMPASS[handle] + (frame?.rotation ?? 0) + scene.camera.rotation);
  return ARROWS[Math.round(angle / 45) % 4] ?? 'default';
}
