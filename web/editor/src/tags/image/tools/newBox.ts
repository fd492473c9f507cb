import { fitInside } from '../geometry/clamp';
import { rectBetween } from '../geometry/rectangle';
import { ellipseIn, frameOfEllipse } from '../geometry/ellipse';
import type { Shape } from '../geometry/shape';
import { boundsOf, clampPoint, type Point, type Rect } from '../geometry/shapes';
import { snapToPixels } from '../geometry/snap';
import { DRAG_THRESHOLD } from './chart';
import { inImage, type Scene } from './scene';

/** Side of the box a double click makes, CSS pixels. */
const DEFAULT_SIDE = 30;

/** The box between two corners, cut at the image's edges and snapped. */
export function boxBetween(scene: Scene, start: Point, end: Point): Rect {
  const image = boundsOf(scene.camera.image);
  return snapToPixels(rectBetween(clampPoint(start, image), clampPoint(end, image)), scene.snap);
}

/**
 * What the tool in hand draws between two points, with its frame: the box that has them as corners, or the ellipse
 * about the first one whose radii reach as far as the second.
 */
export function spanned(scene: Scene, start: Point, end: Point): { shape: Shape; frame: Rect } {
  if (scene.tool !== 'ellipse') {
    const frame = boxBetween(scene, start, end);
    return { shape: { kind: 'rectangle', ...frame }, frame };
  }
  const image = boundsOf(scene.camera.image);
  const { x, y } = clampPoint(start, image);
  const to = clampPoint(end, image);
  const ellipse = { x, y, radiusX: Math.abs(to.x - x), radiusY: Math.abs(to.y - y), rotation: 0 };
  return { shape: { kind: 'ellipse', ...ellipse }, frame: frameOfEllipse(ellipse) };
}

/** What the tool in hand draws at a point without a size being given. */
export function defaultShape(scene: Scene, at: Point): Shape {
  const box = defaultBox(scene, at);
  return scene.tool === 'ellipse' ? { kind: 'ellipse', ...ellipseIn(box) } : { kind: 'rectangle', ...box };
}

/** The box of default size with its top-left corner on the screen at the point, moved to lie in the image. */
export function defaultBox(scene: Scene, corner: Point): Rect {
  const side = inImage(scene, DEFAULT_SIDE);
  // The corner that is top-left on the screen is another one of the image when the picture is turned.
  const { rotation } = scene.camera;
  const x = rotation === 180 || rotation === 270 ? corner.x - side : corner.x;
  const y = rotation === 90 || rotation === 180 ? corner.y - side : corner.y;
  const box = fitInside({ x, y, width: side, height: side, rotation: 0 }, boundsOf(scene.camera.image));
  return snapToPixels(box, scene.snap);
}

/** Too small to be meant: less than 3 CSS pixels in one direction. */
export const isTooSmall = (scene: Scene, width: number, height: number): boolean => {
  const smallest = inImage(scene, DRAG_THRESHOLD);
  return width < smallest || height < smallest;
};

/** "120 × 80", in pixels of the natural image. */
export const sizeNote = ({ width, height }: Rect): string => `${Math.round(width)} × ${Math.round(height)}`;
