import type { Size } from "./geometry/shapes";

/** The picture at one resolution. */
export interface PictureLevel {
  readonly source: CanvasImageSource;
  readonly size: Size;
}

/** A loaded image and its reductions, largest first; level 0 is the image itself. */
export interface Picture {
  /** Natural size in pixels. Stays the same object while reductions are added. */
  readonly size: Size;
  readonly levels: readonly PictureLevel[];
}

/** Reductions are made while a side is longer than this, so that every draw reads few pixels. */
const SMALL_ENOUGH = 1600;

type CrossOrigin = "none" | "anonymous" | "use-credentials";

/** The address could not be loaded or is no image. */
export class PictureError extends Error {
  override readonly name = "PictureError";
}

/**
 * Loads an image. Permission to read its pixels is asked for first; a host that does not give it still
 * gets its picture shown, unless credentials were asked for.
 */
export async function loadPicture(
  src: string,
  crossOrigin: CrossOrigin,
): Promise<Picture> {
  const image =
    crossOrigin === "use-credentials"
      ? await load(src, "use-credentials")
      : await load(src, "anonymous").catch(() => load(src, null));
  const size = { width: image.naturalWidth, height: image.naturalHeight };
  if (size.width === 0 || size.height === 0)
    throw new PictureError(`The image at ${src} has no size of its own.`);
  return { size, levels: [{ source: image, size }] };
}

function load(
  src: string,
  crossOrigin: string | null,
): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.crossOrigin = crossOrigin;
    image.decoding = "async";
    image.onload = () => resolve(image);
    image.onerror = () =>
      reject(new PictureError(`The image at ${src} could not be loaded.`));
    image.src = src;
  });
}

/** The picture with its reductions, each half the size of the one before; itself when it is small. */
export async function withReductions(picture: Picture): Promise<Picture> {
  const levels = [...picture.levels];
  for (
    let last = levels.at(-1)!;
    Math.max(last.size.width, last.size.height) > SMALL_ENOUGH;
    last = levels.at(-1)!
  ) {
    const size = {
      width: Math.ceil(last.size.width / 2),
      height: Math.ceil(last.size.height / 2),
    };
    const source = await createImageBitmap(last.source as ImageBitmapSource, {
      resizeWidth: size.width,
      resizeHeight: size.height,
      resizeQuality: "medium",
    });
    levels.push({ source, size });
  }
  return levels.length === picture.levels.length
    ? picture
    : { ...picture, levels };
}

/** Frees what the reductions hold. */
export function closePicture(picture: Picture): void {
  for (const { source } of picture.levels)
    if (source instanceof ImageBitmap) source.close();
}

/** The smallest level that has at least one pixel for each device pixel at this scale. */
export function levelFor(picture: Picture, deviceScale: number): PictureLevel {
  const { levels, size } = picture;
  return (
    levels.findLast((level) => level.size.width / size.width >= deviceScale) ??
    levels[0]!
  );
}
