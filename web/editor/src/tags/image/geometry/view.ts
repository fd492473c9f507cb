import {
  constrain,
  fitScale,
  panBy,
  placedCamera,
  resizeWindow,
  turnTo,
  turnedSize,
  zoomLimits,
  zoomTo,
  type Alignment,
  type Camera,
  type ImageRotation,
} from './camera';
import { clamp, type Point, type Size } from './shapes';

/** A camera with the window it looks through. */
export interface View {
  readonly camera: Camera;
  readonly window: Size;
  /** The picture follows the window's size, until the person zooms or pans. */
  readonly fitted: boolean;
}

/** What a view depends on besides the person's zooming and panning. */
export interface ViewRules {
  readonly image: Size;
  readonly rotation: ImageRotation;
  readonly window: Size;
  readonly alignment: Alignment;
  readonly defaultZoom: 'auto' | 'original' | 'fit';
  readonly negativeZoom: boolean;
}

/** The view a picture is shown in at first. */
export function firstView(rules: ViewRules): View {
  const { image, rotation, window, alignment, defaultZoom } = rules;
  const fits = fitScale(image, rotation, window) >= 1;
  const actual = defaultZoom === 'original' || (defaultZoom === 'auto' && fits);
  return {
    camera: placedCamera(image, rotation, window, alignment, actual ? 1 : undefined),
    window,
    fitted: !actual,
  };
}

/** The view after its rules changed: another picture, window size, rotation. The same object when it is still right. */
export function adjustView(view: View | null, rules: ViewRules): View {
  const { image, rotation, window, alignment } = rules;
  if (!view || view.camera.image !== image) return firstView(rules);
  const sameWindow = view.window.width === window.width && view.window.height === window.height;
  if (sameWindow && view.camera.rotation === rotation) {
    const camera = constrain(view.camera, window, alignment);
    return camera === view.camera ? view : { ...view, camera };
  }
  if (view.fitted)
    return {
      camera: placedCamera(image, rotation, window, alignment),
      window,
      fitted: true,
    };
  const moved = sameWindow ? view.camera : resizeWindow(view.camera, view.window, window);
  const turned = moved.rotation === rotation ? moved : turnTo(moved, rotation, window);
  return {
    camera: constrain(turned, window, alignment),
    window,
    fitted: false,
  };
}

/** Zoomed by a factor, as far as the limits allow, around a point of the screen (the middle of what is seen if left out). */
export function zoomBy(view: View, factor: number, rules: ViewRules, still = middle(view)): View {
  const { image, rotation, window, alignment, negativeZoom } = rules;
  const fit = fitScale(image, rotation, window);
  const limits = zoomLimits(fit, negativeZoom);
  const { camera } = view;
  // A scale beyond the limits, such as the actual size of a tiny picture, may stay but not grow worse.
  const scale = clamp(
    camera.scale * factor,
    Math.min(limits.min, camera.scale),
    Math.max(limits.max, camera.scale),
  );
  if (scale === camera.scale) return view;
  return {
    ...view,
    camera: constrain(zoomTo(camera, scale, still), window, alignment),
    fitted: scale === fit,
  };
}

/** The whole picture. */
export const zoomToFit = (view: View, rules: ViewRules): View => ({
  ...view,
  camera: placedCamera(rules.image, rules.rotation, rules.window, rules.alignment),
  fitted: true,
});

/** One image pixel to one CSS pixel, around the middle of what is seen. */
export const zoomToActual = (view: View, rules: ViewRules): View => ({
  ...view,
  camera: constrain(zoomTo(view.camera, 1, middle(view)), rules.window, rules.alignment),
  fitted: false,
});

/** Moved as far as there is picture; the same object when it cannot move. */
export function pan(view: View, delta: Point, alignment: Alignment): View {
  const camera = constrain(panBy(view.camera, delta), view.window, alignment);
  return camera.x === view.camera.x && camera.y === view.camera.y ? view : { ...view, camera, fitted: false };
}

/** The middle of what the window shows of the picture. */
function middle({ camera, window }: View): Point {
  const { width, height } = turnedSize(camera.image, camera.rotation);
  return {
    x: (Math.max(0, camera.x) + Math.min(window.width, camera.x + width * camera.scale)) / 2,
    y: (Math.max(0, camera.y) + Math.min(window.height, camera.y + height * camera.scale)) / 2,
  };
}
