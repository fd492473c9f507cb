import 'fake-indexeddb/auto';

import { createClient } from '@goldset/api';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Outbox, saveStateOf, waitingToBeSent, type Work } from '.';

const USER = 7;
const TASK = 5;

/** A server at the wire: remembers what it stored and can be told to fail. */
class FakeServer {
  annotations: {
    id: number;
    unique_id?: string;
    result: unknown;
    completed_by: number;
    updated_at: string;
    was_cancelled: boolean;
  }[] = [];
  drafts: { id: number; annotation: number | null; result: unknown; updated_at: string }[] = [];
  log: string[] = [];
  signedIn: number | null = USER;
  /** Consumed one per request: a status, or `lost` for work done whose answer never arrives. */
  faults: ('lost' | number)[] = [];
  private tick = 0;

  fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), 'http://goldset.test');
    const method = init?.method ?? 'GET';
    if (url.pathname === '/api/current-user/whoami') {
      if (this.offline) throw new TypeError('Failed to fetch');
      return this.signedIn === null
        ? reply(401, { detail: 'Authentication credentials were not provided.' })
        : reply(200, { id: this.signedIn });
    }
    this.log.push(`${method} ${url.pathname}${url.search}`);
    if (this.offline) throw new TypeError('Failed to fetch');
    const fault = this.faults.shift();
    if (typeof fault === 'number') return reply(fault, { detail: `status ${fault}` });
    if (this.signedIn === null)
      return reply(401, { detail: 'Authentication credentials were not provided.' });
    const response = this.handle(method, url, init);
    if (fault === 'lost') throw new TypeError('Failed to fetch');
    return response;
  };

  offline = false;

  private handle(method: string, url: URL, init: RequestInit | undefined): Response {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
    const match = new Headers(init?.headers).get('If-Match')?.replaceAll('"', '');
    const updated_at = new Date(Date.UTC(2026, 0, 1) + ++this.tick * 1000).toISOString();
    const path = url.pathname;
    if (method === 'POST' && path === `/api/tasks/${TASK}/annotations/`) {
      if (this.annotations.some((one) => one.unique_id === body.unique_id)) {
        return reply(409, { detail: 'Annotation with this unique id already exists' });
      }
      const annotation = {
        id: 100 + this.annotations.length,
        unique_id: body.unique_id as string,
        result: body.result,
        completed_by: USER,
        updated_at,
        was_cancelled: url.searchParams.get('was_cancelled') === 'true',
      };
      this.annotations.push(annotation);
      this.drafts = this.drafts.filter((draft) => draft.id !== body.draft_id);
      return reply(201, annotation);
    }
    const annotationId = Number(/^\/api\/annotations\/(\d+)\/$/.exec(path)?.[1]);
    const annotation = this.annotations.find((one) => one.id === annotationId);
    if (annotation && method === 'GET') return reply(200, annotation);
    if (annotation && method === 'PATCH') {
      if (match && match !== annotation.updated_at) return reply(412, { detail: 'changed meanwhile' });
      Object.assign(annotation, body, { updated_at });
      return reply(200, annotation);
    }
    if (method === 'POST' && /^\/api\/tasks\/5\/(annotations\/\d+\/)?drafts$/.test(path)) {
      const of = /annotations\/(\d+)/.exec(path)?.[1];
      const draft = {
        id: 200 + this.tick,
        annotation: of ? Number(of) : null,
        result: body.result,
        updated_at,
      };
      this.drafts.push(draft);
      return reply(201, draft);
    }
    const draft = this.drafts.find((one) => path === `/api/drafts/${one.id}/`);
    if (draft && method === 'GET') return reply(200, draft);
    if (draft && method === 'PATCH') {
      if (match && match !== draft.updated_at) return reply(412, { detail: 'changed meanwhile' });
      Object.assign(draft, { result: body.result, updated_at });
      return reply(200, draft);
    }
    if (draft && method === 'DELETE') {
      this.drafts = this.drafts.filter((one) => one !== draft);
      return new Response(null, { status: 204 });
    }
    if (method === 'GET' && path === `/api/tasks/${TASK}/`) {
      return reply(200, { id: TASK, annotations: this.annotations, drafts: this.drafts });
    }
    return reply(404, { detail: 'Not found.' });
  }
}

function reply(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

function work(key: string, change: Partial<Work> = {}): Work {
  return {
    key,
    projectId: 1,
    taskId: TASK,
    annotationId: null,
    draftId: null,
    parentPrediction: null,
    parentAnnotation: null,
    leadTime: 3,
    annotationLeadTime: 0,
    revision: 0,
    acknowledged: 0,
    editedAt: 0,
    annotationBase: null,
    draftBase: null,
    ...change,
  };
}

const box = (name: string) => [{ id: name, type: 'rectanglelabels', value: { x: 1 } }];

let server: FakeServer;
let now: number;
let opened: Outbox[];

async function open(): Promise<Outbox> {
  const outbox = await Outbox.open({
    userId: USER,
    client: createClient({ baseUrl: 'http://goldset.test', fetch: server.fetch }),
    now: () => now,
  });
  opened.push(outbox);
  return outbox;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  document.cookie = 'csrftoken=one';
  server = new FakeServer();
  now = 0;
  opened = [];
});

