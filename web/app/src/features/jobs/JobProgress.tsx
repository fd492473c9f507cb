import type { Job } from '@goldset/api';
import { Progress, Text } from '@mantine/core';

import { t } from '../../messages';
import { formatNumber } from '../../shared/formatNumber';
import classes from './jobs.module.css';

/** How far a job is. */
export function JobProgress({ job }: { job: Job }) {
  const waits = job.status === 'created';
  const isKnown = job.total !== null && job.total > 0;
  const share = isKnown ? Math.min(100, (job.done / (job.total ?? 1)) * 100) : 100;
  return (
    <>
      <Progress
        className={classes.progress}
        value={waits ? 0 : share}
        animated={!waits && !isKnown}
        striped={!waits && !isKnown}
        transitionDuration={300}
        aria-label={t('jobs.progress', { title: job.title })}
      />
      <Text c="dimmed" size="sm" className={classes.count}>
        {waits ? t('jobs.waits') : countText(job, isKnown)}
      </Text>
    </>
  );
}

function countText(job: Job, isKnown: boolean): string {
  if (job.kind === 'action' && isKnown)
    return t('jobs.tasksOf', { done: formatNumber(job.done), total: formatNumber(job.total) });
  return t('jobs.tasks', { count: job.task_count });
}
