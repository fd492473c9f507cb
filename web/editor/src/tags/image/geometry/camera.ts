import { boundsBetween, clamp, type Bounds, type Point, type Size } from './shapes';

/** How the picture is turned on the screen, degrees clockwise. */
export type ImageRotation = 0 | 90 | 180 | 270;

/** Where the picture goes when it is smaller than its window, and what stays in view when it is larger. */
export interface Alignment {
  readonly horizontal: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center' | 'bottom';
}

/**
 * The map between pixels of the natural image and CSS pixels of the window: turn by a quarter, scale,
 * then move so that the turned picture's top-left corner is at `x`, `y`.
 */
export interface Camera {
  readonly image: Size;
  readonly rotation: ImageRotation;
  /** CSS pixels per image pixel. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The picture's size in image pixels as it lies on the screen. */
export const turnedSize = (image: Size, rotation: ImageRotation): Size =>
  rotation === 90 || rotation === 270 ? { width: image.height, height: image.width } : image;

export function toScreen(camera: Camera, point: Point): Point {
  const turned = turn(camera.image, camera.rotation, point);
  return {
    x: camera.x + turned.x * camera.scale,
    y: camera.y + turned.y * camera.scale,
  };
}

export function toImage(camera: Camera, point: Point): Point {
  const { image, rotation } = camera;
  const x = (point.x - camera.x) / camera.scale;
  const y = (point.y - camera.y) / camera.scale;
  switch (rotation) {
    case 0:
      return { x, y };
    case 90:
      return { x: y, y: image.height - x };
    case 180:
      return { x: image.width - x, y: image.height - y };
    case 270:
      return { x: image.width - y, y: x };
  }
}

function turn(image: Size, rotation: ImageRotation, { x, y }: Point): Point {
  switch (rotation) {
    case 0:
      return { x, y };
    case 90:
      return { x: image.height - y, y: x };
    case 180:
      return { x: image.width - x, y: image.height - y };
    case 270:
      return { x: y, y: image.width - x };
  }
}

/** The part of the image plane (not cut at the image's edges) that a window of this size shows. */
export const visibleBounds = (camera: Camera, window: Size): Bounds =>
  boundsBetween(toImage(camera, { x: 0, y: 0 }), toImage(camera, { x: window.width, y: window.height }));

/** Free space in CSS pixels around a picture that fits, so that handles on its edges can be seen and caught. */
export const VIEW_MARGIN = 12;

/** The largest scale at which the whole turned picture fits into the window. */
export function fitScale(image: Size, rotation: ImageRotation, window: Size): number {
  const turned = turnedSize(image, rotation);
  const width = Math.max(1, window.width - 2 * VIEW_MARGIN);
  const height = Math.max(1, window.height - 2 * VIEW_MARGIN);
  return Math.min(width / turned.width, height / turned.height);
}

/** The whole picture in the window, at the fitting scale or a given one. */
export function placedCamera(
  image: Size,
  rotation: ImageRotation,
  window: Size,
  alignment: Alignment,
  scale = fitScale(image, rotation, window),
): Camera {
  return constrain({ image, rotation, scale, x: 0, y: 0 }, window, alignment);
}

/** The camera moved so that the picture, margin included, covers the window, or is aligned where it is smaller. */
export function constrain(camera: Camera, window: Size, alignment: Alignment): Camera {
  const turned = turnedSize(camera.image, camera.rotation);
  const x = constrainAxis(
    camera.x,
    turned.width * camera.scale,
    window.width,
    {
      left: 0,
      center: 0.5,
      right: 1,
    }[alignment.horizontal],
  );
  const y = constrainAxis(
    camera.y,
    turned.height * camera.scale,
    window.height,
    {
      top: 0,
      center: 0.5,
      bottom: 1,
    }[alignment.vertical],
  );
  return x === camera.x && y === camera.y ? camera : { ...camera, x, y };
}

function constrainAxis(offset: number, length: number, window: number, share: number): number {
  const free = window - 2 * VIEW_MARGIN - length;
  if (free >= 0) return VIEW_MARGIN + free * share;
  return clamp(offset, VIEW_MARGIN + free, VIEW_MARGIN);
}

/** The camera after zooming to another scale with one screen point held still. */
export function zoomTo(camera: Camera, scale: number, still: Point): Camera {
  const factor = scale / camera.scale;
  return {
    ...camera,
    scale,
    x: still.x - (still.x - camera.x) * factor,
    y: still.y - (still.y - camera.y) * factor,
  };
}

export const panBy = (camera: Camera, delta: Point): Camera => ({
  ...camera,
  x: camera.x + delta.x,
  y: camera.y + delta.y,
});

/** The camera of the turned picture that shows the same image point in the middle of the window. */
export function turnTo(camera: Camera, rotation: ImageRotation, window: Size): Camera {
  const middle = { x: window.width / 2, y: window.height / 2 };
  const at = turn(camera.image, rotation, toImage(camera, middle));
  return {
    ...camera,
    rotation,
    x: middle.x - at.x * camera.scale,
    y: middle.y - at.y * camera.scale,
  };
}

/** The camera that shows the same image point in the middle of a window of another size. */
export const resizeWindow = (camera: Camera, from: Size, to: Size): Camera =>
  panBy(camera, {
    x: (to.width - from.width) / 2,
    y: (to.height - from.height) / 2,
  });

/** Smallest and largest scale, relative to fitting: 0.1 to 100 times, not below fitting without `negativeZoom`. */
export function zoomLimits(fit: number, negativeZoom: boolean): { min: number; max: number } {
  return { min: negativeZoom ? fit * 0.1 : fit, max: fit * 100 };
}

/** How much one wheel event zooms at most. */
const MAX_WHEEL_STEP = 1.3;

/** The zoom factor of a wheel event; `delta` in CSS pixels, positive away from the picture. */
export const wheelFactor = (delta: number): number =>
  clamp(Math.exp(-delta * 0.01), 1 / MAX_WHEEL_STEP, MAX_WHEEL_STEP);
