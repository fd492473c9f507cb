import type { Job } from '@goldset/api';
import { Button, Group, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

import { reportError } from '../../app/errors/reportError';
import { t } from '../../messages';
import { useProject } from '../../shared/useProject';
import { refreshProjectData } from '../data-manager/queries';
import { hideJob } from '../jobs/hiddenJobs';
import { JobProgress } from '../jobs/JobProgress';
import { cancelJob, endOfJob, errorOf, refreshJobs } from '../jobs/requests';
import { watchedJobs } from '../jobs/watchedJobs';
import type { ImportState } from './contract';
import classes from './import.module.css';
import { ImportErrors } from './ImportErrors';
import { ImportPanel } from './ImportPanel';
import { commitImport, discardUploads } from './requests';

/** Import as a dialog over the data manager. */
export function ImportDialog() {
  const { id: projectId } = useProject();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [state, setState] = useState<ImportState>();
  const [highlight, setHighlight] = useState(false);
  const [progress, setProgress] = useState<Job>();
  const running = useRef<{ id: number; controller: AbortController }>(undefined);

  function leave() {
    void navigate({ to: '/projects/$projectId/data', params: { projectId }, search: (search) => search });
  }

  const commit = useMutation({
    mutationFn: async (uploads: ImportState) => {
      const id = await commitImport(projectId, uploads);
      const controller = new AbortController();
      running.current = { id, controller };
      watchedJobs.add(id);
      try {
        await refreshJobs(queryClient, projectId);
        const job = await endOfJob(projectId, id, { signal: controller.signal, onProgress: setProgress });
        if (job.status === 'failed') {
          hideJob(id);
          throw errorOf(job);
        }
        return job;
      } finally {
        running.current = undefined;
        setProgress(undefined);
      }
    },
    meta: { showsError: true },
    onSuccess: async (job) => {
      if (job.status === 'cancelled') {
        notifications.show({ message: t('import.cancelled') });
        return;
      }
      notifications.show({ message: t('import.done', { count: job.task_count }), color: 'good' });
      leave();
      await refreshProjectData(queryClient, projectId);
    },
  });

  const stop = useMutation({ mutationFn: (jobId: number) => cancelJob(projectId, jobId) });

  // Whoever leaves the dialog no longer waits here; the data manager shows how the import goes on.
  useEffect(
    () => () => {
      if (!running.current) return;
      watchedJobs.delete(running.current.id);
      running.current.controller.abort();
    },
    [],
  );

  function cancel() {
    if (commit.isPending) {
      if (running.current) stop.mutate(running.current.id);
      return;
    }
    discardUploads(projectId, state?.fileUploadIds ?? []).catch(reportError);
    leave();
  }

  function submit() {
    if (!state) return;
    if (state.questionOpen) setHighlight(true);
    else commit.mutate(state);
  }

  const files = state?.fileUploadIds.length ?? 0;
  return (
    <Modal
      opened
      title={t('import.title')}
      size={720}
      onClose={commit.isPending ? leave : cancel}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ImportPanel projectId={projectId} onState={setState} highlightQuestion={highlight} />
      {commit.isError && !isAbort(commit.error) && (
        <ImportErrors error={commit.error} title={t('import.refused')} />
      )}
      {progress && (
        <div className={classes.committing} role="status">
          <JobProgress job={progress} />
        </div>
      )}
      <Group justify="flex-end" gap="sm" className={classes.footer}>
        {progress && (
          <Button variant="subtle" mr="auto" onClick={leave}>
            {t('import.background')}
          </Button>
        )}
        <Button variant="default" onClick={cancel} loading={stop.isPending}>
          {t('common.cancel')}
        </Button>
        <Button
          onClick={submit}
          loading={commit.isPending}
          disabled={files === 0 || state?.uploading !== false}
        >
          {files === 0 ? t('import.nothingYet') : t('import.commit', { count: files })}
        </Button>
      </Group>
    </Modal>
  );
}

/** The dialog was left; there is nothing to tell. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
