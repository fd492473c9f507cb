import { geometryOf, type Entry } from '../../model/document';
import type { RegionField } from '../behavior';

const percent = { min: 0, max: 100 };

const fields: readonly Omit<RegionField, 'value'>[] = [
  { part: 'x', sign: 'X', label: 'fieldX', ...percent },
  { part: 'y', sign: 'Y', label: 'fieldY', ...percent },
  { part: 'width', sign: 'W', label: 'fieldWidth', ...percent },
  { part: 'height', sign: 'H', label: 'fieldHeight', ...percent },
  { part: 'radiusX', sign: 'Rx', label: 'fieldRadiusX', ...percent },
  { part: 'radiusY', sign: 'Ry', label: 'fieldRadiusY', ...percent },
  { part: 'rotation', sign: '∠', label: 'fieldRotation', min: 0, max: 360, wraps: true },
];

/** The numbers that place a box, an ellipse or a key point, in percent of the picture and in degrees. */
export function imageRegionFields(region: Entry): RegionField[] {
  const geometry = geometryOf(region);
  return fields.flatMap((field) => {
    const value = geometry[field.part];
    return typeof value === 'number' ? [{ ...field, value }] : [];
  });
}
