import { ApiError, NetworkError } from './ApiError';

/** Query parameters; arrays repeat the key, null and undefined are left out. */
export type Query = Record<
  string,
  string | number | boolean | null | undefined | readonly (string | number)[]
>;

export interface RequestOptions {
  query?: Query;
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

/** A JSON client of the server's API for pages signed in with the session cookie. */
export interface Client {
  get<T>(path: string, options?: RequestOptions): Promise<T>;
  post<T>(path: string, body?: unknown, options?: RequestOptions): Promise<T>;
  put<T>(path: string, body?: unknown, options?: RequestOptions): Promise<T>;
  patch<T>(path: string, body?: unknown, options?: RequestOptions): Promise<T>;
  del<T = undefined>(path: string, body?: unknown, options?: RequestOptions): Promise<T>;
  /** The response itself, its body unread: for downloads and streams. Throws like the others. */
  send(method: string, path: string, body?: unknown, options?: RequestOptions): Promise<Response>;
  /** Installs the one handler of ended sessions; returns the call that removes it. */
  onAuthExpired(handler: AuthExpiredHandler): () => void;
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export function createClient(options: ClientOptions = {}): Client {
  const baseUrl = options.baseUrl ?? '';
  let authExpired: AuthExpiredHandler | undefined;

  async function attempt(
    method: string,
    path: string,
    body: unknown,
    request: RequestOptions,
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
    request: RequestOptions = {},
  ): Promise<Response> {
    let response = await attempt(method, path, body, request);
    if (response.status === 401 && authExpired && (await authExpired())) {
      response = await attempt(method, path, body, request);
    }
    if (!response.ok) throw new ApiError(response.status, await readBody(response), statusText(response));
    return response;
  }

  async function json<T>(method: string, path: string, body?: unknown, request?: RequestOptions): Promise<T> {
    return (await readBody(await send(method, path, body, request))) as T;
  }

  return {
    get: (path, request) => json('GET', path, undefined, request),
    post: (path, body, request) => json('POST', path, body, request),
    put: (path, body, request) => json('PUT', path, body, request),
    patch: (path, body, request) => json('PATCH', path, body, request),
    del: (path, body, request) => json('DELETE', path, body, request),
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
    for (const item of Array.isArray(value) ? value : [value]) search.append(key, String(item));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
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
