import { clearOfflineTasks } from './OfflineTasks';
import { builtPath, LABELING_CACHE, PAGE, SHELL_CACHE } from './caches';

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
  const [manifest, page] = await Promise.all([
    fetch(MANIFEST, { cache: 'no-cache' }),
    fetch('/', { cache: 'no-cache', headers: { Accept: 'text/html' } }),
  ]);
  // Redirected: to the sign-in page. Nothing to keep then.
  if (!manifest.ok || !page.ok || page.redirected) return;
  const built = Object.values((await manifest.json()) as Record<string, BuiltFile>);
  const html = await page.text();
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/gu)].map((match) => match[1] as string);
  const files = built.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]);
  const wanted = new Set([...files.map((file) => `/${file}`), ...named]);

  const cache = await caches.open(SHELL_CACHE);
  const kept = (await cache.keys()).map((request) => new URL(request.url).pathname);
  // The names of built files change with their content; others are read anew.
  await cache.addAll([...wanted].filter((path) => !kept.includes(path) || !builtPath.test(path)));
  // The page names the files, so it goes in when they are all there.
  await cache.put(PAGE, new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }));
  for (const path of kept) if (path !== PAGE && !wanted.has(path)) await cache.delete(path);
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
