import type { OutboxSnapshot } from './Outbox';
import type { Entry, Problem, SaveState } from './types';

/** How safe one work is; `saved` also for a key nothing is kept under. */
export function saveStateOf(snapshot: OutboxSnapshot, key: string | null): SaveState {
  const work = key === null ? undefined : snapshot.works.get(key);
  if (!work) return 'saved';
  if (snapshot.fault !== null) return 'error';
  const entries = snapshot.entries.filter((entry) => entry.workKey === key);
  const problem = problemOf(entries);
  if (problem) return problem.kind === 'conflict' ? 'conflict' : 'error';
  if (entries.length === 0 && work.acknowledged >= work.revision) return 'saved';
  if (snapshot.link !== 'ok') return snapshot.link;
  const failed = snapshot.sending !== key && entries.some((entry) => entry.attempts > 0);
  return failed ? 'offline' : 'saving';
}

export function problemOf(entries: readonly Entry[]): Problem | null {
  return entries.find((entry) => entry.problem)?.problem ?? null;
}

/** Works of a project whose annotation was submitted, updated or skipped here and has not arrived yet. */
export function waitingToBeSent(snapshot: OutboxSnapshot, projectId?: number): Entry[] {
  const seen = new Set<string>();
  return snapshot.entries.filter((entry) => {
    if (entry.kind !== 'submit' && entry.kind !== 'update') return false;
    if (projectId !== undefined && entry.projectId !== projectId) return false;
    if (seen.has(entry.workKey)) return false;
    seen.add(entry.workKey);
    return true;
  });
}
