import { attrNumber } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import type { TagBehavior } from '../behavior';

/** Steps are decimal; without a tolerance 0.3 would not be three steps of 0.1. */
const tolerance = 1e-9;

/** What is wrong with a number, or null. */
export function numberFault(control: ControlTag, value: number): string | null {
  const { node } = control;
  const min = attrNumber(node, 'min');
  const max = attrNumber(node, 'max');
  const step = attrNumber(node, 'step');
  const faults: string[] = [];
  if (min !== undefined && value < min) faults.push(`Value must be greater than or equal to ${min}`);
  if (max !== undefined && value > max) faults.push(`Value must be less than or equal to ${max}`);
  if (step !== undefined && step > 0) {
    const base = min ?? 0;
    const steps = (value - base) / step;
    if (Math.abs(steps - Math.round(steps)) > tolerance) {
      const low = rounded(base + Math.floor(steps) * step);
      const high = rounded(base + Math.ceil(steps) * step);
      faults.push(`The two nearest valid values are ${low} and ${high}`);
    }
  }
  return faults.length === 0 ? null : `Number "${value}" is not valid: ${faults.join(', ')}.`;
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
    required: ({ name }) => `Number "${name}" is required.`,
    check: (control, value) => (typeof value === 'number' ? numberFault(control, value) : null),
  },
  fallback: (control) => attrNumber(control.node, 'defaultvalue'),
};
