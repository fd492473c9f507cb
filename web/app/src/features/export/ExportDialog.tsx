import { Modal, Skeleton, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { t } from '../../messages';
import { ErrorState } from '../../shared/ErrorState';
import { useDelayed } from '../../shared/useDelayed';
import { useProject } from '../../shared/useProject';
import { DownloadTab } from './DownloadTab';
import classes from './export.module.css';
import { formatsQuery } from './queries';
import { snapshotsQuery } from './snapshots';
import { SnapshotsTab } from './SnapshotsTab';

/** Export as a dialog over the data manager: a file at once, or snapshots that are kept. */
export function ExportDialog() {
  const project = useProject();
  const navigate = useNavigate();
  const formats = useQuery(formatsQuery(project.id));
  const snapshots = useQuery(snapshotsQuery(project.id));
  const [tab, setTab] = useState<string | null>('download');
  const showSkeleton = useDelayed(formats.isPending);

  function leave() {
    void navigate({
      to: '/projects/$projectId/data',
      params: { projectId: project.id },
      search: (search) => search,
    });
  }

  return (
    <Modal
      opened
      title={t('export.title')}
      size={1080}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      onClose={leave}
    >
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="download">{t('export.tab.download')}</Tabs.Tab>
          <Tabs.Tab
            value="snapshots"
            rightSection={
              (snapshots.data?.length ?? 0) > 0 && (
                <span className={classes.count}>{snapshots.data?.length}</span>
              )
            }
          >
            {t('export.tab.snapshots')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="download" className={classes.panel}>
          {formats.isError ? (
            <ErrorState error={formats.error} onRetry={() => void formats.refetch()} />
          ) : formats.isPending ? (
            <div className={classes.formats}>
              {Array.from({ length: 8 }, (_, index) => (
                <Skeleton key={index} h={104} visible={showSkeleton} className={classes.placeholder} />
              ))}
            </div>
          ) : (
            <DownloadTab project={project} formats={formats.data} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="snapshots" className={classes.panel}>
          <SnapshotsTab project={project} formats={formats.data ?? []} />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  );
}
