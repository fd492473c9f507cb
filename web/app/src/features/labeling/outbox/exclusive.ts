import type { WorkStore } from './store';

const LEASE_MS = 30_000;

/** Runs `task` unless another tab runs one under the same name. Returns false, without running it, when one does. */
export type Exclusive = (name: string, task: () => Promise<void>) => Promise<boolean>;

/**
 * One tab at a time. The browser's own locks end with their tab but exist only on HTTPS and localhost; elsewhere a
 * lease in the store does, which a crashed tab holds for at most half a minute.
 */
export function exclusiveAcrossTabs(store: WorkStore, owner: string): Exclusive {
  const locks = 'locks' in navigator ? (navigator.locks as LockManager | undefined) : undefined;
  if (locks) {
    return async (name, task) => {
      let mine = false;
      await locks.request(name, { ifAvailable: true }, async (lock) => {
        if (!lock) return;
        mine = true;
        await task();
      });
      return mine;
    };
  }
  return async (name, task) => {
    const take = () => store.lease(name, owner, Date.now(), Date.now() + LEASE_MS);
    if (!(await take())) return false;
    const renewal = setInterval(() => void take(), LEASE_MS / 3);
    try {
      await task();
    } finally {
      clearInterval(renewal);
      await store.release(name, owner);
    }
    return true;
  };
}
