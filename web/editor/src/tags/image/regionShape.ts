import { geometryOf, head, type Entry } from '../../model/document';
import type { StoredShape } from './types';
import type { Vertex } from './geometry/vector';
import { MaskCode } from './masks/MaskCode';

/** Pictures of masks that have been read, by their address. */
export type ReadBitmasks = ReadonlyMap<string, StoredShape>;

/**
 * A region's place as stored; `null` when it is none that an image can show, or not yet: masks stored as pictures are
 * read beside.
 */
export function storedShapeOf(entry: Entry, bitmasks: ReadBitmasks): StoredShape | null {
  const value = geometryOf(entry);
  const painted = [value['rle'], value['imageDataURL']].find((code) => code instanceof MaskCode);
  if (painted) return { kind: 'mask', pixels: painted.mask, size: painted.image };
  if (typeof value['imageDataURL'] === 'string') return bitmasks.get(value['imageDataURL']) ?? null;
  if (Array.isArray(value['vertices']))
    return { kind: 'vector', vertices: value['vertices'].filter(isVertex), closed: value['closed'] === true };
  if (Array.isArray(value['points']))
    return { kind: 'polygon', points: value['points'].filter(isPair), closed: value['closed'] !== false };
  if (isBytes(value['rle'])) return { kind: 'mask', pixels: value['rle'], size: originalSize(entry) };
  const { x, y, width, height, radiusX, radiusY, rotation = 0 } = value;
  if (!isNumber(x) || !isNumber(y) || !isNumber(rotation)) return null;
  if (isNumber(radiusX) && isNumber(radiusY)) return { kind: 'ellipse', x, y, radiusX, radiusY, rotation };
  if (isNumber(width) && isNumber(height)) return { kind: 'rectangle', x, y, width, height, rotation };
  const isPoint = head(entry).type.startsWith('keypoint');
  return isPoint ? { kind: 'keypoint', x, y, width: isNumber(width) ? width : 0 } : null;
}

/** Keys of an element's value that hold the place. A mask takes the form of the control that draws it. */
export function geometryFor(shape: StoredShape, drawn: string | null): Record<string, unknown> {
  const { kind, ...place } = shape;
  if (kind !== 'mask') return place;
  const { pixels, size } = shape;
  if (!('alpha' in pixels) || size === null) return { format: 'rle', rle: pixels };
  return drawn === 'bitmask'
    ? { imageDataURL: new MaskCode(pixels, size, 'png') }
    : { format: 'rle', rle: new MaskCode(pixels, size, 'rle') };
}

function originalSize(entry: Entry): { width: number; height: number } | null {
  const { original_width: width, original_height: height } = head(entry);
  return isNumber(width) && isNumber(height) && width > 0 && height > 0 ? { width, height } : null;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

const isPair = (value: unknown): value is [number, number] =>
  Array.isArray(value) && isNumber(value[0]) && isNumber(value[1]);

const isBytes = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every(isNumber);

const isVertex = (value: unknown): value is Vertex =>
  value !== null &&
  typeof value === 'object' &&
  'id' in value &&
  'x' in value &&
  'y' in value &&
  isNumber(value.x) &&
  isNumber(value.y);
