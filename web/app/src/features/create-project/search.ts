import { positiveInteger } from '../../shared/searchParams';

export const steps = ['name', 'import', 'labeling'] as const;

export type Step = (typeof steps)[number];

/** What the address of the wizard says: the draft it works on, and the step. */
export interface CreateSearch {
  project?: number;
  step?: Step;
}

export function validateCreateSearch(raw: Record<string, unknown>): CreateSearch {
  const project = positiveInteger(raw.project);
  const step = steps.find((each) => each === raw.step);
  return { ...(project !== undefined && { project }), ...(step !== undefined && { step }) };
}
