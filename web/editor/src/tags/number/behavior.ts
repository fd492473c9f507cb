import { attrNumber } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import type { Wording } from '../../messages';
import type { TagBehavior } from '../behavior';

/** Steps are decimal; without a tolerance 0.3 would not be three steps of 0.1. */
const tolerance = 1e-9;

/** What is wrong with a number, or null. */
export function numberFault(control: ControlTag, value: number): Wording | null {
  const { node } = control;
  const min = attrNumber(node, 'min');
  const max = attrNumber(node, 'max');
  const step = attrNumber(node, 'step');
  const faults: Wording[] = [];
  if (min !== undefined && value < min) faults.push({ key: 'numberBelow', values: { min: String(min) } });
  if (max !== undefined && value > max) faults.push({ key: 'numberAbove', values: { max: String(max) } });
  if (step !== undefined && step > 0) {
    const base = min ?? 0;
    const steps = (value - base) / step;
    if (Math.abs(steps - Math.round(steps)) > tolerance) {
      const low = String(rounded(base + Math.floor(steps) * step));
      const high = String(rounded(base + Math.ceil(steps) * step));
      faults.push({ key: 'numberBetweenSteps', values: { low, high } });
    }
  }
  return faults.length === 0 ? null : { key: 'numberInvalid', values: { value: String(value), faults } };
}

/** The next number a hotkey reaches: one step up, and to the lowest after the highest. */
export function nextNumber(control: ControlTag, value: number | undefined): number {
  const { node } = control;
  const min = attrNumber(node, 'min') ?? 0;
  const max = attrNumber(node, 'max') ?? Infinity;
  if (value === undefined) return min;
  const next = rounded(value + (attrNumber(node, 'step') ?? 1));
  return next > max ? min : next;
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

export const numberBehavior: TagBehavior = {
  rules: {
    required: 'numberRequired',
    check: (control, value) => (typeof value === 'number' ? numberFault(control, value) : null),
  },
  fallback: (control) => attrNumber(control.node, 'defaultvalue'),
};
