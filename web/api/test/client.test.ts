import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { ApiError, createClient, NetworkError, type InputOf, type User } from '../src';

function answer(status: number, body?: unknown): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}

function clientAnswering(...responses: Response[]) {
  const fetch = vi.fn<typeof globalThis.fetch>();
  for (const response of responses) fetch.mockResolvedValueOnce(response);
  return { client: createClient({ fetch }), fetch };
}

async function failure(promise: Promise<unknown>): Promise<ApiError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
}

describe('requests', () => {
  beforeEach(() => {
    document.cookie = 'csrftoken=abc%3D1';
  });

  it('sends JSON with the cross-site token and reads JSON', async () => {
    const { client, fetch } = clientAnswering(answer(201, { id: 7 }));

    await expect(client.post('/api/projects/', { body: { title: 'New' } })).resolves.toEqual({ id: 7 });

    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('/api/projects/');
    expect(init?.body).toBe('{"title":"New"}');
    expect(init?.headers).toMatchObject({ 'X-CSRFToken': 'abc=1', 'Content-Type': 'application/json' });
  });

  it('leaves the token out of safe requests, and unset values out of the query', async () => {
    const { client, fetch } = clientAnswering(answer(200, []));

    await client.get('/api/projects/', { query: { ids: [1, 2], page: undefined, title: 'a b' } });

    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('/api/projects/?ids=1%2C2&title=a+b');
    expect(init?.headers).not.toHaveProperty('X-CSRFToken');
  });

  it('fills in the path, and answers undefined for an empty body', async () => {
    const { client, fetch } = clientAnswering(answer(204));
    await expect(client.del('/api/projects/{id}/', { path: { id: 1 } })).resolves.toBeUndefined();
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/projects/1/');
  });
});

describe('types', () => {
  it('are those of the API description', () => {
    const { client } = clientAnswering();
    expectTypeOf(client.get<'/api/users/{id}/'>).returns.resolves.toEqualTypeOf<User>();
    expectTypeOf(client.del<'/api/users/{id}/'>).returns.resolves.toEqualTypeOf<undefined>();
    expectTypeOf<InputOf<'/api/users/{id}/', 'patch'>>()
      .toHaveProperty('body')
      .not.toHaveProperty('nickname');
    // @ts-expect-error There is no such operation.
    expect(() => client.put<'/api/users/'>).not.toThrow();
  });
});

describe('failures', () => {
  it('carries the envelope', async () => {
    const { client } = clientAnswering(
      answer(400, {
        id: 'e1',
        status_code: 400,
        version: '1.22.0',
        detail: 'Validation error',
        exc_info: null,
        validation_errors: {
          title: ['Too short.'],
          filter_group: { filters: [{}, { column: ['Unknown.'] }] },
        },
      }),
    );

    const error = await failure(client.patch('/api/projects/{id}/', { path: { id: 1 }, body: {} }));

    expect(error).toMatchObject({ status: 400, detail: 'Validation error', id: 'e1', version: '1.22.0' });
    expect(error.trace).toBeUndefined();
    expect(error.validationErrors).toEqual({
      title: ['Too short.'],
      'filter_group.filters.1.column': ['Unknown.'],
    });
    expect(error.messages).toEqual(['Too short.', 'Unknown.']);
  });

  it.each([
    [{ label_config: ['mismatched tag'] }, { label_config: ['mismatched tag'] }],
    [['first', 'second'], { non_field_errors: ['first', 'second'] }],
    [{ error: 'Invalid hotkeys', details: { custom_hotkeys: ['No.'] } }, { custom_hotkeys: ['No.'] }],
    [{ status_code: 400, validation_errors: { page: 'Bad.' } }, { page: ['Bad.'] }],
  ])('finds field errors in %j', async (body, expected) => {
    const { client } = clientAnswering(answer(400, body));
    expect((await failure(client.get('/api/version/'))).validationErrors).toEqual(expected);
  });

  it('tells an unreachable server from one that refuses', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>().mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(createClient({ fetch }).get('/api/version/')).rejects.toBeInstanceOf(NetworkError);
  });
});

describe('ended sessions', () => {
  it('sends the request again after signing in', async () => {
    const { client, fetch } = clientAnswering(answer(401, { detail: 'No.' }), answer(200, { saved: true }));
    client.onAuthExpired(() => Promise.resolve(true));

    await expect(
      client.patch('/api/drafts/{id}/', { path: { id: 1 }, body: { result: [] } }),
    ).resolves.toEqual({ saved: true });

    expect(fetch.mock.calls[1]?.[1]?.body).toBe('{"result":[]}');
  });

  it('fails when the user will not sign in', async () => {
    const { client } = clientAnswering(answer(401, { detail: 'No.' }));
    client.onAuthExpired(() => Promise.resolve(false));
    expect((await failure(client.get('/api/version/'))).status).toBe(401);
  });
});
