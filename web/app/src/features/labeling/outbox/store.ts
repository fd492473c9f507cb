import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';

import type { Entry, EntryKind, Outcome, Result, Wish, Work } from './types';

interface WorkSchema extends DBSchema {
  work: { key: string; value: Work; indexes: { task: number } };
  results: { key: [string, number]; value: { key: string; revision: number; result: Result } };
  entries: { key: number; value: Entry; indexes: { work: string } };
  leases: { key: string; value: { name: string; owner: string; until: number } };
}

type Stores = ('work' | 'results' | 'entries')[];
type Transaction = IDBPTransaction<WorkSchema, Stores, 'readwrite'>;

const STORES: Stores = ['work', 'results', 'entries'];

/** An entry taken out to be sent, with what it carries. */
export interface Attempt {
  entry: Entry;
  work: Work;
  result: Result;
}

/**
 * The annotator's unsent work in IndexedDB. Each user has a database of their own, so that nobody's work is ever sent
 * under somebody else's session. Every method is one transaction: a crash between two of them leaves a usable state.
 */
export class WorkStore {
  private constructor(private readonly db: IDBPDatabase<WorkSchema>) {}

  static async open(userId: number): Promise<WorkStore> {
    const db = await openDB<WorkSchema>(`goldset-work-${userId}`, 1, {
      upgrade(database) {
        database.createObjectStore('work', { keyPath: 'key' }).createIndex('task', 'taskId');
        database.createObjectStore('results', { keyPath: ['key', 'revision'] });
        database.createObjectStore('entries', { keyPath: 'seq' }).createIndex('work', 'workKey');
        database.createObjectStore('leases', { keyPath: 'name' });
      },
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
    });
    return new WorkStore(db);
  }

  close(): void {
    this.db.close();
  }

  /** Everything unsent, without the results (they may be large). */
  async overview(): Promise<{ works: Work[]; entries: Entry[] }> {
    const tx = this.db.transaction(['work', 'entries'], 'readonly');
    const [works, entries] = await Promise.all([
      tx.objectStore('work').getAll(),
      tx.objectStore('entries').getAll(),
    ]);
    await tx.done;
    return { works, entries };
  }

  async worksOfTask(taskId: number): Promise<{ work: Work; result: Result }[]> {
    const tx = this.db.transaction(['work', 'results'], 'readonly');
    const works = await tx.objectStore('work').index('task').getAll(taskId);
    const results = await Promise.all(
      works.map((work) => tx.objectStore('results').get([work.key, work.revision])),
    );
    await tx.done;
    return works.flatMap((work, index) => {
      const found = results[index];
      return found ? [{ work, result: found.result }] : [];
    });
  }

  async result(key: string, revision: number): Promise<Result | undefined> {
    return (await this.db.get('results', [key, revision]))?.result;
  }

  /** Records a change. `work` is used when nothing is kept under its key yet; otherwise only lead time and date are taken from it. */
  async edit(work: Work, result: Result): Promise<Work> {
    return this.write(async (tx) => {
      const known = await tx.objectStore('work').get(work.key);
      const next: Work = known
        ? { ...known, revision: known.revision + 1, leadTime: work.leadTime, editedAt: work.editedAt }
        : { ...work, revision: work.revision + 1 };
      await tx.objectStore('work').put(next);
      await tx.objectStore('results').put({ key: next.key, revision: next.revision, result });
      await dropUnusedResults(tx, next);
      return next;
    });
  }

