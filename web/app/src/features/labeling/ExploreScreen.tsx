import { Skeleton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';

import { t } from '../../messages';
import { ErrorState } from '../../shared/ErrorState';
import { currentUserQuery } from '../../shared/queries';
import { useDelayed } from '../../shared/useDelayed';
import { useProject } from '../../shared/useProject';
import { refreshTasks } from '../data-manager/queries';
import { listCommands, listHotkey } from './hotkeys';
import { LabelPane } from './LabelPane';
import classes from './labeling.module.css';
import type { Workplace } from './OutboxProvider';
import { fetchTask } from './tasks';
import { WithWorkplace } from './WithWorkplace';

interface TaskEditorProps {
  taskId: number;
  annotationId: number | undefined;
  /** The region to select when the annotation is open. */
  regionId: string | undefined;
}

/** One task in the editor, beside the table. */
export function TaskEditor(props: TaskEditorProps) {
  return <WithWorkplace>{(workplace) => <OpenTask {...props} workplace={workplace} />}</WithWorkplace>;
}

function OpenTask({ taskId, annotationId, regionId, workplace }: TaskEditorProps & { workplace: Workplace }) {
  const project = useProject();
  const { data: user } = useSuspenseQuery(currentUserQuery);
  const navigate = useNavigate({ from: '/projects/$projectId/data' });
  const queryClient = useQueryClient();
  // Always fresh: other people label too, and what was typed here is decided against the newest state.
  const task = useQuery({
    queryKey: ['label-task', taskId],
    queryFn: ({ signal }) => fetchTask(taskId, workplace.offline, signal),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const late = useDelayed(task.isPending);
  const [opened] = useState(annotationId);
  const [region] = useState(regionId);

  if (task.isError) {
    return (
      <div className={classes.centered}>
        <ErrorState error={task.error} onRetry={() => void task.refetch()} />
      </div>
    );
  }
  if (!task.data) {
    return (
      <div className={classes.pane} role="status" aria-busy aria-label={t('label.loading')}>
        {late && <Skeleton m="lg" h={320} w="auto" />}
      </div>
    );
  }
  return (
    <LabelPane
      workplace={workplace}
      project={project}
      user={user}
      task={task.data}
      mode="explore"
      {...(opened !== undefined && { selected: { kind: 'annotation' as const, id: opened } })}
      {...(region !== undefined && { selectedRegion: region })}
      onAnswered={() => void refreshTasks(queryClient, project.id)}
      onStored={() => void queryClient.invalidateQueries({ queryKey: ['label-task', taskId] })}
      onSelect={({ annotationId: selected }) =>
        void navigate({
          search: (before) => ({ ...before, annotation: selected ?? undefined, region: undefined }),
          replace: true,
        })
      }
    />
  );
}

const WIDTH_KEY = 'goldset:data:labeling-width';
const NARROWEST = 220;
const usualWidth = 360;

interface SplitProps {
  list: ReactNode;
  children: ReactNode;
  onClose: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** The table, narrow, beside an open task. The list's keys work from anywhere but text fields. */
export function Split({ list, children, onClose, onPrevious, onNext }: SplitProps) {
  const { data: user } = useSuspenseQuery(currentUserQuery);
  const [width, setWidth] = useState(() => Number(localStorage.getItem(WIDTH_KEY)) || usualWidth);
  const widest = Math.round(window.innerWidth * 0.35);
  const shown = Math.min(Math.max(width, NARROWEST), widest);

  const keys: [string | null, (() => void) | undefined][] = [
    [listHotkey(user, listCommands.previous), onPrevious],
    [listHotkey(user, listCommands.next), onNext],
    [listHotkey(user, listCommands.close), onClose],
  ];
  useHotkeys(keys.flatMap(([key, act]) => (key !== null && act ? [[mantineKey(key), act]] : [])));

  function set(next: number) {
    const bounded = Math.min(Math.max(next, NARROWEST), widest);
    setWidth(bounded);
    localStorage.setItem(WIDTH_KEY, String(bounded));
  }

  function drag(event: PointerEvent<HTMLDivElement>) {
    event.preventDefault();
    const handle = event.currentTarget;
    const offset = shown - event.clientX;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => {
      set(moved.clientX + offset);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener(
      'lostpointercapture',
      () => {
        handle.removeEventListener('pointermove', move);
      },
      { once: true },
    );
  }

  function step(event: KeyboardEvent) {
    const change = event.key === 'ArrowLeft' ? -16 : event.key === 'ArrowRight' ? 16 : 0;
    if (change === 0 || event.shiftKey) return;
    event.preventDefault();
    set(shown + change);
  }

  return (
    <div className={classes.split}>
      <div className={classes.list} style={{ width: shown }}>
        {list}
      </div>
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={t('label.tableWidth')}
        aria-valuenow={shown}
        aria-valuemin={NARROWEST}
        aria-valuemax={widest}
        tabIndex={0}
        className={classes.divider}
        onPointerDown={drag}
        onKeyDown={step}
        onDoubleClick={() => {
          set(usualWidth);
        }}
      />
      {children}
    </div>
  );
}

/** Keys are stored with the arrows' short names. */
function mantineKey(key: string): string {
  return key.replace(
    /\b(up|down|left|right)$/u,
    (arrow) => `Arrow${arrow.charAt(0).toUpperCase()}${arrow.slice(1)}`,
  );
}
