import { BoxIndex } from '../geometry/boxIndex';
import type { Camera } from '../geometry/camera';
import { toPixels } from '../geometry/percent';
import { hull } from '../geometry/rectangle';
import type { Bounds, Rect, Size } from '../geometry/shapes';
import type { Snap } from '../geometry/snap';
import type { ImageRegion, ImageTool } from '../types';

/** A region with its rectangle in pixels of the natural image. */
export interface Box {
  readonly id: string;
  readonly rect: Rect;
  readonly bounds: Bounds;
  readonly region: ImageRegion;
}

/** The regions of the shown page, ready to be found and drawn. */
export interface Boxes {
  readonly byId: ReadonlyMap<string, Box>;
  /** Visible boxes by place. */
  readonly index: BoxIndex<Box>;
  /** Visible selected boxes, lowest first. */
  readonly selected: readonly Box[];
}

/** Everything a tool may look at when it decides what an event means. */
export interface Scene {
  readonly tool: ImageTool;
  readonly canDraw: boolean;
  readonly readonly: boolean;
  readonly snap: Snap;
  readonly boxes: Boxes;
  readonly camera: Camera;
  /** Size of the canvas in CSS pixels. */
  readonly window: Size;
}

/**
 * Turns regions into boxes. Boxes of regions seen before are taken over as they are: `known` belongs
 * to one image size.
 */
export function boxesOf(
  regions: readonly ImageRegion[],
  image: Size,
  known: WeakMap<ImageRegion, Box> = new WeakMap(),
): Boxes {
  const byId = new Map<string, Box>();
  const visible: Box[] = [];
  const selected: Box[] = [];
  for (const region of regions) {
    let box = known.get(region);
    if (!box) {
      const rect = toPixels(region, image);
      box = { id: region.id, rect, bounds: hull(rect), region };
      known.set(region, box);
    }
    byId.set(box.id, box);
    if (region.hidden) continue;
    visible.push(box);
    if (region.selected) selected.push(box);
  }
  return { byId, index: new BoxIndex(visible), selected };
}

export const isEditable = (scene: Scene, box: Box): boolean =>
  !scene.readonly && !box.region.locked && !box.region.readonly && !box.region.hidden;

/** The selected boxes a gesture would change. */
export const editableSelection = (scene: Scene): readonly Box[] =>
  scene.boxes.selected.filter((box) => isEditable(scene, box));

/** CSS pixels as a length in the image. */
export const inImage = (scene: Scene, screenPixels: number): number => screenPixels / scene.camera.scale;

export const isDrawingTool = (tool: ImageTool): boolean => tool === 'rectangle' || tool === 'rectangle3';
