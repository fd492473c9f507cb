import { EMPTY_MASK, scaledMask, type Mask } from './mask';
import { toPercent, toPixels } from './percent';
import { decodeMask, RleError } from './rle';
import { normalizeDegrees } from './rotation';
import type { Shape } from './shape';
import type { Point, Rect, Size } from './shapes';
import type { Vertex } from './vector';

/** A region's place as results hold it: percent (0..100) of the image's width and height, degrees clockwise. */
export type StoredShape =
  | ({ readonly kind: 'rectangle' } & Rect)
  | {
      readonly kind: 'ellipse';
      /** The centre. */
      readonly x: number;
      readonly y: number;
      readonly radiusX: number;
      readonly radiusY: number;
      readonly rotation: number;
    }
  | {
      readonly kind: 'polygon';
      readonly points: readonly (readonly [number, number])[];
      readonly closed: boolean;
    }
  | {
      readonly kind: 'keypoint';
      readonly x: number;
      readonly y: number;
      /** Of the image's width. */
      readonly width: number;
    }
  | { readonly kind: 'vector'; readonly vertices: readonly Vertex[]; readonly closed: boolean }
  | {
      readonly kind: 'mask';
      /** The painted pixels, or the run-length bytes that hold them. */
      readonly pixels: Mask | readonly number[];
      /** Size in pixels of the image the mask was made on; `null` where the result does not say. */
      readonly size: Size | null;
    };

/** Of results of one kind. */
export type StoredOf<Kind extends StoredShape['kind']> = Extract<StoredShape, { kind: Kind }>;

export function toShape(stored: StoredShape, image: Size): Shape {
  const point = (percent: Point): Point => ({
    x: (percent.x / 100) * image.width,
    y: (percent.y / 100) * image.height,
  });
  switch (stored.kind) {
    case 'rectangle':
      return { kind: 'rectangle', ...toPixels(stored, image) };
    case 'ellipse': {
      const radius = point({ x: stored.radiusX, y: stored.radiusY });
      return { ...stored, ...point(stored), radiusX: radius.x, radiusY: radius.y };
    }
    case 'polygon':
      return { ...stored, points: stored.points.map(([x, y]) => point({ x, y })) };
    case 'keypoint':
      return { ...stored, ...point(stored), width: (stored.width / 100) * image.width };
    case 'vector':
      return { ...stored, vertices: stored.vertices.map((vertex) => mapVertex(vertex, point)) };
    case 'mask':
      return { kind: 'mask', mask: maskOf(stored, image) };
  }
}

/** The inverse of {@link toShape}; angles come back as 0 <= rotation < 360. */
export function toStored(shape: Shape, image: Size): StoredShape {
  const percent = (point: Point): Point => ({
    x: (point.x / image.width) * 100,
    y: (point.y / image.height) * 100,
  });
  switch (shape.kind) {
    case 'rectangle':
      return { kind: 'rectangle', ...toPercent(shape, image) };
    case 'ellipse': {
      const radius = percent({ x: shape.radiusX, y: shape.radiusY });
      const rotation = normalizeDegrees(shape.rotation);
      return { ...shape, ...percent(shape), radiusX: radius.x, radiusY: radius.y, rotation };
    }
    case 'polygon':
      return {
        ...shape,
        points: shape.points.map((point) => {
          const { x, y } = percent(point);
          return [x, y] as const;
        }),
      };
    case 'keypoint':
      return { ...shape, ...percent(shape), width: (shape.width / image.width) * 100 };
    case 'vector':
      return { ...shape, vertices: shape.vertices.map((vertex) => mapVertex(vertex, percent)) };
    case 'mask':
      return { kind: 'mask', pixels: shape.mask, size: image };
  }
}

function mapVertex(vertex: Vertex, map: (point: Point) => Point): Vertex {
  const { controlPoint1, controlPoint2 } = vertex;
  return {
    ...vertex,
    ...map(vertex),
    ...(controlPoint1 && { controlPoint1: map(controlPoint1) }),
    ...(controlPoint2 && { controlPoint2: map(controlPoint2) }),
  };
}

// Neither is ever changed, only replaced: what one holds is read once for each size of the image.
const known = new WeakMap<Mask | readonly number[], { image: Size; mask: Mask }>();

function maskOf({ pixels, size }: StoredOf<'mask'>, image: Size): Mask {
  const read = known.get(pixels);
  if (read?.image.width === image.width && read.image.height === image.height) return read.mask;
  const mask = isBytes(pixels) ? decoded(pixels, size ?? image) : pixels;
  const fitting = size ? scaledMask(mask, size, image) : mask;
  known.set(pixels, { image, mask: fitting });
  return fitting;
}

const isBytes = (pixels: Mask | readonly number[]): pixels is readonly number[] => Array.isArray(pixels);

function decoded(rle: readonly number[], size: Size): Mask {
  try {
    return decodeMask(rle, size);
  } catch (error) {
    // A damaged mask is kept as it is in the result, and shows nothing.
    if (error instanceof RleError) return EMPTY_MASK;
    throw error;
  }
}
