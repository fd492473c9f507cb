import type { AnnotationSelector } from '@goldset/editor';
import { Button, Group } from '@mantine/core';
import { IconChecks, IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';

import { reportError } from '../../app/errors/reportError';
import { t } from '../../messages';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorState } from '../../shared/ErrorState';
import { LinkButton } from '../../shared/LinkButton';
import { currentUserQuery } from '../../shared/queries';
import { useProject } from '../../shared/useProject';
import { refreshTasks } from '../data-manager/queries';
import { LabelPane } from './LabelPane';
import { LabelStream } from './LabelStream';
import classes from './labeling.module.css';
import { keepMedia, mediaOf } from './offline/shell';
import { waitingToBeSent } from './outbox';
import type { Workplace } from './OutboxProvider';
import { forgetOrder, rememberedOrder } from './streamOrder';
import { fetchHistory, fetchNextTask, fetchTask, forStream, type LabelTask } from './tasks';
import { WithWorkplace } from './WithWorkplace';

interface LabelStreamScreenProps {
  /** The task and annotation of the address. */
  taskId: number | undefined;
  annotationId: number | undefined;
}

/** Which annotation to open: the one asked for, or the own one of a task that was answered already. */
function selectedOf(task: LabelTask, asked: number | undefined): { selected?: AnnotationSelector } {
  const unfinished = task.drafts.some((draft) => draft.annotation === null);
  const id =
    asked ??
    (unfinished ? undefined : task.annotations.map((annotation) => annotation.id).sort((a, b) => b - a)[0]);
  return id === undefined ? {} : { selected: { kind: 'annotation', id } };
}

/** Labeling one task after the other, over the whole width. */
export function LabelStreamScreen(props: LabelStreamScreenProps) {
  return (
    <section className={classes.screen} aria-label={t('label.stream')}>
      <WithWorkplace>{(workplace) => <Stream {...props} workplace={workplace} />}</WithWorkplace>
    </section>
  );
}

function Stream({ taskId, annotationId, workplace }: LabelStreamScreenProps & { workplace: Workplace }) {
  const project = useProject();
  const { data: user } = useSuspenseQuery(currentUserQuery);
  const navigate = useNavigate({ from: '/projects/$projectId/data' });
  const queryClient = useQueryClient();
  const [answered, setAnswered] = useState(0);
  /** Where the queue stood when the screen opened: answers are counted from there. */
  const [start] = useState({ done: project.queue_done, total: project.queue_total });
  const [stream] = useState(() => {
    const { outbox, offline } = workplace;
    const order = rememberedOrder(project.id);
    return new LabelStream({
      projectId: project.id,
      name: JSON.stringify(order),
      offline,
      source: {
        next: async (except) => {
          const task = await fetchNextTask(project.id, order, except);
          return task && forStream(task, project, user.id);
        },
        task: async (id) => forStream(await fetchTask(id, offline), project, user.id),
        history: () => fetchHistory(project.id),
        answered: () => waitingToBeSent(outbox.getSnapshot(), project.id).map((entry) => entry.taskId),
      },
      onTask: (task) =>
        void navigate({ search: { labeling: 1, ...(task !== undefined && { task }) }, replace: true }),
      onKept: (tasks) => {
        // Pictures that can't be kept are shown as far as the browser's own cache goes.
        keepMedia(tasks.flatMap((task) => mediaOf(task.data))).catch(() => undefined);
      },
    });
  });
  const { state, previous, following } = useSyncExternalStore(stream.subscribe, stream.getSnapshot);

  useEffect(() => {
    stream.open(taskId).catch(reportError);
  }, [stream, taskId]);
  useEffect(
    () => () => {
      stream.close();
      forgetOrder(project.id);
      void refreshTasks(queryClient, project.id);
    },
    [project.id, queryClient, stream],
  );

  const isOffline = state.kind === 'offline';
  useEffect(() => {
    if (!isOffline) return;
    const again = () => void stream.retry();
    addEventListener('online', again);
    return () => {
      removeEventListener('online', again);
    };
  }, [isOffline, stream]);

  const goTo = (visit: { taskId: number; annotationId: number | null }) =>
    void navigate({
      search: {
        labeling: 1,
        task: visit.taskId,
        ...(visit.annotationId !== null && { annotation: visit.annotationId }),
      },
    });
  const leave = () => void navigate({ search: {} });
  const back = previous && (
    <Button
      variant="default"
      onClick={() => {
        goTo(previous);
      }}
    >
      {t('label.noMore.back')}
    </Button>
  );

  switch (state.kind) {
    case 'loading':
      return <div className={classes.pane} role="status" aria-busy aria-label={t('label.loading')} />;
    case 'done':
      return (
        <div className={classes.centered}>
          <EmptyState
            icon={<IconChecks size={32} />}
            title={t('label.noMore')}
            action={
              <Group gap="sm">
                <LinkButton to="/projects/$projectId/data" params={{ projectId: project.id }} search={{}}>
                  {t('label.noMore.toData')}
                </LinkButton>
                {back}
              </Group>
            }
          >
            {t('label.noMore.text')}
          </EmptyState>
        </div>
      );
    case 'offline':
      return (
        <div className={classes.centered}>
          <EmptyState
            icon={<IconPlugConnectedX size={32} />}
            title={t('label.offline')}
            action={
              <Group gap="sm">
                <Button onClick={() => void stream.retry()}>{t('label.offline.retry')}</Button>
                {back}
              </Group>
            }
          >
            {t('label.offline.text')}
          </EmptyState>
        </div>
      );
    case 'error':
      return (
        <div className={classes.centered}>
          <ErrorState error={state.error} onRetry={() => void stream.retry()} />
        </div>
      );
    case 'task':
      return (
        <LabelPane
          key={`${state.task.id}:${annotationId ?? ''}`}
          workplace={workplace}
          project={project}
          user={user}
          task={state.task}
          mode="stream"
          {...selectedOf(state.task, annotationId)}
          {...(start.total > 0 && {
            position: { index: Math.min(start.total, start.done + answered + 1), total: start.total },
          })}
          hasPreviousTask={previous !== undefined}
          postpones={following === undefined}
          hasNextTask={following !== undefined || state.task.allow_skip !== false}
          showInstruction={project.show_instruction && answered === 0}
          onAnswered={({ exit }) => {
            setAnswered(answered + 1);
            if (exit) leave();
            else stream.advance().catch(reportError);
          }}
          onNextTask={(postpone) => {
            if (following) goTo(following);
            else postpone().then(() => stream.advance(), reportError);
          }}
          {...(previous && {
            onPreviousTask: () => {
              goTo(previous);
            },
          })}
        />
      );
  }
}
