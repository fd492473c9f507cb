import { ApiError, createClient, csrfToken, NetworkError, type Client } from '@goldset/api';

import { exclusiveAcrossTabs, type Exclusive } from './exclusive';
import { send } from './send';
import { WorkStore } from './store';
import type { Entry, Outcome, Problem, Result, Wish, Work } from './types';
import { uuid } from './uuid';

/** What the outbox knows at one moment. A new object whenever something changed. */
export interface OutboxSnapshot {
  works: ReadonlyMap<string, Work>;
  entries: readonly Entry[];
  /** How the last attempt to reach the server ended. */
  link: 'ok' | 'offline' | 'signed-out';
  /** Key of the work being sent right now. */
  sending: string | null;
  /** What keeps the outbox itself from working, e.g. a full disk. */
  fault: string | null;
}

export interface OutboxOptions {
  userId: number;
  /** Must not ask anybody to sign in: the outbox reports `signed-out` instead. */
  client?: Client;
  exclusive?: Exclusive;
  /** Milliseconds; default the clock. */
  now?: () => number;
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
const OTHER_TAB_MS = 2_000;

/**
 * Brings an annotator's work to the server: keeps it in the browser first, sends it in order, and tries again until the
 * server has acknowledged it or a person has to decide. Several tabs share one outbox; one of them sends.
 */
export class Outbox {
  readonly userId: number;
  private readonly client: Client;
  private readonly exclusive: Exclusive;
  private readonly now: () => number;
  private readonly listeners = new Set<() => void>();
  private readonly channel: BroadcastChannel;
  private snapshot: OutboxSnapshot = {
    works: new Map(),
    entries: [],
    link: 'ok',
    sending: null,
    fault: null,
  };
  /** Failed attempts in a row and when to try again: of everything while the server can't be reached, of one work otherwise. */
  private linkRetry = { failures: 0, at: 0 };
  private readonly workRetry = new Map<string, { failures: number; at: number }>();
  /** The session for which the server confirmed that it is this user's. */
  private verifiedSession: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private again = false;
  private started = false;
  private closed = false;

  private constructor(
    private readonly store: WorkStore,
    options: OutboxOptions,
  ) {
    this.userId = options.userId;
    this.client = options.client ?? createClient();
    this.exclusive = options.exclusive ?? exclusiveAcrossTabs(store, uuid());
    this.now = options.now ?? Date.now;
    this.channel = new BroadcastChannel(`goldset-outbox-${options.userId}`);
    this.channel.onmessage = () => void this.refresh();
  }

  /** Opens the outbox of a user. Nothing is sent before `start`. */
  static async open(options: OutboxOptions): Promise<Outbox> {
    const outbox = new Outbox(await WorkStore.open(options.userId), options);
    await outbox.refresh();
    return outbox;
  }

  /** Begins to send, and queues as drafts what an earlier page left without doing so. */
  async start(): Promise<void> {
    if (this.started) return;
    this.started = true;
    addEventListener('online', this.wakeNow);
    document.addEventListener('visibilitychange', this.wakeNow);
    for (const work of await this.store.abandoned()) await this.store.enqueue(work.key, { kind: 'draft' });
    await this.changed();
    this.wake();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    removeEventListener('online', this.wakeNow);
    document.removeEventListener('visibilitychange', this.wakeNow);
    this.channel.close();
    this.store.close();
  }

  getSnapshot = (): OutboxSnapshot => this.snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Keeps a change in the browser. `work` describes the annotation when it is changed for the first time. */
  async edit(work: Work, result: Result): Promise<Work> {
    const kept = await this.store.edit(work, result);
    await this.changed();
    return kept;
  }

  /** Queues a write of the newest revision and starts sending. */
  async enqueue(key: string, wish: Wish): Promise<void> {
    await this.store.enqueue(key, wish);
    await this.changed();
    this.wake();
  }

  /** What is kept for a task, newest change first. */
  async ofTask(taskId: number): Promise<{ work: Work; result: Result }[]> {
    const kept = await this.store.worksOfTask(taskId);
    return kept.sort((a, b) => b.work.editedAt - a.work.editedAt);
  }

