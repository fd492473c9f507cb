import type { Job } from '@goldset/api';

import { t } from '../../messages';

/** What became of a job that has not failed, in a sentence. */
export function endText(job: Job): string {
  if (job.status === 'cancelled') return t('jobs.cancelled', { title: job.title });
  if (job.kind !== 'action') return t('import.done', { count: job.task_count });
  const { result } = job;
  const detail =
    typeof result === 'object' && result !== null && 'detail' in result ? result.detail : undefined;
  return typeof detail === 'string' ? detail : t('jobs.done', { title: job.title });
}
