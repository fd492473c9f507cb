import { VisuallyHidden } from '@mantine/core';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useCallback, useState } from 'react';

import { t } from '../../messages';
import { Split, TaskEditor } from '../labeling/ExploreScreen';
import { LabelStreamScreen } from '../labeling/LabelStreamScreen';
import { rememberOrder, type StreamOrder } from '../labeling/streamOrder';
import { DataManager, type Neighbours } from './DataManager';
import classes from './dataManager.module.css';

/** The tasks of a project: the table, the table with a task beside it, or the label stream, as the address says. */
export function DataScreen() {
  const { projectId } = useParams({ from: '/projects/$projectId/data' });
  const { tab, task, annotation, region, labeling } = useSearch({ from: '/projects/$projectId/data' });
  const navigate = useNavigate({ from: '/projects/$projectId/data' });
  const [neighbours, setNeighbours] = useState<Neighbours>({ previous: undefined, next: undefined });

  const label = useCallback(
    (order: StreamOrder) => {
      rememberOrder(projectId, order);
      void navigate({ search: { labeling: 1 } });
    },
    [navigate, projectId],
  );

  if (labeling === 1) {
    return (
      <>
        <VisuallyHidden component="h1">{t('label.stream')}</VisuallyHidden>
        <LabelStreamScreen key={projectId} taskId={task} annotationId={annotation} />
        <Outlet />
      </>
    );
  }

  const open = (id: number | undefined) =>
    id === undefined
      ? undefined
      : () =>
          void navigate({
            search: (before) => ({ ...before, annotation: undefined, region: undefined, task: id }),
          });
  const manager = (
    <Suspense
      fallback={<div className={classes.manager} role="status" aria-busy aria-label={t('common.loading')} />}
    >
      <DataManager
        key={projectId}
        projectId={projectId}
        tab={typeof tab === 'number' ? tab : undefined}
        openTask={task}
        onNeighbours={setNeighbours}
        onLabel={label}
      />
    </Suspense>
  );
  return (
    <>
      <VisuallyHidden component="h1">{t('data.table')}</VisuallyHidden>
      {task === undefined ? (
        <div className={classes.screen}>{manager}</div>
      ) : (
        <Split
          list={manager}
          onClose={() => void navigate({ search: tab === undefined ? {} : { tab } })}
          onPrevious={open(neighbours.previous)}
          onNext={open(neighbours.next)}
        >
          <TaskEditor key={task} taskId={task} annotationId={annotation} regionId={region} />
        </Split>
      )}
      <Outlet />
    </>
  );
}