  /** Tries a blocked work again; `force` saves over what changed on the server. */
  async retry(key: string, options: { force: boolean } = { force: false }): Promise<void> {
    await this.store.retry(key, options);
    this.workRetry.delete(key);
    await this.changed();
    this.wakeNow();
  }

  /** Takes over the date of an annotation that was changed past the outbox, e.g. made ground truth. */
  async rebase(key: string, annotationBase: string): Promise<void> {
    await this.store.rebase(key, annotationBase);
    await this.changed();
  }

  /**
   * Waits until a work has arrived, or until it is clear that it will not for now. Resolves to the problem when a
   * person has to decide.
   */
  async settled(
    key: string,
  ): Promise<{ kind: 'arrived'; work: Work | undefined } | { kind: 'waiting' } | Problem> {
    return new Promise((resolve) => {
      const look = () => {
        const { entries, works, link, fault } = this.snapshot;
        const mine = entries.filter((entry) => entry.workKey === key);
        const problem = mine.find((entry) => entry.problem)?.problem;
        const tried = mine.some((entry) => entry.attempts > 0) && this.snapshot.sending !== key;
        if (problem) stop(problem);
        else if (mine.length === 0) stop({ kind: 'arrived', work: works.get(key) });
        else if (link !== 'ok' || fault !== null || tried) stop({ kind: 'waiting' });
      };
      const unsubscribe = this.subscribe(look);
      const stop = (result: Awaited<ReturnType<Outbox['settled']>>) => {
        unsubscribe();
        resolve(result);
      };
      look();
    });
  }

