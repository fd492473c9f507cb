import { act, render } from '@testing-library/react';
import { createMemoryHistory } from '@tanstack/react-router';
import { vi } from 'vitest';
import { App } from '../src/app/App';
import { createQueryClient } from '../src/app/queryClient';
import { createAppRouter } from '../src/app/router';

/** What the stand-in server says to one request: a status and a JSON body. */
export interface Answer {
  status?: number;
  body?: unknown;
}

export interface SentRequest {
  method: string;
  /** Path and query. */
  path: string;
  /** JSON as an object, a form as its fields. */
  body: unknown;
}

/** Answers by `METHOD /path`, the query left out; a function sees the request and may answer differently each time. */
export type Server = Record<string, Answer | ((request: SentRequest) => Answer)>;

export const user = {
  id: 1,
  first_name: 'Anna',
  last_name: 'Keller',
  username: 'anna',
  email: 'anna@example.org',
  avatar: null,
  active_organization: 1,
  active_organization_meta: { title: 'Lab', email: 'anna@example.org' },
  custom_hotkeys: {},
  permissions: [],
};

/** Shows a screen of the whole application, the server replaced at the wire. Returns every request it sent. */
export async function renderApp(address: string, server: Server): Promise<SentRequest[]> {
  const sent: SentRequest[] = [];
  const routes: Server = {
    'GET /api/current-user/whoami': { body: user },
    'GET /api/version/': { body: { release: '1.0.0' } },
    ...server,
  };
  vi.stubGlobal('fetch', (input: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const request = { method, path: input, body: readBody(init.body) };
    sent.push(request);
    const route = routes[`${method} ${input.split('?')[0] ?? ''}`];
    const answer =
      typeof route === 'function'
        ? route(request)
        : (route ?? { status: 404, body: { detail: 'Not found.' } });
    const status = answer.status ?? 200;
    return Promise.resolve(
      new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
    );
  });
  const queryClient = createQueryClient();
  const router = createAppRouter(queryClient, createMemoryHistory({ initialEntries: [address] }));
  await act(async () => {
    render(<App queryClient={queryClient} router={router} />);
    await router.load();
  });
  return sent;
}

function readBody(body: RequestInit['body']): unknown {
  if (body instanceof URLSearchParams) return Object.fromEntries(body);
  return typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined;
}
