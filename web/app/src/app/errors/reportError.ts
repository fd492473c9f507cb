import { ApiError, NetworkError } from '@goldset/api';
import { notifications } from '@mantine/notifications';
import { t } from '../../messages';

/** A failure with more to say than fits a toast. */
export interface ErrorReport {
  title: string;
  error: unknown;
}

let current: ErrorReport | null = null;
const listeners = new Set<() => void>();

/**
 * Tells the user about a failure no screen shows by itself: a short refusal as a toast, anything with validation
 * messages, a server fault or a lost connection as a dialog.
 */
export function reportError(error: unknown, title = t('error.title')): void {
  if (error instanceof DOMException && error.name === 'AbortError') return;
  if (error instanceof ApiError && error.status < 500 && error.messages.length === 0) {
    notifications.show({ color: 'bad', title, message: error.detail, autoClose: 10_000, withBorder: true });
    return;
  }
  show(error instanceof NetworkError ? { title: t('error.notReachable'), error } : { title, error });
}

export function dismissReport(): void {
  show(null);
}

export function currentReport(): ErrorReport | null {
  return current;
}

export function subscribeToReports(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(report: ErrorReport | null): void {
  current = report;
  for (const listener of listeners) listener();
}
