import { normalizeDegrees } from './rotation';
import type { Rect, Size } from './shapes';

/**
 * Results hold percent of the natural image size: x and width of its width, y and height of its height.
 * Rotation happens in pixels, so a turned rectangle keeps its right angles whatever the image's proportions.
 */
export const toPixels = (percent: Rect, image: Size): Rect => ({
  x: (percent.x / 100) * image.width,
  y: (percent.y / 100) * image.height,
  width: (percent.width / 100) * image.width,
  height: (percent.height / 100) * image.height,
  rotation: percent.rotation,
});

/** The inverse of {@link toPixels}; the angle comes back as 0 <= rotation < 360. */
export const toPercent = (pixels: Rect, image: Size): Rect => ({
  x: (pixels.x / image.width) * 100,
  y: (pixels.y / image.height) * 100,
  width: (pixels.width / image.width) * 100,
  height: (pixels.height / image.height) * 100,
  rotation: normalizeDegrees(pixels.rotation),
});