  /**
   * Adds a write for the newest revision of a work. Writes that the server surely does not have and that the new one
   * makes superfluous are dropped or replaced, so a long time offline leaves one entry and not hundreds.
   */
  async enqueue(key: string, wish: Wish): Promise<void> {
    await this.write(async (tx) => {
      const work = await tx.objectStore('work').get(key);
      if (!work) throw new Error(`No work is kept under ${key}.`);
      const entries = tx.objectStore('entries');
      let chain = await entries.index('work').getAll(key);
      for (const entry of chain.filter(isReplaceableDraft)) await entries.delete(entry.seq);
      chain = chain.filter((entry) => !isReplaceableDraft(entry));

      const last = chain.at(-1);
      const kind = kindOf(wish, work, chain);
      if (last && last.kind === kind && isUnsent(last)) {
        await entries.put({
          ...last,
          revision: work.revision,
          leadTime: work.leadTime,
          cancelled: wish.cancelled ?? last.cancelled,
          problem: last.problem?.kind === 'conflict' ? last.problem : null,
        });
      } else {
        const newest = await entries.openKeyCursor(null, 'prev');
        await entries.put({
          seq: (newest?.key ?? 0) + 1,
          workKey: key,
          projectId: work.projectId,
          taskId: work.taskId,
          kind,
          revision: work.revision,
          leadTime: work.leadTime,
          cancelled: wish.cancelled ?? null,
          postponed: wish.postponed ?? false,
          attempts: 0,
          uncertain: false,
          force: false,
          problem: null,
        });
      }
      await dropUnusedResults(tx, work);
    });
  }

  /**
   * Marks an entry as under way and returns it (as it was) with its work and result. From here on, until `settle`, the
   * server may or may not have it; that is why this is written down before the request leaves.
   */
  async begin(seq: number): Promise<Attempt | undefined> {
    return this.write(async (tx) => {
      const entry = await tx.objectStore('entries').get(seq);
      const work = entry && (await tx.objectStore('work').get(entry.workKey));
      if (!entry || !work || entry.problem) return undefined;
      const found = await tx.objectStore('results').get([entry.workKey, entry.revision]);
      await tx.objectStore('entries').put({ ...entry, attempts: entry.attempts + 1, uncertain: true });
      return { entry, work, result: found?.result ?? [] };
    });
  }

  /** Writes down what became of an attempt. */
  async settle(before: Entry, outcome: Outcome): Promise<void> {
    await this.write(async (tx) => {
      const entries = tx.objectStore('entries');
      const entry = await entries.get(before.seq);
      // Gone when the person gave the work up meanwhile.
      if (!entry) return;
      switch (outcome.kind) {
        case 'done': {
          await entries.delete(entry.seq);
          const work = await tx.objectStore('work').get(entry.workKey);
          if (!work) return;
          const next: Work = {
            ...work,
            acknowledged: Math.max(work.acknowledged, entry.revision),
            annotationId: outcome.annotationId ?? work.annotationId,
            annotationBase: outcome.annotationBase ?? work.annotationBase,
            draftId: outcome.draftId === undefined ? work.draftId : outcome.draftId,
            draftBase: outcome.draftBase === undefined ? work.draftBase : outcome.draftBase,
            annotationLeadTime: outcome.annotationId === undefined ? work.annotationLeadTime : entry.leadTime,
          };
          await tx.objectStore('work').put(next);
          await dropUnusedResults(tx, next);
          return;
        }
        case 'offline':
        case 'busy':
          // A proxy may have answered for a server that did get the request, so `uncertain` stays.
          return;
        case 'signed-out':
          await entries.put(before);
          return;
        case 'conflict':
        case 'refused':
          await entries.put({ ...entry, uncertain: false, problem: outcome });
      }
    });
  }

  /** Takes over what the server's annotation looks like after a change made past the outbox. */
  async rebase(key: string, annotationBase: string): Promise<void> {
    await this.write(async (tx) => {
      const work = await tx.objectStore('work').get(key);
      if (work) await tx.objectStore('work').put({ ...work, annotationBase });
    });
  }

  /** Lets a blocked work try again; with `force` it overwrites what the server holds. */
  async retry(key: string, options: { force: boolean }): Promise<void> {
    await this.write(async (tx) => {
      for (const entry of await tx.objectStore('entries').index('work').getAll(key)) {
        if (entry.problem)
          await tx.objectStore('entries').put({ ...entry, problem: null, force: options.force });
      }
    });
  }

  /** Gives up a work and everything it still wanted to send. */
  async forget(key: string): Promise<void> {
    await this.write((tx) => remove(tx, key));
  }

