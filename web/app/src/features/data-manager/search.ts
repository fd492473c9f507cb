import { positiveInteger, text } from '../../shared/searchParams';

/** What the address of the data manager says. */
export interface DataSearch {
  /** Id of the tab; a text names a tab that is not saved. */
  tab?: number | string;
  /** The task that is open beside the table. */
  task?: number;
  annotation?: number;
  /** Id of the region to select in it. */
  region?: string;
  /** Labeling one task after the other. */
  labeling?: 1;
}

export function validateDataSearch(raw: Record<string, unknown>): DataSearch {
  const tab = positiveInteger(raw.tab) ?? text(raw.tab);
  const task = positiveInteger(raw.task);
  const annotation = positiveInteger(raw.annotation);
  const region = text(raw.region);
  return {
    ...(tab !== undefined && { tab }),
    ...(task !== undefined && { task }),
    ...(annotation !== undefined && { annotation }),
    ...(region !== undefined && { region }),
    ...(positiveInteger(raw.labeling) === 1 && { labeling: 1 as const }),
  };
}
