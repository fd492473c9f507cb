import 'fake-indexeddb/auto';

import { NetworkError } from '@goldset/api';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { LabelStream, type StreamSnapshot } from './LabelStream';
import { OfflineTasks } from './offline/OfflineTasks';
import type { LabelTask } from './tasks';

function task(id: number): LabelTask {
  return { id, data: {}, allow_skip: true, annotations: [], predictions: [], drafts: [], project: 1 };
}

/** A queue of tasks 1 to 4; what is answered leaves it. */
class Queue {
  answered: number[] = [];
  online = true;
  asked: (readonly number[])[] = [];

  next = async (except: readonly number[]): Promise<LabelTask | null> => {
    this.asked.push(except);
    if (!this.online) throw new NetworkError('Failed to fetch');
    const id = [1, 2, 3, 4].find(
      (candidate) => !this.answered.includes(candidate) && !except.includes(candidate),
    );
    return id === undefined ? null : task(id);
  };
}

let queue: Queue;
let offline: OfflineTasks;
let streams: LabelStream[];
let shown: (number | undefined)[];

function start(): LabelStream {
  const stream = new LabelStream({
    projectId: 1,
    name: 'all',
    offline,
    aheadDelayMs: 0,
    onTask: (id) => shown.push(id),
    source: {
      next: queue.next,
      task: async (id) => {
        if (queue.online) return task(id);
        const kept = await offline.get(id);
        if (!kept) throw new NetworkError('Failed to fetch');
        return kept;
      },
      history: () => Promise.resolve([{ taskId: 9, annotationId: 90 }]),
      answered: () => queue.answered,
    },
  });
  streams.push(stream);
  return stream;
}

function until(stream: LabelStream, done: (snapshot: StreamSnapshot) => boolean): Promise<StreamSnapshot> {
  return vi.waitUntil(() => (done(stream.getSnapshot()) ? stream.getSnapshot() : undefined), {
    interval: 5,
    timeout: 15_000,
  }) as Promise<StreamSnapshot>;
}

const shows = (id: number) => (snapshot: StreamSnapshot) =>
  snapshot.state.kind === 'task' && snapshot.state.task.id === id;
const fetchedAhead = (id: number) =>
  vi.waitUntil(async () => (await offline.next(1, 'all'))?.id === id, { interval: 5, timeout: 15_000 });

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  offline = await OfflineTasks.open(7);
  queue = new Queue();
  streams = [];
  shown = [];
});

afterEach(() => {
  for (const stream of streams) stream.close();
  offline.close();
});

describe('the label stream', () => {
  it('fetches one task ahead and goes on to it at once, also without a connection', async () => {
    const stream = start();
    await stream.open(undefined);
    expect(shown).toEqual([1]);
    await fetchedAhead(2);

    queue.online = false;
    queue.answered = [1];
    await stream.advance();
    expect(stream.getSnapshot().state).toMatchObject({ kind: 'task', task: { id: 2 } });

    queue.answered = [1, 2];
    await stream.advance();
    expect(stream.getSnapshot().state.kind).toBe('offline');

    queue.online = true;
    await stream.retry();
    expect(stream.getSnapshot().state).toMatchObject({ kind: 'task', task: { id: 3 } });
  });

  it('opens the task of the address from its copy when there is no connection', async () => {
    await start().open(undefined);
    await fetchedAhead(2);
    queue.online = false;
    const reloaded = start();
    await reloaded.open(1);
    expect(reloaded.getSnapshot().state).toMatchObject({ kind: 'task', task: { id: 1 } });
    await reloaded.advance();
    expect(reloaded.getSnapshot().state).toMatchObject({ kind: 'task', task: { id: 2 } });
  });

  it('never brings a task that is answered here and not yet on the server', async () => {
    const stream = start();
    await stream.open(undefined);
    queue.answered = [2];
    await stream.advance();
    expect(queue.asked.at(-1)).toEqual([1, 2]);
    expect(stream.getSnapshot().state).toMatchObject({ kind: 'task', task: { id: 3 } });
  });

  it('says when the queue is empty', async () => {
    queue.answered = [1, 2, 3, 4];
    const stream = start();
    await stream.open(undefined);
    expect(stream.getSnapshot().state.kind).toBe('done');
    expect(shown).toEqual([undefined]);
  });

  it('leads back through earlier visits and forward again', async () => {
    const stream = start();
    await stream.open(undefined);
    await stream.advance();
    await until(stream, shows(2));
    expect(stream.getSnapshot().previous).toEqual({ taskId: 1, annotationId: null });
    await stream.open(1);
    expect(stream.getSnapshot().previous).toEqual({ taskId: 9, annotationId: 90 });
    expect(stream.getSnapshot().following).toEqual({ taskId: 2, annotationId: null });
  });

  it('keeps no copies for the next user of the browser', async () => {
    await start().open(undefined);
    await fetchedAhead(2);
    offline.close();
    offline = await OfflineTasks.open(8);
    expect(await offline.ids()).toEqual([]);
    expect(await offline.next(1, 'all')).toBeUndefined();
  });
});
