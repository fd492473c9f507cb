import 'fake-indexeddb/auto';

import { createClient, type CurrentUser, type Project } from '@goldset/api';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { LabelPane } from './LabelPane';
import { OfflineTasks } from './offline/OfflineTasks';
import { Outbox } from './outbox';
import type { LabelTask } from './tasks';

const config =
  '<View><Text name="text" value="$text"/><Choices name="label" toName="text"><Choice value="Positive"/><Choice value="Negative"/></Choices></View>';

const user = {
  id: 7,
  email: 'ada@example.com',
  initials: 'AK',
  permissions: ['annotations.create'],
  custom_hotkeys: null,
} as unknown as CurrentUser;
const project = {
  id: 1,
  label_config: config,
  show_skip_button: true,
  expert_instruction: '',
  show_collab_predictions: true,
  model_version: '',
  enable_empty_annotation: true,
} as Project;
const choice = (value: string) => [
  { id: 'r', from_name: 'label', to_name: 'text', type: 'choices', value: { choices: [value] } },
];

function task(change: Partial<LabelTask> = {}): LabelTask {
  return {
    id: 5,
    data: { text: 'A quiet day.' },
    allow_skip: true,
    annotations: [],
    predictions: [],
    drafts: [],
    project: 1,
    ...change,
  };
}

/** Answers at the wire; `null` breaks the connection. */
let answer: (method: string, path: string, body: unknown) => { status: number; body: unknown } | null;
let requests: { method: string; path: string; body: unknown }[];
let outbox: Outbox;
let offline: OfflineTasks;

const wire: typeof globalThis.fetch = async (input, init) => {
  const path = new URL(String(input), 'http://goldset.test').pathname;
  const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
  if (path === '/api/current-user/whoami') return json(200, user);
  if (path === '/api/ml/') return json(200, []);
  requests.push({ method: init?.method ?? 'GET', path, body });
  const reply = answer(init?.method ?? 'GET', path, body);
  if (!reply) throw new TypeError('Failed to fetch');
  return json(reply.status, reply.body);
};

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

function show(shown: LabelTask, onAnswered = vi.fn()) {
  const view = render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <LabelPane
          workplace={{ outbox, offline }}
          project={project}
          user={user}
          task={shown}
          mode="stream"
          onAnswered={onAnswered}
        />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, onAnswered };
}

const choose = async (name: string) =>
  userEvent.click(await screen.findByRole('checkbox', { name: new RegExp(name, 'u') }));

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  requests = [];
  answer = () => null;
  outbox = await Outbox.open({
    userId: 7,
    client: createClient({ baseUrl: 'http://goldset.test', fetch: wire }),
  });
  offline = await OfflineTasks.open(7);
});

afterEach(() => {
  outbox.close();
  offline.close();
});

describe('labeling a task', () => {
  it('keeps a change at once and submits it when asked, without waiting for the server', async () => {
    const { onAnswered } = show(task());
    await choose('Positive');
    await waitFor(async () => expect(await outbox.ofTask(5)).toHaveLength(1));

    await userEvent.click(screen.getByRole('button', { name: /submit/iu }));
    await waitFor(() => expect(onAnswered).toHaveBeenCalled());
    expect(outbox.getSnapshot().entries).toMatchObject([{ kind: 'submit', taskId: 5 }]);

    answer = (method, path) =>
      method === 'POST' && path === '/api/tasks/5/annotations/'
        ? { status: 201, body: { id: 11, updated_at: '2026-01-01T00:00:00Z' } }
        : null;
    await outbox.drain();
    expect(requests).toMatchObject([
      { method: 'POST', body: { result: [{ value: { choices: ['Positive'] } }] } },
    ]);
    expect(outbox.getSnapshot().entries).toEqual([]);
  });

  it('shows what this browser kept rather than the older draft of the server', async () => {
    const draft = {
      id: 3,
      annotation: null,
      result: choice('Negative'),
      updated_at: '2026-01-01T00:00:00Z',
      created_at: '2026-01-01T00:00:00Z',
      lead_time: 1,
    };
    const first = show(task({ drafts: [draft] as never }));
    await choose('Positive');
    await waitFor(async () => expect(await outbox.ofTask(5)).toHaveLength(1));
    first.unmount();

    show(task({ drafts: [draft] as never }));
    expect(await screen.findByRole('checkbox', { name: /Positive/u, checked: true })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /Negative/u, checked: false })).toBeTruthy();
  });

  it('offers a draft that is older than its annotation and does not apply it', async () => {
    const annotation = {
      id: 12,
      completed_by: 7,
      result: choice('Positive'),
      updated_at: '2026-01-02T00:00:00Z',
      created_at: '2026-01-02T00:00:00Z',
      lead_time: 4,
    };
    const draft = {
      id: 3,
      annotation: 12,
      result: choice('Negative'),
      updated_at: '2026-01-01T00:00:00Z',
      created_at: '2026-01-01T00:00:00Z',
      lead_time: 1,
    };
    show(task({ annotations: [annotation] as never, drafts: [draft] as never }));
    expect(await screen.findByText(/older than the annotation/u)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Open the draft' }));
    await waitFor(() => expect(screen.queryByText(/older than the annotation/u)).toBeNull());
  });

  it('explains a conflict and keeps both versions when told to', async () => {
    const annotation = {
      id: 12,
      completed_by: 7,
      result: choice('Positive'),
      updated_at: '2026-01-02T00:00:00Z',
      created_at: '2026-01-02T00:00:00Z',
      lead_time: 4,
    };
    await outbox.edit(
      {
        key: 'mine',
        projectId: 1,
        taskId: 5,
        annotationId: 12,
        draftId: null,
        parentPrediction: null,
        parentAnnotation: null,
        leadTime: 5,
        annotationLeadTime: 4,
        revision: 0,
        acknowledged: 0,
        editedAt: Date.now(),
        annotationBase: '2026-01-01T00:00:00Z',
        draftBase: null,
      },
      choice('Negative'),
    );
    await outbox.enqueue('mine', { kind: 'save' });
    answer = () => ({ status: 412, body: { detail: 'Changed meanwhile.' } });
    await outbox.drain();

    render(
      <MantineProvider>
        <QueryClientProvider client={new QueryClient()}>
          <LabelPane
            workplace={{ outbox, offline }}
            project={project}
            user={user}
            task={task({ annotations: [annotation] as never })}
            mode="explore"
            onAnswered={vi.fn()}
          />
        </QueryClientProvider>
      </MantineProvider>,
    );
    expect((await screen.findByRole('alert')).textContent).toContain('changed elsewhere');
    await userEvent.click(screen.getByRole('button', { name: 'Keep both' }));
    await waitFor(() =>
      expect(outbox.getSnapshot().entries).toMatchObject([{ kind: 'submit', problem: null }]),
    );
  });
});
