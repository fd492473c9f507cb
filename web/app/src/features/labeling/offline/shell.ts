import { clearOfflineTasks } from './OfflineTasks';
import { LABELING_CACHE, SHELL_CACHE, unversionedFiles } from './caches';

/** One built module, as the list of built files describes it. */
interface BuiltFile {
  file: string;
  css?: string[];
  assets?: string[];
}

const MANIFEST = '/assets/manifest.json';

/**
 * Installs the service worker and keeps the built application in the browser, so that it starts without a connection.
 * Where browsers offer no service workers (plain HTTP) only the application's start needs the network then.
 */
export async function installShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  await navigator.serviceWorker.register('/sw.js');
  await refreshShell();
}

/** Brings the kept files to the state of the server: adds what is new, drops what is no longer built. */
async function refreshShell(): Promise<void> {
  const response = await fetch(MANIFEST, { cache: 'no-cache' });
  if (!response.ok) return;
  const built = Object.values((await response.json()) as Record<string, BuiltFile>);
  const files = built.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]);
  const wanted = new Set(files.map((file) => `/${file}`));
  const cache = await caches.open(SHELL_CACHE);
  const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  await cache.addAll([...wanted].filter((path) => path !== '/sw.js' && !kept.has(path)));
  await cache.addAll(unversionedFiles.map((path) => new Request(path, { cache: 'no-cache' })));
  // The page names the built files, so it goes in when they are all there.
  await cache.put('/index.html', await pageOf());
  const current = new Set([...wanted, ...unversionedFiles, '/index.html']);
  for (const path of kept) if (!current.has(path)) await cache.delete(path);
}

async function pageOf(): Promise<Response> {
  const response = await fetch('/', { cache: 'no-cache', headers: { Accept: 'text/html' } });
  if (!response.ok || response.redirected)
    throw new Error(`The application's page answered ${response.status}.`);
  return response;
}

/** Keeps the files a task shows, as far as this server serves them and they are not huge; drops those of other tasks. */
export async function keepMedia(addresses: readonly string[]): Promise<void> {
  if (!('caches' in globalThis)) return;
  const cache = await caches.open(LABELING_CACHE);
  const wanted = new Set(addresses.map((address) => new URL(address, location.href).href));
  for (const { url } of await cache.keys()) {
    if (!wanted.has(url) && !new URL(url).pathname.startsWith('/api/')) await cache.delete(url);
  }
  for (const url of wanted) {
    if (new URL(url).origin !== location.origin || (await cache.match(url))) continue;
    const abort = new AbortController();
    const response = await fetch(url, { signal: abort.signal });
    const size = Number(response.headers.get('Content-Length') ?? Infinity);
    if (response.status === 200 && !response.redirected && size <= LARGEST_MEDIA)
      await cache.put(url, response);
    else abort.abort();
  }
}

/** Bytes. */
const LARGEST_MEDIA = 32 * 1024 * 1024;

/** The addresses in a task's data that the browser loads. */
export function mediaOf(data: unknown): string[] {
  if (typeof data === 'string') return /^(\/[^/]|https?:\/\/)\S*$/u.test(data) ? [data] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap(mediaOf);
}

/** Deletes everything kept for labeling without a connection, except work that is not sent yet. */
export async function forgetLabeling(): Promise<void> {
  await clearOfflineTasks();
  if ('caches' in globalThis) await caches.delete(LABELING_CACHE);
}
