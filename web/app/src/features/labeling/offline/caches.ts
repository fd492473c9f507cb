/** Names of the caches the page and its service worker share. */
export const SHELL_CACHE = 'goldset-shell';
/** What labeling reads: a few answers of the API and the pictures of the tasks at hand. One user's only. */
export const LABELING_CACHE = 'goldset-labeling';

/** Reads that the application needs to start; the service worker keeps the last answer of each. */
export const startupReads: readonly RegExp[] = [
  /^\/api\/current-user\/whoami\/?$/u,
  /^\/api\/version\/?$/u,
  /^\/api\/projects\/\d+\/?$/u,
];

/** Paths the server answers itself; everything else is a screen of the application. */
export const serverPaths: readonly RegExp[] = [
  /^\/api(\/|$)/u,
  /^\/data\//u,
  /^\/tasks\/\d+\/resolve/u,
  /^\/user\/(login|signup)/u,
  /^\/(logout|docs|static|health|metrics|version|sw\.js)(\/|$)/u,
];

/** Files of the application that keep their name when their content changes. */
export const unversionedFiles: readonly string[] = ['/color-scheme.js'];
