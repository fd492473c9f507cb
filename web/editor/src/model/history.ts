import { applyPatches, enablePatches, produceWithPatches, type Draft, type Patch } from 'immer';

enablePatches();

/** One undoable step, as the difference it made in both directions. */
export interface Step {
  patches: Patch[];
  inverse: Patch[];
  /** Steps of one gesture share a key and become one. */
  gesture: string | null;
}

/** What was done and what was taken back; never snapshots. */
export interface History {
  past: readonly Step[];
  future: readonly Step[];
}

export const emptyHistory: History = { past: [], future: [] };

export interface Versioned<T> {
  document: T;
  history: History;
}

/**
 * Changes a document and records the step. Nothing is recorded when the recipe changed nothing.
 * With a `gesture`, the step is joined to the last one of the same gesture.
 */
export function record<T extends object>(
  { document, history }: Versioned<T>,
  recipe: (draft: Draft<T>) => void,
  gesture: string | null = null,
): Versioned<T> {
  const [next, patches, inverse] = produceWithPatches(document, (draft: Draft<T>) => {
    recipe(draft);
  });
  if (patches.length === 0) return { document, history };
  const last = history.past.at(-1);
  const joined =
    gesture !== null && last?.gesture === gesture && history.future.length === 0 ? last : undefined;
  const step: Step =
    joined === undefined
      ? { patches, inverse, gesture }
      : { patches: [...joined.patches, ...patches], inverse: [...inverse, ...joined.inverse], gesture };
  const past = joined === undefined ? history.past : history.past.slice(0, -1);
  return { document: next, history: { past: [...past, step], future: [] } };
}

export function undo<T extends object>({ document, history }: Versioned<T>): Versioned<T> {
  const step = history.past.at(-1);
  if (step === undefined) return { document, history };
  return {
    document: applyPatches(document, step.inverse),
    history: { past: history.past.slice(0, -1), future: [step, ...history.future] },
  };
}

export function redo<T extends object>({ document, history }: Versioned<T>): Versioned<T> {
  const [step, ...future] = history.future;
  if (step === undefined) return { document, history };
  return {
    document: applyPatches(document, step.patches),
    history: { past: [...history.past, step], future },
  };
}
