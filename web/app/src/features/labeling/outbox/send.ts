import { ApiError, NetworkError, type Annotation, type Client, type Draft, type InputOf } from '@goldset/api';

import type { Attempt } from './store';
import type { Outcome, Result } from './types';

/** A request that takes longer than this counts as lost; it is tried again. */
const TIMEOUT_MS = 120_000;

/**
 * Sends one entry and says what became of it. Never throws for anything the network or the server does. Safe to repeat:
 * an attempt whose answer was lost is recognised on the server instead of being made twice.
 */
export async function send(
  client: Client,
  userId: number,
  { entry, work, result }: Attempt,
): Promise<Outcome> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    switch (entry.kind) {
      case 'draft':
        return await sendDraft();
      case 'discard':
        return await discardDraft();
      case 'submit':
        return await submit();
      case 'update':
        return await update();
    }
  } catch (error) {
    return outcomeOf(error);
  }

  async function sendDraft(): Promise<Outcome> {
    const body = {
      result,
      lead_time: Math.max(0, entry.leadTime - work.annotationLeadTime),
      ...(entry.postponed ? { was_postponed: true } : {}),
    };
    if (work.draftId !== null) {
      try {
        return drafted(
          await client.patch('/api/drafts/{id}/', {
            path: { id: work.draftId },
            body,
            ...conditional(work.draftBase),
          }),
        );
      } catch (error) {
        if (entry.uncertain && isConflict(error)) {
          const theirs = await client.get('/api/drafts/{id}/', { path: { id: work.draftId }, signal });
          if (sameResult(theirs.result, result)) return drafted(theirs);
        }
        // Not found: submitted or thrown away elsewhere. The work here is newer, so it becomes a draft of its own.
        if (!isStatus(error, 404)) throw error;
      }
    } else if (entry.uncertain) {
      const arrived = await findDraft();
      if (arrived) return drafted(arrived);
    }
    return drafted(await createDraft(body));
  }

  async function discardDraft(): Promise<Outcome> {
    if (work.draftId !== null) {
      await client
        .del('/api/drafts/{id}/', { path: { id: work.draftId }, signal })
        .catch((error: unknown) => {
          if (!isStatus(error, 404)) throw error;
        });
    }
    return { kind: 'done', draftId: null, draftBase: null };
  }

  async function submit(): Promise<Outcome> {
    const body = {
      result,
      lead_time: entry.leadTime,
      unique_id: work.key,
      ...(work.draftId === null ? {} : { draft_id: work.draftId }),
      ...(work.parentPrediction === null ? {} : { parent_prediction: work.parentPrediction }),
      ...(work.parentAnnotation === null ? {} : { parent_annotation: work.parentAnnotation }),
    };
    const query = entry.cancelled ? { was_cancelled: true } : {};
    try {
      return stored(
        await client.post('/api/tasks/{taskId}/annotations/', {
          path: { taskId: entry.taskId },
          query,
          body,
          signal,
        }),
      );
    } catch (error) {
      if (!isStatus(error, 409)) throw error;
      const arrived = await findAnnotation();
      return arrived ? stored(arrived) : { kind: 'refused', status: 409, detail: (error as ApiError).detail };
    }
  }

  async function update(): Promise<Outcome> {
    if (work.annotationId === null)
      return { kind: 'refused', status: 404, detail: 'The annotation is not on the server.' };
    const body = {
      result,
      lead_time: entry.leadTime,
      ...(entry.cancelled === null ? {} : { was_cancelled: entry.cancelled }),
    };
    try {
      return stored(
        await client.patch('/api/annotations/{id}/', {
          path: { id: work.annotationId },
          body,
          ...conditional(work.annotationBase),
        }),
      );
    } catch (error) {
      // After a lost answer the server's copy differs from our base because it is ours already.
      if (!entry.uncertain || !isConflict(error)) throw error;
      const theirs = await client.get('/api/annotations/{id}/', { path: { id: work.annotationId }, signal });
      if (!sameResult(theirs.result ?? [], result)) throw error;
      return stored(theirs);
    }
  }

  function createDraft(body: InputOf<'/api/tasks/{taskId}/drafts', 'post'>['body']): Promise<Draft> {
    const { taskId } = entry;
    return work.annotationId === null
      ? client.post('/api/tasks/{taskId}/drafts', { path: { taskId }, body, signal })
      : client.post('/api/tasks/{taskId}/annotations/{annotationId}/drafts', {
          path: { taskId, annotationId: work.annotationId },
          body,
          signal,
        });
  }

  async function findDraft(): Promise<Draft | undefined> {
    const task = await client.get('/api/tasks/{id}/', { path: { id: entry.taskId }, signal });
    return task.drafts?.find(
      (draft) => draft.annotation === work.annotationId && sameResult(draft.result, result),
    );
  }

  /** The annotation stored by an earlier attempt: the newest of this user, at best with the same content. */
  async function findAnnotation(): Promise<AnnotationOfTask | undefined> {
    const task = await client.get('/api/tasks/{id}/', { path: { id: entry.taskId }, signal });
    const own = (task.annotations ?? [])
      .filter((one) => authorOf(one) === userId)
      .sort((a, b) => b.id - a.id);
    return own.find((one) => sameResult(one.result ?? [], result)) ?? own[0];
  }

  /** Asks the server to refuse (409 or 412) when its copy is not the one this work started from. */
  function conditional(base: string | null): { signal: AbortSignal; headers?: Record<string, string> } {
    return base === null || entry.force ? { signal } : { signal, headers: { 'If-Match': `"${base}"` } };
  }
}

/** A task carries its annotations with the author spelled out. */
type AnnotationOfTask = Omit<Annotation, 'completed_by'> & { completed_by: number | { id: number } | null };

function authorOf({ completed_by: author }: AnnotationOfTask): number | null {
  return typeof author === 'object' ? (author?.id ?? null) : author;
}

function drafted(draft: Draft): Outcome {
  if (!hasId(draft)) return { kind: 'offline' };
  return { kind: 'done', draftId: draft.id, draftBase: draft.updated_at };
}

/** Storing an annotation removes its draft on the server. */
function stored(annotation: Pick<Annotation, 'id' | 'updated_at'>): Outcome {
  if (!hasId(annotation)) return { kind: 'offline' };
  return {
    kind: 'done',
    annotationId: annotation.id,
    annotationBase: annotation.updated_at,
    draftId: null,
    draftBase: null,
  };
}

/** False when something else than Goldset answered, e.g. the sign-in page of a hotel's network. */
function hasId(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'number';
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof NetworkError) return { kind: 'offline' };
  if (error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return { kind: 'offline' };
  if (!(error instanceof ApiError)) throw error;
  if (error.status === 401) return { kind: 'signed-out' };
  if (isConflict(error)) return { kind: 'conflict' };
  if (error.status >= 500 || error.status === 429 || error.status === 408) return { kind: 'busy' };
  return { kind: 'refused', status: error.status, detail: [error.detail, ...error.messages].join(' ') };
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof ApiError && error.status === status;
}

function isConflict(error: unknown): boolean {
  return isStatus(error, 409) || isStatus(error, 412);
}

/** Equal as JSON, whatever the order of the keys. */
function sameResult(a: Result, b: Result): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
