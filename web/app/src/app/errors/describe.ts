import { ApiError, NetworkError } from '@goldset/api';
import { t } from '../../messages';

/** What to tell a person about a failure, in one line. */
export function describe(error: unknown): string {
  if (error instanceof NetworkError) return t('error.notReachable.detail');
  if (error instanceof ApiError) return error.messages.length > 0 ? error.messages.join('\n') : error.detail;
  return error instanceof Error ? error.message : String(error);
}