afterEach(() => {
  for (const outbox of opened) outbox.close();
});

describe('the outbox', () => {
  it('keeps a change at once, saves it as a draft and submits it with that draft', async () => {
    const outbox = await open();
    await outbox.edit(work('a'), box('r1'));
    expect((await outbox.ofTask(TASK))[0]?.result).toEqual(box('r1'));
    await outbox.enqueue('a', { kind: 'draft' });
    expect(saveStateOf(outbox.getSnapshot(), 'a')).toBe('saving');
    await outbox.drain();
    expect(server.drafts).toMatchObject([{ result: box('r1') }]);
    expect(saveStateOf(outbox.getSnapshot(), 'a')).toBe('saved');

    await outbox.edit(work('a'), box('r2'));
    await outbox.enqueue('a', { kind: 'save' });
    await outbox.drain();
    expect(server.annotations).toMatchObject([{ result: box('r2'), unique_id: 'a' }]);
    expect(server.drafts).toEqual([]);
    expect(outbox.getSnapshot().works.get('a')).toMatchObject({ annotationId: 100, draftId: null });
  });

  it('sends what was written offline once, after a reload', async () => {
    server.offline = true;
    const before = await open();
    for (const key of ['a', 'b', 'c']) {
      await before.edit(work(key), box(key));
      await before.enqueue(key, { kind: 'save' });
      await before.drain();
    }
    expect(saveStateOf(before.getSnapshot(), 'a')).toBe('offline');
    expect(waitingToBeSent(before.getSnapshot(), 1)).toHaveLength(3);
    before.close();

    const after = await open();
    expect(waitingToBeSent(after.getSnapshot(), 1)).toHaveLength(3);
    server.offline = false;
    expect(await after.drain()).toBeNull();
    expect(server.annotations.map((one) => one.unique_id)).toEqual(['a', 'b', 'c']);
    expect(after.getSnapshot().entries).toEqual([]);
  });

  it('takes the answer 409 after a lost answer as arrival', async () => {
    const outbox = await open();
    await outbox.edit(work('a'), box('r1'));
    await outbox.enqueue('a', { kind: 'save' });
    server.faults = ['lost'];
    const delay = await outbox.drain();
    expect(saveStateOf(outbox.getSnapshot(), 'a')).toBe('offline');
    now += delay ?? 0;
    await outbox.drain();
    expect(server.annotations).toHaveLength(1);
    expect(outbox.getSnapshot().works.get('a')?.annotationId).toBe(100);
    expect(outbox.getSnapshot().entries).toEqual([]);
  });

  it('recognises a draft whose answer was lost instead of making a second one', async () => {
    const outbox = await open();
    await outbox.edit(work('a'), box('r1'));
    await outbox.enqueue('a', { kind: 'draft' });
    server.faults = ['lost'];
    now += (await outbox.drain()) ?? 0;
    await outbox.drain();
    expect(server.drafts).toHaveLength(1);
    expect(outbox.getSnapshot().works.get('a')?.draftId).toBe(server.drafts[0]?.id);
  });

  it('sends an update made after a waiting submit in order, to the annotation the submit became', async () => {
    const outbox = await open();
    await outbox.edit(work('a'), box('r1'));
    await outbox.enqueue('a', { kind: 'save' });
    server.faults = ['lost'];
    now += (await outbox.drain()) ?? 0;
    await outbox.edit(work('a'), box('r2'));
    await outbox.enqueue('a', { kind: 'save' });
    await outbox.drain();
    expect(server.annotations).toMatchObject([{ id: 100, result: box('r2') }]);
  });

  it('merges writes that were never tried', async () => {
    const outbox = await open();
    for (const name of ['r1', 'r2', 'r3']) {
      await outbox.edit(work('a'), box(name));
      await outbox.enqueue('a', { kind: 'draft' });
    }
    await outbox.enqueue('a', { kind: 'save' });
    await outbox.drain();
    expect(server.log).toEqual([`POST /api/tasks/${TASK}/annotations/`]);
    expect(server.annotations).toMatchObject([{ result: box('r3') }]);
  });

  it('skips as the API does', async () => {
    const outbox = await open();
    await outbox.edit(work('a'), []);
    await outbox.enqueue('a', { kind: 'save', cancelled: true });
    await outbox.drain();
    expect(server.annotations).toMatchObject([{ was_cancelled: true }]);
  });

  it('waits for sign-in and then continues', async () => {
    const outbox = await open();
    await outbox.edit(work('a'), box('r1'));
    await outbox.enqueue('a', { kind: 'save' });
    server.signedIn = null;
    await outbox.drain();
    expect(saveStateOf(outbox.getSnapshot(), 'a')).toBe('signed-out');
    server.signedIn = USER;
    outbox.wakeNow();
    await outbox.drain();
    expect(server.annotations).toHaveLength(1);
  });

  it('never sends under the session of somebody else', async () => {
    const outbox = await open();
    await outbox.edit(work('a'), box('r1'));
    await outbox.enqueue('a', { kind: 'draft' });
    await outbox.drain();
    server.signedIn = 8;
    document.cookie = 'csrftoken=two';
    server.log = [];
    await outbox.enqueue('a', { kind: 'save' });
    await outbox.drain();
    expect(server.log).toEqual([]);
    expect(saveStateOf(outbox.getSnapshot(), 'a')).toBe('signed-out');
  });

  it('tries a failing server again later, without holding up other work', async () => {
    const outbox = await open();
    await outbox.edit(work('a'), box('r1'));
    await outbox.enqueue('a', { kind: 'save' });
    await outbox.edit(work('b'), box('r2'));
    await outbox.enqueue('b', { kind: 'save' });
    server.faults = [503];
    const delay = await outbox.drain();
    expect(server.annotations.map((one) => one.unique_id)).toEqual(['b']);
    expect(delay).toBeGreaterThan(500);
    await outbox.drain();
    expect(server.annotations).toHaveLength(1);
    now += delay ?? 0;
    await outbox.drain();
    expect(server.annotations.map((one) => one.unique_id)).toEqual(['b', 'a']);
  });

  it('keeps refused work until a person decides, and sends the corrected version', async () => {
    const outbox = await open();
    await outbox.edit(work('a'), box('r1'));
    await outbox.enqueue('a', { kind: 'save' });
    server.faults = [400];
    expect(await outbox.drain()).toBeNull();
    expect(saveStateOf(outbox.getSnapshot(), 'a')).toBe('error');
    await outbox.edit(work('a'), box('r2'));
    await outbox.enqueue('a', { kind: 'save' });
    await outbox.drain();
    expect(server.annotations).toMatchObject([{ result: box('r2') }]);
  });

  it('loses neither version when two tabs change the same annotation', async () => {
    server.annotations = [
      { id: 100, result: [], completed_by: USER, updated_at: '2025-12-31T00:00:00Z', was_cancelled: false },
    ];
    const base = { annotationId: 100, annotationBase: '2025-12-31T00:00:00Z' };
    const [one, two] = [await open(), await open()];
    await one.edit(work('a', base), box('one'));
    await two.edit(work('b', base), box('two'));
    await one.enqueue('a', { kind: 'save' });
    await two.enqueue('b', { kind: 'save' });
    await one.drain();
    await two.drain();
    expect(server.annotations[0]?.result).toEqual(box('one'));
    expect(saveStateOf(two.getSnapshot(), 'b')).toBe('conflict');

    await two.keepBoth('b');
    await two.drain();
    expect(server.annotations.map((annotation) => annotation.result)).toEqual([box('one'), box('two')]);
  });

  it('saves over the other version when told to', async () => {
    server.annotations = [
      { id: 100, result: [], completed_by: 8, updated_at: '2026-01-05T00:00:00Z', was_cancelled: false },
    ];
    const outbox = await open();
    await outbox.edit(work('a', { annotationId: 100, annotationBase: '2025-12-31T00:00:00Z' }), box('mine'));
    await outbox.enqueue('a', { kind: 'save' });
    await outbox.drain();
    expect(saveStateOf(outbox.getSnapshot(), 'a')).toBe('conflict');
    await outbox.retry('a', { force: true });
    await outbox.drain();
    expect(server.annotations[0]?.result).toEqual(box('mine'));
  });

  it('sends each entry from one tab only', async () => {
    const [one, two] = [await open(), await open()];
    for (const key of ['a', 'b', 'c', 'd']) {
      await one.edit(work(key), box(key));
      await one.enqueue(key, { kind: 'save' });
    }
    await Promise.all([one.drain(), two.drain()]);
    expect(server.log).toHaveLength(4);
    expect(server.annotations).toHaveLength(4);
  });

  it('queues a draft for what an earlier page left without one', async () => {
    const before = await open();
    await before.edit(work('a'), box('r1'));
    before.close();
    const after = await open();
    const arrived = new Promise<void>((resolve) => {
      after.subscribe(() => {
        if (after.getSnapshot().works.get('a')?.draftId) resolve();
      });
    });
    await after.start();
    await arrived;
    expect(server.drafts).toMatchObject([{ result: box('r1') }]);
  });

  it('drops work the server has, and only that', async () => {
    const outbox = await open();
    await outbox.edit(work('a'), box('r1'));
    await outbox.edit(work('b'), box('r2'));
    await outbox.enqueue('a', { kind: 'draft' });
    await outbox.drain();
    await outbox.sweep(TASK);
    expect((await outbox.ofTask(TASK)).map((kept) => kept.work.key)).toEqual(['b']);
  });
});
