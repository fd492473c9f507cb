import { fitInside } from '../geometry/clamp';
import { rectBetween } from '../geometry/rectangle';
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
