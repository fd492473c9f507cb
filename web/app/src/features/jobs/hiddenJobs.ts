import { useSyncExternalStore } from 'react';

/** How many hidden jobs are remembered; the server forgets jobs after a week. */
const KEPT = 100;

const name = 'goldset.hidden-jobs';
const listeners = new Set<() => void>();
let known: { text: string | null; ids: readonly number[] } = { text: null, ids: [] };

/** Failed jobs that somebody has seen in this browser and does not want to see again. */
export function useHiddenJobs(): readonly number[] {
  return useSyncExternalStore(subscribe, hiddenJobs);
}

/** Does not show a failed job any more. */
export function hideJob(id: number): void {
  localStorage.setItem(name, JSON.stringify([...hiddenJobs(), id].slice(-KEPT)));
  for (const listener of listeners) listener();
}

function hiddenJobs(): readonly number[] {
  const text = localStorage.getItem(name);
  if (text !== known.text) known = { text, ids: text === null ? [] : (JSON.parse(text) as number[]) };
  return known.ids;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
