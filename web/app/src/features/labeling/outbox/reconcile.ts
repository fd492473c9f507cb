import type { Result, Work } from './types';

/** An annotation or draft as the server has it. */
export interface ServerCopy {
  id: number;
  /** ISO time; missing for copies that were never changed. */
  updated_at?: string | null | undefined;
}

export interface ServerDraft extends ServerCopy {
  /** The annotation it continues; null for one that was never submitted. */
  annotation: number | null;
}

export interface Kept {
  work: Work;
  result: Result;
}

/** What to show for one annotation of a task, and what to offer beside it. */
export interface Choice<D extends ServerDraft> {
  annotationId: number | null;
  shown: { from: 'browser'; kept: Kept } | { from: 'server'; draft: D };
  /** An older version that differs: offered, never applied by itself. */
  offered: { from: 'browser'; kept: Kept } | { from: 'server'; draft: D } | null;
}

/**
 * Decides between what this browser kept and what the server sent when a task is opened. The newest change wins and
 * the other is offered; a draft older than the annotation it belongs to is only offered. Work the server has wholly
 * acknowledged does not take part.
 */
export function reconcile<D extends ServerDraft>(
  kept: readonly Kept[],
  server: { annotations: readonly ServerCopy[]; drafts: readonly D[] },
): { choices: Choice<D>[]; stale: D[] } {
  const annotations = new Map(server.annotations.map((annotation) => [annotation.id, annotation]));
  const stale = server.drafts.filter((draft) => {
    const annotation = draft.annotation === null ? undefined : annotations.get(draft.annotation);
    return annotation !== undefined && timeOf(draft) < timeOf(annotation);
  });
  const drafts = server.drafts.filter((draft) => !stale.includes(draft));
  const taken = new Set<D>();
  const unsent = kept.filter(({ work }) => work.revision > work.acknowledged);
  const choices = unsent.map((one): Choice<D> => {
    const { work } = one;
    const draft = drafts.find((candidate) => isOf(candidate, work));
    if (draft) taken.add(draft);
    // The copy this work is based on is simply its older self.
    const changed = draft !== undefined && draft.updated_at !== work.draftBase;
    const newer = changed && timeOf(draft) > work.editedAt;
    if (newer)
      return {
        annotationId: work.annotationId,
        shown: { from: 'server', draft },
        offered: { from: 'browser', kept: one },
      };
    return {
      annotationId: work.annotationId,
      shown: { from: 'browser', kept: one },
      offered: changed ? { from: 'server', draft } : null,
    };
  });
  for (const draft of drafts) {
    if (!taken.has(draft))
      choices.push({ annotationId: draft.annotation, shown: { from: 'server', draft }, offered: null });
  }
  return { choices, stale };
}

function isOf(draft: ServerDraft, work: Work): boolean {
  return work.draftId === null
    ? work.annotationId !== null && draft.annotation === work.annotationId
    : draft.id === work.draftId;
}

function timeOf(copy: ServerCopy): number {
  return copy.updated_at ? Date.parse(copy.updated_at) : 0;
}
