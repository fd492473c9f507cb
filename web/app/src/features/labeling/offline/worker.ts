/// <reference lib="webworker" />
import {
  builtPath,
  LABELING_CACHE,
  mediaPaths,
  PAGE,
  serverPaths,
  SHELL_CACHE,
  startupReads,
} from './caches';

/**
 * The service worker: lets the application start and the task at hand show without a connection. The network always
 * comes first, except for built files, whose names change with their content. Nothing is written from here.
 */
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const { pathname } = url;
  if (startupReads.some((path) => path.test(pathname))) {
    event.respondWith(readForStart(request, url));
  } else if (serverPaths.some((path) => path.test(pathname))) {
    // Media of tasks; everything else of the server, downloads and event streams above all, goes its own way.
    if (mediaPaths.some((path) => path.test(pathname)) && request.mode !== 'navigate') {
      event.respondWith(networkElse(request, LABELING_CACHE, request.url));
    }
  } else if (request.mode === 'navigate') {
    event.respondWith(networkElse(request, SHELL_CACHE, PAGE));
  } else if (builtPath.test(pathname)) {
    event.respondWith(readBuilt(request));
  } else {
    event.respondWith(networkElse(request, SHELL_CACHE, request.url));
  }
});

async function networkElse(request: Request, cacheName: string, key: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await keptIn(cacheName, key);
    if (kept) return kept;
    throw error;
  }
}

async function readBuilt(request: Request): Promise<Response> {
  return (await keptIn(SHELL_CACHE, request.url)) ?? fetch(request);
}

/** Whatever the headers of the request: one user's browser keeps one answer. */
async function keptIn(cacheName: string, url: string): Promise<Response | undefined> {
  return caches.match(url, { cacheName, ignoreVary: true });
}

async function readForStart(request: Request, url: URL): Promise<Response> {
  const response = await networkElse(request, LABELING_CACHE, request.url);
  if (response.ok) {
    if (startupReads[0]?.test(url.pathname)) await forgetOtherUser(request, response.clone());
    const cache = await caches.open(LABELING_CACHE);
    await cache.put(request, response.clone());
  }
  return response;
}

/** Somebody else's copies must not outlive the moment another user is seen. */
async function forgetOtherUser(request: Request, answer: Response): Promise<void> {
  const before = await keptIn(LABELING_CACHE, request.url);
  const [was, is] = await Promise.all([before && idOf(before), idOf(answer)]);
  if (was !== undefined && was !== is) await caches.delete(LABELING_CACHE);
}

async function idOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { id?: unknown }).id;
}