  /**
   * Detaches unsent work from the server's annotation and draft: what was meant to change them arrives as a new
   * annotation under `newKey`. Used when two versions are to be kept.
   */
  async fork(key: string, newKey: string): Promise<void> {
    await this.write(async (tx) => {
      const work = await tx.objectStore('work').get(key);
      const found = work && (await tx.objectStore('results').get([key, work.revision]));
      if (!work || !found) return;
      const copy: Work = {
        ...work,
        key: newKey,
        annotationId: null,
        draftId: null,
        annotationBase: null,
        draftBase: null,
        parentAnnotation: work.annotationId ?? work.parentAnnotation,
        annotationLeadTime: 0,
        revision: 1,
        acknowledged: 0,
      };
      await tx.objectStore('work').put(copy);
      await tx.objectStore('results').put({ key: newKey, revision: 1, result: found.result });
      await remove(tx, key);
    });
  }

  /** Drops works of a task the server has wholly. */
  async sweep(taskId: number): Promise<void> {
    await this.write(async (tx) => {
      for (const work of await tx.objectStore('work').index('task').getAll(taskId)) {
        const waiting = await tx.objectStore('entries').index('work').count(work.key);
        if (waiting === 0 && work.acknowledged >= work.revision) await remove(tx, work.key);
      }
    });
  }

  /** Works with changes that no entry carries: the page was closed before its draft was queued. */
  async abandoned(): Promise<Work[]> {
    const { works, entries } = await this.overview();
    const waiting = new Set(entries.map((entry) => entry.workKey));
    return works.filter((work) => work.revision > work.acknowledged && !waiting.has(work.key));
  }

  /** Takes or renews a named lease; false while another owner holds it. */
  async lease(name: string, owner: string, now: number, until: number): Promise<boolean> {
    const tx = this.db.transaction('leases', 'readwrite');
    const held = await tx.store.get(name);
    const free = !held || held.owner === owner || held.until <= now;
    if (free) await tx.store.put({ name, owner, until });
    await tx.done;
    return free;
  }

  async release(name: string, owner: string): Promise<void> {
    const tx = this.db.transaction('leases', 'readwrite');
    if ((await tx.store.get(name))?.owner === owner) await tx.store.delete(name);
    await tx.done;
  }

  private async write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const tx = this.db.transaction(STORES, 'readwrite', { durability: 'strict' });
    let over = false;
    const done = tx.done.finally(() => {
      over = true;
    });
    try {
      const value = await work(tx);
      await done;
      return value;
    } catch (error) {
      if (!over) tx.abort();
      // The abort rejects `done` as well; the error that matters is the one caught.
      await done.then(undefined, () => undefined);
      throw error;
    }
  }
}

/** The server surely has no newer version of this entry, so its content may be exchanged. */
function isUnsent(entry: Entry): boolean {
  return entry.attempts === 0 || entry.problem !== null;
}

function isReplaceableDraft(entry: Entry): boolean {
  return (
    (entry.kind === 'draft' || entry.kind === 'discard') &&
    isUnsent(entry) &&
    entry.problem?.kind !== 'conflict'
  );
}

function kindOf(wish: Wish, work: Work, chain: Entry[]): EntryKind {
  if (wish.kind !== 'save') return wish.kind;
  const last = chain.at(-1);
  if (last?.kind === 'submit' && isUnsent(last)) return 'submit';
  return work.annotationId !== null || chain.some((entry) => entry.kind === 'submit') ? 'update' : 'submit';
}

async function dropUnusedResults(tx: Transaction, work: Work): Promise<void> {
  const used = new Set([work.revision]);
  for (const entry of await tx.objectStore('entries').index('work').getAll(work.key))
    used.add(entry.revision);
  const results = tx.objectStore('results');
  for (const key of await results.getAllKeys(revisionsOf(work.key))) {
    if (!used.has(key[1])) await results.delete(key);
  }
}

async function remove(tx: Transaction, key: string): Promise<void> {
  for (const seq of await tx.objectStore('entries').index('work').getAllKeys(key))
    await tx.objectStore('entries').delete(seq);
  await tx.objectStore('results').delete(revisionsOf(key));
  await tx.objectStore('work').delete(key);
}

function revisionsOf(key: string): IDBKeyRange {
  return IDBKeyRange.bound([key, 0], [key, Infinity]);
}
