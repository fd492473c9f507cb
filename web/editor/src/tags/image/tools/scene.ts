import type { Pixels } from '../geometry/flood';
import { BoxIndex } from '../geometry/boxIndex';
import type { Camera } from '../geometry/camera';
import { boundsOfShape, frameOfShape, isPointed, type PointedShape, type Shape } from '../geometry/shape';
import { toShape } from '../geometry/stored';
import type { Bounds, Rect, Size } from '../geometry/shapes';
import type { Snap } from '../geometry/snap';
import type { ImageRegion, ImageTool, VectorRules } from '../types';

/** A region in pixels of the natural image. */
export interface Box {
  readonly id: string;
  readonly shape: Shape;
  /** The shape's frame, by which it is moved, stretched and turned. */
  readonly rect: Rect;
  readonly bounds: Bounds;
  readonly region: ImageRegion;
}

/** The regions of the shown page, ready to be found and drawn. */
export interface Boxes {
  readonly byId: ReadonlyMap<string, Box>;
  /** Visible boxes by place. */
  readonly index: BoxIndex<Box>;
}

/** Everything a tool may look at when it decides what an event means. */
export interface Scene {
  readonly tool: ImageTool;
  readonly canDraw: boolean;
  readonly readonly: boolean;
  readonly snap: Snap;
  readonly boxes: Boxes;
  /** Visible selected boxes, lowest first. */
  readonly selected: readonly Box[];
  /** Diameter of the brush and the eraser in CSS pixels. */
  readonly brushSize: number;
  /** Diameter of a new key point in CSS pixels where the whole picture is shown. */
  readonly pointSize: number;
  /** How the magic wand takes: `threshold` 0..255, `blur` in CSS pixels. */
  readonly wand: { readonly threshold: number; readonly blur: number };
  /** The picture's colours; `null` when they cannot be read. */
  pixels(): Pixels | null;
  /** How vectors are drawn. */
  readonly vector: VectorRules;
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
  for (const region of regions) {
    let box = known.get(region);
    if (!box) {
      const shape = toShape(region.shape, image);
      box = { id: region.id, shape, rect: frameOfShape(shape), bounds: boundsOfShape(shape), region };
      known.set(region, box);
    }
    byId.set(box.id, box);
    if (!region.hidden) visible.push(box);
  }
  return { byId, index: new BoxIndex(visible) };
}

/** The visible ones of these, lowest first. */
export function selectedBoxes(boxes: Boxes, selection: ReadonlySet<string>): Box[] {
  if (selection.size === 0) return [];
  if (selection.size > 1)
    return [...boxes.byId.values()].filter(({ id, region }) => selection.has(id) && !region.hidden);
  return [...selection].flatMap((id) => boxes.byId.get(id) ?? []).filter(({ region }) => !region.hidden);
}

export const isSelected = (scene: Scene, box: Box): boolean => scene.selected.includes(box);

export const isEditable = (scene: Scene, box: Box): boolean =>
  !scene.readonly && !box.region.locked && !box.region.readonly && !box.region.hidden;

/** Whether a gesture can move the region. Masks are changed by painting only. */
export const isMovable = (scene: Scene, box: Box): boolean =>
  box.shape.kind !== 'mask' && isEditable(scene, box);

/** The selected boxes a gesture would move. */
export const movableSelection = (scene: Scene): readonly Box[] =>
  scene.selected.filter((box) => isMovable(scene, box));

/** A region that is changed by its points. */
export interface PointedBox extends Box {
  readonly shape: PointedShape;
}

/** The one selected region, when it is changed by its points. */
export function pointedSelection(scene: Scene): PointedBox | null {
  const [only] = scene.selected;
  if (!only || scene.selected.length > 1 || !isEditable(scene, only)) return null;
  const { shape } = only;
  return isPointed(shape) ? { ...only, shape } : null;
}

/** The one selected mask, which strokes add to and take from. */
export function paintedSelection(scene: Scene): Box | null {
  const [only] = scene.selected;
  return only && scene.selected.length === 1 && only.shape.kind === 'mask' && isEditable(scene, only)
    ? only
    : null;
}

/** The region that the next click with this tool goes on drawing. */
export function unfinished(scene: Scene): PointedBox | null {
  const box = pointedSelection(scene);
  return box && box.shape.kind === scene.tool && !box.shape.closed ? box : null;
}

/** CSS pixels as a length in the image. */
export const inImage = (scene: Scene, screenPixels: number): number => screenPixels / scene.camera.scale;

export const isDrawingTool = (tool: ImageTool): boolean => tool !== 'select' && tool !== 'pan';

/** A click with the tool draws something, where it may. */
export const drawsByClicks = (tool: ImageTool): boolean =>
  tool === 'polygon' || tool === 'vector' || tool === 'keypoint' || tool === 'magicwand';

/** A drawing tool is in hand and may draw. */
export const drawsHere = (scene: Scene): boolean =>
  isDrawingTool(scene.tool) && scene.canDraw && !scene.readonly;
