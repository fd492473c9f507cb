import { NetworkError, type Visit } from '@goldset/api';

import type { OfflineTasks } from './offline/OfflineTasks';
import type { LabelTask } from './tasks';

export type StreamState =
  | { kind: 'loading' }
  | { kind: 'task'; task: LabelTask }
  /** Nothing is left in the queue. */
  | { kind: 'done' }
  /** Going on needs a connection. */
  | { kind: 'offline' }
  | { kind: 'error'; error: unknown };

export interface StreamSnapshot {
  state: StreamState;
  /** Where the arrows lead: the tasks visited before and after the open one. */
  previous: Visit | undefined;
  following: Visit | undefined;
}

/** Where the tasks of a stream come from. */
export interface StreamSource {
  /** The next task of the queue that is none of these; null when there is none. */
  next: (except: readonly number[]) => Promise<LabelTask | null>;
  task: (id: number) => Promise<LabelTask>;
  /** Earlier visits, oldest first. */
  history: () => Promise<Visit[]>;
  /** Tasks answered here that the server may not know to be answered. */
  answered: () => readonly number[];
}

export interface StreamOptions {
  projectId: number;
  /** Tells streams of one project apart: a task fetched ahead for one is not the next of another. */
  name: string;
  source: StreamSource;
  offline: OfflineTasks;
  /** The stream shows another task, or (undefined) looks for one. */
  onTask: (taskId: number | undefined) => void;
  /** Called with the open task and the one fetched ahead, to keep what they show. */
  onKept?: (tasks: readonly LabelTask[]) => void;
  /** Wait before fetching ahead, so that the open task loads first. */
  aheadDelayMs?: number;
}

/**
 * Walks through a project's queue. The task after the open one is fetched ahead, so that submitting never waits and one
 * more task can be labeled without a connection.
 */
export class LabelStream {
  private snapshot: StreamSnapshot = {
    state: { kind: 'loading' },
    previous: undefined,
    following: undefined,
  };
  private readonly listeners = new Set<() => void>();
  private visits: Visit[] = [];
  private ahead: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was asked for; an answer to an earlier question is dropped. */
  private question = 0;
  private historyAsked = false;
  private wanted: number | undefined;

  constructor(private readonly options: StreamOptions) {}

  getSnapshot = (): StreamSnapshot => this.snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  close(): void {
    this.question++;
    clearTimeout(this.timer);
  }

  /** Opens a task, or the next one of the queue. */
  async open(taskId: number | undefined): Promise<void> {
    void this.loadHistory();
    if (taskId === undefined) return this.openNext();
    const { state } = this.snapshot;
    if (state.kind === 'task' && state.task.id === taskId) return;
    this.wanted = taskId;
    await this.ask(async () => this.options.source.task(taskId));
  }

  /** On to the next task of the queue: at once when it was fetched ahead. */
  async advance(): Promise<void> {
    const { state } = this.snapshot;
    await this.openNext(state.kind === 'task' ? state.task.id : undefined);
  }

  /** Asks again for what did not come. */
  async retry(): Promise<void> {
    const { wanted } = this;
    if (wanted === undefined) await this.openNext();
    else await this.ask(async () => this.options.source.task(wanted));
  }

  private async openNext(from?: number): Promise<void> {
    this.wanted = undefined;
    await this.ask(async () => {
      await this.ahead;
      const { projectId, name, offline } = this.options;
      const ready = await offline.next(projectId, name);
      await offline.setNext(projectId, name, null);
      const except = this.except(from);
      return ready && !except.includes(ready.id) ? ready : this.fetchNext(except);
    });
  }

  private async fetchNext(except: readonly number[]): Promise<LabelTask | null> {
    const task = await this.options.source.next(except);
    return task !== null && except.includes(task.id) ? null : task;
  }

  private except(taskId: number | undefined): number[] {
    return [...new Set([...(taskId === undefined ? [] : [taskId]), ...this.options.source.answered()])];
  }

  private async ask(get: () => Promise<LabelTask | null>): Promise<void> {
    const question = ++this.question;
    clearTimeout(this.timer);
    this.publish({ kind: 'loading' });
    let state: StreamState;
    try {
      const task = await get();
      if (task !== null) await this.options.offline.keep(task);
      state = task === null ? { kind: 'done' } : { kind: 'task', task };
    } catch (error) {
      state = error instanceof NetworkError ? { kind: 'offline' } : { kind: 'error', error };
    }
    if (question !== this.question) return;
    if (state.kind === 'task') this.show(state.task);
    else {
      this.publish(state);
      if (this.wanted === undefined) this.options.onTask(undefined);
    }
  }

  private show(task: LabelTask): void {
    this.wanted = task.id;
    if (!this.visits.some((visit) => visit.taskId === task.id)) {
      this.visits = [...this.visits, { taskId: task.id, annotationId: null }];
    }
    this.publish({ kind: 'task', task });
    this.options.onTask(task.id);
    this.timer = setTimeout(() => {
      this.ahead = this.fetchAhead(task);
    }, this.options.aheadDelayMs ?? 1_000);
  }

  private async fetchAhead(task: LabelTask): Promise<void> {
    const { projectId, name, offline, onKept } = this.options;
    try {
      const except = this.except(task.id);
      const known = await offline.next(projectId, name);
      const next = known && !except.includes(known.id) ? known : await this.fetchNext(except);
      await offline.setNext(projectId, name, next);
      onKept?.(next ? [task, next] : [task]);
    } catch (error) {
      // Fetching ahead is a convenience: whatever is wrong shows when the task's turn comes.
      if (!(error instanceof Error)) throw error;
    }
  }

  private async loadHistory(): Promise<void> {
    if (this.historyAsked) return;
    this.historyAsked = true;
    try {
      const earlier = await this.options.source.history();
      const known = new Set(this.visits.map((visit) => visit.taskId));
      this.visits = [...earlier.filter((visit) => !known.has(visit.taskId)), ...this.visits];
      this.publish(this.snapshot.state);
    } catch (error) {
      // Without the history only the way back is missing.
      if (!(error instanceof Error)) throw error;
    }
  }

  private publish(state: StreamState): void {
    const open =
      state.kind === 'task'
        ? this.visits.findIndex((visit) => visit.taskId === state.task.id)
        : this.visits.length;
    this.snapshot = { state, previous: this.visits[open - 1], following: this.visits[open + 1] };
    for (const listener of this.listeners) listener();
  }
}
