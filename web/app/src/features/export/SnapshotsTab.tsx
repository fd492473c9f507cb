import { api, type ExportFormat, type Project, type Snapshot } from '@goldset/api';
import { Button, Skeleton } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { t } from '../../messages';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorState } from '../../shared/ErrorState';
import { useDelayed } from '../../shared/useDelayed';
import classes from './export.module.css';
import { NewSnapshot } from './NewSnapshot';
import { SnapshotRow } from './SnapshotRow';
import { snapshotRequest, snapshotsQuery, type SnapshotChoices } from './snapshots';

/** Rows shown at first, and with each step further. */
const STEP = 20;

interface SnapshotsTabProps {
  project: Project;
  formats: readonly ExportFormat[];
}

/** The snapshots of a project, and a form to create one. */
export function SnapshotsTab({ project, formats }: SnapshotsTabProps) {
  const queryClient = useQueryClient();
  const { queryKey } = snapshotsQuery(project.id);
  const [shown, setShown] = useState(STEP);
  const [deleting, setDeleting] = useState<Snapshot>();
  const refresh = () => queryClient.invalidateQueries({ queryKey, exact: true });

  const create = useMutation({
    mutationFn: (choices: SnapshotChoices) =>
      api.post('/api/projects/{id}/exports/', { path: { id: project.id }, body: snapshotRequest(choices) }),
    meta: { showsError: true },
    onSettled: refresh,
  });
  const convert = useMutation({
    mutationFn: ({ snapshot, format }: { snapshot: Snapshot; format: string }) =>
      api.post('/api/projects/{id}/exports/{exportPk}/convert', {
        path: { id: project.id, exportPk: snapshot.id },
        body: { export_type: format },
      }),
    onSettled: refresh,
  });
  // The server answers an order when it is carried out; the list shows before how far it is.
  const snapshots = useQuery(snapshotsQuery(project.id, create.isPending || convert.isPending));
  const showSkeleton = useDelayed(snapshots.isPending);
  const rest = (snapshots.data?.length ?? 0) - shown;

  return (
    <div className={classes.columns}>
      <div className={classes.scroll}>
        {snapshots.isError ? (
          <ErrorState error={snapshots.error} onRetry={() => void snapshots.refetch()} />
        ) : snapshots.isPending ? (
          <div className={classes.snapshots}>
            {Array.from({ length: 4 }, (_, index) => (
              <Skeleton key={index} h={72} visible={showSkeleton} className={classes.placeholder} />
            ))}
          </div>
        ) : snapshots.data.length === 0 ? (
          <EmptyState icon={<IconCamera size={32} />} title={t('snapshots.empty.title')}>
            {t('snapshots.empty.text')}
          </EmptyState>
        ) : (
          <>
            <ul className={classes.snapshots} aria-label={t('snapshots.list')}>
              {snapshots.data.slice(0, shown).map((snapshot) => (
                <SnapshotRow
                  key={snapshot.id}
                  project={project}
                  snapshot={snapshot}
                  formats={formats}
                  onConvert={(format) => {
                    convert.mutate({ snapshot, format });
                  }}
                  onDelete={() => {
                    setDeleting(snapshot);
                  }}
                />
              ))}
            </ul>
            {rest > 0 && (
              <Button
                variant="subtle"
                mt="sm"
                onClick={() => {
                  setShown(shown + STEP);
                }}
              >
                {t('snapshots.more', { count: Math.min(STEP, rest) })}
              </Button>
            )}
          </>
        )}
      </div>
      <NewSnapshot project={project} create={create} />
      {deleting && (
        <ConfirmDialog
          title={t('snapshots.delete.title')}
          confirm={t('snapshots.delete.confirm')}
          danger
          onConfirm={async () => {
            const path = { id: project.id, exportPk: deleting.id };
            await api.del('/api/projects/{id}/exports/{exportPk}', { path });
            await refresh();
          }}
          onClose={() => {
            setDeleting(undefined);
          }}
        >
          {t('snapshots.delete.text', { title: deleting.title })}
        </ConfirmDialog>
      )}
    </div>
  );
}
