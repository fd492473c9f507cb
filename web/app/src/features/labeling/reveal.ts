import type { ResultElement } from '@goldset/editor';

/** Percent of the image. */
interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * The predicted regions that a prompt is about: on the same object, and in the drawn area or span. What has no place that
 * can be compared, such as a mask, counts as inside.
 */
export function reveal(
  predicted: readonly ResultElement[],
  prompts: readonly ResultElement[],
): ResultElement[] {
  const meant = new Set(
    predicted
      .filter((element) => prompts.some((prompt) => isMeant(element, prompt)))
      .flatMap(({ id }) => id ?? []),
  );
  return predicted.filter(({ id }) => id !== undefined && meant.has(id));
}

function isMeant(element: ResultElement, prompt: ResultElement): boolean {
  if (element.to_name !== prompt.to_name || (element.item_index ?? 0) !== (prompt.item_index ?? 0))
    return false;
  const [span, drawnSpan] = [spanOf(element), spanOf(prompt)];
  if (span && drawnSpan) return span.start < drawnSpan.end && drawnSpan.start < span.end;
  if (!isRegion(element)) return false;
  const [area, drawn] = [areaOf(element), areaOf(prompt)];
  if (!area || !drawn) return true;
  const isPoint = drawn.left === drawn.right;
  return isPoint ? contains(area, drawn) : contains(drawn, middleOf(area));
}

const contains = (outer: Area, { left, top, right, bottom }: Area): boolean =>
  outer.left <= left && outer.top <= top && outer.right >= right && outer.bottom >= bottom;

function middleOf({ left, top, right, bottom }: Area): Area {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return { left: x, top: y, right: x, bottom: y };
}

/** Answers about a region are told from it by their value: they have no place of their own. */
const isRegion = ({ value = {} }: ResultElement): boolean =>
  ['x', 'points', 'vertices', 'rle', 'imageDataURL'].some((key) => key in value);

function spanOf({ value }: ResultElement): { start: number; end: number } | null {
  const { start, end } = value ?? {};
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : null;
}

function areaOf({ type, value = {} }: ResultElement): Area | null {
  const { x, y, width, height, radiusX, radiusY, points } = value;
  if (Array.isArray(points)) {
    const places = points.filter(isPlace);
    const [across, down] = [places.map(([place]) => place), places.map(([, place]) => place)];
    return {
      left: Math.min(...across),
      top: Math.min(...down),
      right: Math.max(...across),
      bottom: Math.max(...down),
    };
  }
  if (typeof x !== 'number' || typeof y !== 'number') return null;
  if (typeof radiusX === 'number' && typeof radiusY === 'number')
    return { left: x - radiusX, top: y - radiusY, right: x + radiusX, bottom: y + radiusY };
  if (typeof width === 'number' && typeof height === 'number' && !type.startsWith('keypoint'))
    return { left: x, top: y, right: x + width, bottom: y + height };
  return { left: x, top: y, right: x, bottom: y };
}

const isPlace = (place: unknown): place is [number, number] =>
  Array.isArray(place) && typeof place[0] === 'number' && typeof place[1] === 'number';
