/** Names of the caches the page and its service worker share. */
export const SHELL_CACHE = 'goldset-shell';
/** Where the shell's cache keeps the page of every screen. */
export const PAGE = '/index.html';
/** Built files: their names hold a hash of their content. */
export const builtPath = /^\/assets\/.*-[\w-]{8}\.\w+$/u;
/** What labeling reads: a few answers of the API and the pictures of the tasks at hand. One user's only. */
export const LABELING_CACHE = 'goldset-labeling';

/** Reads that the application needs to start; the service worker keeps the last answer of each. */
export const startupReads: readonly RegExp[] = [
  /^\/api\/current-user\/whoami\/?$/u,
  /^\/api\/version\/?$/u,
  /^\/api\/projects\/\d+\/?$/u,
];

/** Where the server keeps what tasks show. */
export const mediaPaths: readonly RegExp[] = [/^\/data\//u, /^\/tasks\/\d+\/resolve/u];

/** Paths the server answers itself; everything else is a screen of the application. */
export const serverPaths: readonly RegExp[] = [
  /^\/api(\/|$)/u,
  ...mediaPaths,
  /^\/user\/(login|signup)/u,
  /^\/(logout|docs|static|health|metrics|version|sw\.js)(\/|$)/u,
];