  /** Waits, however long, until nothing of a work is left to be sent. */
  async arrived(key: string): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.snapshot.entries.some((entry) => entry.workKey === key)) return;
        unsubscribe();
        resolve();
      };
      const unsubscribe = this.subscribe(look);
      look();
    });
  }

  /** Gives up a work: it is not sent and not kept. */
  async forget(key: string): Promise<void> {
    await this.store.forget(key);
    await this.changed();
  }

  /** Keeps a blocked work beside the server's version, as a new annotation. Returns its new key. */
  async keepBoth(key: string): Promise<string> {
    const wish: Wish = this.snapshot.entries.some((entry) => entry.workKey === key && isSave(entry))
      ? { kind: 'save' }
      : { kind: 'draft' };
    const copy = uuid();
    await this.store.fork(key, copy);
    await this.enqueue(copy, wish);
    return copy;
  }

  /** Drops works of a task that the server has wholly. */
  async sweep(taskId: number): Promise<void> {
    await this.store.sweep(taskId);
    await this.changed();
  }

  /** Sends soon, at the pace of the retries under way. */
  wake(): void {
    if (!this.started || this.closed) return;
    if (this.running) {
      this.again = true;
      return;
    }
    void this.run();
  }

  /** Sends now, whatever the retries under way: the connection or the session is back. */
  readonly wakeNow = (): void => {
    this.linkRetry = { failures: 0, at: 0 };
    this.workRetry.clear();
    this.wake();
  };

  /**
   * Sends everything that is due. Returns in how many milliseconds there will be something to do again, or null when
   * nothing waits but what a person has to decide.
   */
  async drain(): Promise<number | null> {
    await this.refresh();
    const wait = this.nextDelay();
    if (wait !== 0) return wait;
    let link: OutboxSnapshot['link'] = 'ok';
    const mine = await this.exclusive(`goldset-outbox-${this.userId}`, async () => {
      await this.refresh();
      for (let entry = this.nextDue(); entry && !this.closed; entry = this.nextDue()) {
        link = await this.sendOne(entry);
        if (link !== 'ok') break;
      }
    });
    if (!mine) return OTHER_TAB_MS;
    this.publish({ link, sending: null });
    return this.nextDelay();
  }

  private async sendOne(entry: Entry): Promise<OutboxSnapshot['link']> {
    const session = await this.verifySession();
    if (session !== 'ok') return this.pause(session);
    const attempt = await this.store.begin(entry.seq);
    if (!attempt) {
      await this.changed();
      return 'ok';
    }
    this.publish({ sending: entry.workKey });
    const outcome = await send(this.client, this.userId, attempt);
    await this.store.settle(attempt.entry, outcome);
    await this.changed();
    return this.after(entry, outcome);
  }

  private after(entry: Entry, outcome: Outcome): OutboxSnapshot['link'] {
    switch (outcome.kind) {
      case 'offline':
        return this.pause('offline');
      case 'signed-out':
        this.verifiedSession = undefined;
        return this.pause('signed-out');
      case 'busy': {
        const failures = (this.workRetry.get(entry.workKey)?.failures ?? 0) + 1;
        this.workRetry.set(entry.workKey, { failures, at: this.now() + backOff(failures) });
        break;
      }
      default:
        this.workRetry.delete(entry.workKey);
    }
    this.linkRetry = { failures: 0, at: 0 };
    return 'ok';
  }

  private pause(link: 'offline' | 'signed-out'): 'offline' | 'signed-out' {
    const failures = this.linkRetry.failures + 1;
    this.linkRetry = { failures, at: this.now() + (link === 'offline' ? backOff(failures) : LAST_RETRY_MS) };
    return link;
  }

  /** Makes sure that the session is this user's: a tab may outlive a sign-out and somebody else's sign-in. */
  private async verifySession(): Promise<OutboxSnapshot['link']> {
    const session = csrfToken();
    if (this.verifiedSession === session) return 'ok';
    try {
      const user = await this.client.get('/api/current-user/whoami');
      if (user.id !== this.userId) return 'signed-out';
      // Asking may have renewed the cookie.
      this.verifiedSession = csrfToken();
      return 'ok';
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return 'signed-out';
      if (error instanceof ApiError || error instanceof NetworkError) return 'offline';
      throw error;
    }
  }

  private async run(): Promise<void> {
    this.running = true;
    clearTimeout(this.timer);
    let delay: number | null = null;
    try {
      do {
        this.again = false;
        delay = await this.drain();
      } while (this.again && !this.closed);
      if (this.snapshot.fault !== null) this.publish({ fault: null });
    } catch (error) {
      // A page that is going away closes the database under a transaction.
      if (this.closed) return;
      this.publish({ sending: null, fault: error instanceof Error ? error.message : String(error) });
      delay = LAST_RETRY_MS;
    } finally {
      this.running = false;
    }
    if (delay !== null && !this.closed) this.timer = setTimeout(() => void this.run(), Math.max(delay, 50));
  }

  /** The first entry of each work, in order, that nothing blocks. */
  private sendable(): Entry[] {
    const seen = new Set<string>();
    return this.snapshot.entries.filter((entry) => {
      if (seen.has(entry.workKey)) return false;
      seen.add(entry.workKey);
      return entry.problem === null;
    });
  }

  private dueAt(entry: Entry): number {
    return Math.max(this.linkRetry.at, this.workRetry.get(entry.workKey)?.at ?? 0);
  }

  private nextDue(): Entry | undefined {
    return this.sendable().find((entry) => this.dueAt(entry) <= this.now());
  }

  private nextDelay(): number | null {
    const due = this.sendable().map((entry) => this.dueAt(entry));
    return due.length === 0 ? null : Math.max(0, Math.min(...due) - this.now());
  }

  private async changed(): Promise<void> {
    if (this.closed) return;
    await this.refresh();
    this.channel.postMessage('changed');
  }

  private async refresh(): Promise<void> {
    const { works, entries } = await this.store.overview();
    this.publish({ works: new Map(works.map((work) => [work.key, work])), entries });
  }

  private publish(change: Partial<OutboxSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }
}

function isSave(entry: Entry): boolean {
  return entry.kind === 'submit' || entry.kind === 'update';
}

/** Doubles from a second to half a minute; a little chance keeps a room full of annotators from returning as one. */
function backOff(failures: number): number {
  const full = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
  return full * (0.8 + Math.random() * 0.4);
}
