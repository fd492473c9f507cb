/// <reference lib="webworker" />
import { LABELING_CACHE, serverPaths, SHELL_CACHE, startupReads, unversionedFiles } from './caches';

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
  if (request.mode === 'navigate') {
    if (!serverPaths.some((path) => path.test(url.pathname)))
      event.respondWith(fetchOrKept(request, '/index.html'));
  } else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(readBuilt(request));
  } else if (unversionedFiles.includes(url.pathname)) {
    event.respondWith(fetchOrKept(request, url.pathname));
  } else if (startupReads.some((path) => path.test(url.pathname))) {
    event.respondWith(readForStart(request, url));
  } else if (serverPaths.some((path) => path.test(url.pathname))) {
    event.respondWith(readKept(request));
  }
});

/** The server's answer, or what is kept of the application under this path. */
async function fetchOrKept(request: Request, path: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(path, { cacheName: SHELL_CACHE });
    if (kept) return kept;
    throw error;
  }
}

async function readBuilt(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: SHELL_CACHE })) ?? fetch(request);
}

async function readForStart(request: Request, url: URL): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { cacheName: LABELING_CACHE });
    if (kept) return kept;
    throw error;
  }
  if (response.ok) {
    if (startupReads[0]?.test(url.pathname)) await forgetOtherUser(request, response.clone());
    const cache = await caches.open(LABELING_CACHE);
    await cache.put(request, response.clone());
  }
  return response;
}

/** Somebody else's copies must not outlive the moment another user is seen. */
async function forgetOtherUser(request: Request, answer: Response): Promise<void> {
  const before = await caches.match(request, { cacheName: LABELING_CACHE });
  const [was, is] = await Promise.all([before && idOf(before), idOf(answer)]);
  if (was !== undefined && was !== is) await caches.delete(LABELING_CACHE);
}

async function idOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { id?: unknown }).id;
}

async function readKept(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request.url, { cacheName: LABELING_CACHE });
    if (kept) return kept;
    throw error;
  }
}
