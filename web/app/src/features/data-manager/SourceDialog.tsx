import { api } from '@goldset/api';
import { Modal, ScrollArea, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { t } from '../../messages';
import { CopyButton } from '../../shared/CopyButton';
import { ErrorState } from '../../shared/ErrorState';
import classes from './dataManager.module.css';

/** A task with everything below it, as the API gives it. */
export function SourceDialog({ task, onClose }: { task: number; onClose: () => void }) {
  const source = useQuery({
    queryKey: ['task-source', task],
    queryFn: ({ signal }) => api.get('/api/tasks/{id}/', { path: { id: task }, signal }),
    staleTime: 0,
  });
  const text = source.data === undefined ? '' : JSON.stringify(source.data, null, 2);
  return (
    <Modal
      opened
      size={760}
      title={t('data.source.title', { id: String(task) })}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {source.isError ? (
        <ErrorState error={source.error} onRetry={() => void source.refetch()} />
      ) : (
        <>
          <ScrollArea
            h={440}
            viewportProps={{ tabIndex: 0, 'aria-label': t('data.source.title', { id: String(task) }) }}
          >
            {source.isPending ? <Skeleton h={440} /> : <pre className={classes.source}>{text}</pre>}
          </ScrollArea>
          <CopyButton value={text} label={t('data.source.copy')} mt="md" disabled={source.isPending} />
        </>
      )}
    </Modal>
  );
}
