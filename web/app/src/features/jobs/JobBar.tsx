import type { Job } from '@goldset/api';
import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { reportError } from '../../app/errors/reportError';
import { t } from '../../messages';
import { ImportErrors } from '../import/ImportErrors';
import { endText } from './endText';
import { hideJob, useHiddenJobs } from './hiddenJobs';
import { JobProgress } from './JobProgress';
import classes from './jobs.module.css';
import {
  activeJobsQuery,
  cancelJob,
  errorOf,
  getJob,
  jobQuery,
  recentJobsQuery,
  refreshJobs,
} from './requests';
import { watchedJobs } from './watchedJobs';

/** Failed jobs shown at once. */
const SHOWN = 3;

interface JobBarProps {
  projectId: number;
  /** The project's tasks have changed. */
  onChanged: () => void;
}

/** The imports and actions that go on in a project, whoever began them, and what became of those that have ended. */
export function JobBar({ projectId, onChanged }: JobBarProps) {
  const queryClient = useQueryClient();
  const { data: active } = useQuery(activeJobsQuery(projectId));
  const { data: recent } = useQuery(recentJobsQuery(projectId));
  const hidden = useHiddenJobs();
  const known = useRef<readonly number[]>([]);

  useEffect(() => {
    if (active === undefined) return;
    const now = active.map((job) => job.id);
    const ended = known.current.filter((id) => !now.includes(id));
    known.current = now;
    if (ended.length === 0) return;
    onChanged();
    void queryClient.invalidateQueries({ queryKey: recentJobsQuery(projectId).queryKey });
    for (const id of ended.filter((id) => !watchedJobs.has(id))) {
      getJob(projectId, id).then((job) => {
        if (job.status === 'failed') return;
        notifications.show({ message: endText(job), color: job.status === 'completed' ? 'good' : 'gray' });
      }, reportError);
    }
  }, [active, onChanged, projectId, queryClient]);

  const failed = (recent ?? []).filter(
    (job) => job.status === 'failed' && !hidden.includes(job.id) && !watchedJobs.has(job.id),
  );
  if ((active?.length ?? 0) === 0 && failed.length === 0) return null;
  return (
    <ul className={classes.bar} aria-label={t('jobs.bar')}>
      {active?.map((job) => (
        <RunningJob key={job.id} projectId={projectId} job={job} />
      ))}
      {failed.slice(0, SHOWN).map((job) => (
        <FailedJob key={job.id} projectId={projectId} job={job} />
      ))}
    </ul>
  );
}

function FailedJob({ projectId, job }: { projectId: number; job: Job }) {
  const { data = job } = useQuery(jobQuery(projectId, job.id));
  return (
    <li className={classes.failed}>
      <ImportErrors error={errorOf(data)} title={t('jobs.failed', { title: job.title })} />
      <ActionIcon
        aria-label={t('jobs.dismiss', { title: job.title })}
        onClick={() => {
          hideJob(job.id);
        }}
      >
        <IconX size={16} />
      </ActionIcon>
    </li>
  );
}

function RunningJob({ projectId, job }: { projectId: number; job: Job }) {
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelJob(projectId, job.id),
    onSuccess: () => refreshJobs(queryClient, projectId),
  });
  return (
    <li className={classes.job}>
      <span className={`gs-truncate ${classes.title}`} title={job.title}>
        {job.title}
      </span>
      <JobProgress job={job} />
      <Button
        variant="default"
        size="compact-sm"
        loading={cancel.isPending}
        aria-label={t('jobs.cancel', { title: job.title })}
        onClick={() => {
          cancel.mutate();
        }}
      >
        {t('common.cancel')}
      </Button>
    </li>
  );
}
