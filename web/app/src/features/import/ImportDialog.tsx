import { Button, Group, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { reportError } from '../../app/errors/reportError';
import { t } from '../../messages';
import { useProject } from '../../shared/useProject';
import { refreshProjectData } from '../data-manager/queries';
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

  function leave() {
    void navigate({ to: '/projects/$projectId/data', params: { projectId }, search: (search) => search });
  }

  const commit = useMutation({
    mutationFn: (uploads: ImportState) => commitImport(projectId, uploads),
    meta: { showsError: true },
    onSuccess: async (answer) => {
      notifications.show({ message: t('import.done', { count: answer.task_count }), color: 'good' });
      leave();
      await refreshProjectData(queryClient, projectId);
    },
  });

  function cancel() {
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
      onClose={cancel}
      closeOnClickOutside={false}
      closeOnEscape={!commit.isPending}
      withCloseButton={!commit.isPending}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ImportPanel projectId={projectId} onState={setState} highlightQuestion={highlight} />
      {commit.isError && <ImportErrors error={commit.error} title={t('import.refused')} />}
      <Group justify="flex-end" gap="sm" className={classes.footer}>
        {commit.isPending && (
          <Text c="dimmed" size="sm" mr="auto" role="status">
            {t('import.committing')}
          </Text>
        )}
        <Button variant="default" onClick={cancel} disabled={commit.isPending}>
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
