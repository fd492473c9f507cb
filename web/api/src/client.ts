import { ApiError, NetworkError } from './ApiError';
import type { AnswerOf, InputOf, Method, PathOf } from './operations';

/** Query parameters; lists are joined with commas, null and undefined are left out. */
export type Query = Record<
  string,
  string | number | boolean | null | undefined | readonly (string | number)[]
>;

export interface RequestOptions {
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface ClientOptions {
  /** Prefix of every path; default: the page's own origin. */
  baseUrl?: string;
  /** Default: the global `fetch`, looked up at each call. */
  fetch?: typeof globalThis.fetch;
}

/**
 * Called when a request was refused because the session ended. Resolves to true when the user has signed in again
 * (the request is then sent once more), to false when they would not.
 */
export type AuthExpiredHandler = () => Promise<boolean>;

type Call<M extends Method> = <P extends PathOf<M>>(
  path: P,
  ...input: Arguments<InputOf<P, M> & RequestOptions>
) => Promise<AnswerOf<P, M>>;

/** The input may be left out where nothing in it is needed. */
type Arguments<Input> = Partial<Input> extends Input ? [input?: Input] : [input: Input];

/**
 * A client of the operations in the API description, for pages signed in with the session cookie. Paths are those of
 * the description; `{id}` and the like are filled in from `path`.
 */
export interface Client {
  get: Call<'get'>;
  post: Call<'post'>;
  put: Call<'put'>;
  patch: Call<'patch'>;
  del: Call<'delete'>;
  /** Any address of the server. The response's body is unread: for downloads and streams. Throws like the others. */
  send(
    method: string,
    address: string,
    body?: unknown,
    options?: RequestOptions & { query?: Query },
  ): Promise<Response>;
  /** Installs the one handler of ended sessions; returns the call that removes it. */
  onAuthExpired(handler: AuthExpiredHandler): () => void;
}

interface AnyInput extends RequestOptions {
  path?: Record<string, string | number>;
  query?: Query;
  body?: unknown;
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export function createClient(options: ClientOptions = {}): Client {
  const baseUrl = options.baseUrl ?? '';
  let authExpired: AuthExpiredHandler | undefined;

  async function attempt(
    method: string,
    path: string,
    body: unknown,
    request: RequestOptions & { query?: Query },
  ): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json', ...request.headers };
    if (!safeMethods.has(method)) headers['X-CSRFToken'] = csrfToken();
    const init: RequestInit = { method, headers, credentials: 'same-origin' };
    if (request.signal) init.signal = request.signal;
    if (isBodyInit(body)) {
      init.body = body;
    } else if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
      init.body = JSON.stringify(body);
    }
    try {
      return await (options.fetch ?? globalThis.fetch)(baseUrl + path + queryString(request.query), init);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new NetworkError(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }

  async function send(
    method: string,
    path: string,
    body?: unknown,
    request: RequestOptions & { query?: Query } = {},
  ): Promise<Response> {
    let response = await attempt(method, path, body, request);
    if (response.status === 401 && authExpired && (await authExpired())) {
      response = await attempt(method, path, body, request);
    }
    if (!response.ok) throw new ApiError(response.status, await readBody(response), statusText(response));
    return response;
  }

  function call<M extends Method>(method: M): Call<M> {
    return async (path, ...[input]) => {
      const { path: values, query, body, ...options } = (input ?? {}) as AnyInput;
      const answer = await send(method.toUpperCase(), filled(path, values), body, { ...options, query });
      return (await readBody(answer)) as AnswerOf<typeof path, M>;
    };
  }

  return {
    get: call('get'),
    post: call('post'),
    put: call('put'),
    patch: call('patch'),
    del: call('delete'),
    send,
    onAuthExpired(handler) {
      authExpired = handler;
      return () => {
        if (authExpired === handler) authExpired = undefined;
      };
    },
  };
}

/** The client of the page's own server. */
export const api = createClient();

/** The address of an operation, for downloads and uploads that the page does not send through the client. */
export function addressOf<M extends Method, P extends PathOf<M>>(
  _method: M,
  path: P,
  input: Omit<InputOf<P, M>, 'body'>,
): string {
  const { path: values, query } = input as AnyInput;
  return filled(path, values) + queryString(query);
}

/** Value of the cookie that unsafe requests repeat in a header or form field; empty when there is none. */
export function csrfToken(): string {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith('csrftoken='));
  return cookie === undefined ? '' : decodeURIComponent(cookie.slice('csrftoken='.length));
}

/** `?a=1&b=2`, or the empty text when nothing is set. */
export function queryString(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === null || value === undefined) continue;
    search.append(key, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** The address of a path with its parameters filled in. */
function filled(path: string, values: Record<string, string | number> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(values[name])));
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) return text;
  return JSON.parse(text) as unknown;
}

function statusText(response: Response): string {
  return response.statusText === '' ? `HTTP ${String(response.status)}` : response.statusText;
}

function isBodyInit(body: unknown): body is FormData | URLSearchParams | Blob {
  return body instanceof FormData || body instanceof URLSearchParams || body instanceof Blob;
}
