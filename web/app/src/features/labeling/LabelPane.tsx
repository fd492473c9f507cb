import { api, type CurrentUser, type Project } from '@goldset/api';
import {
  Editor,
  type Annotation,
  type AnnotationRef,
  type AnnotationSelector,
  type EditorOptions,
  type SaveEvent,
  type SubmitEvent,
} from '@goldset/editor';
import { useEffect, useMemo, useRef, useState } from 'react';

import { reportError } from '../../app/errors/reportError';
import { t } from '../../messages';
import { editorAnnotation, editorDraft, editorPrediction } from './editorInput';
import { editorHotkeys } from './hotkeys';
import { useInteractiveModel } from './interactive';
import classes from './labeling.module.css';
import { useOutboxSnapshot, type Workplace } from './OutboxProvider';
import { saveStateOf, type SaveState } from './outbox';
import { LabelSession, openTask, type OpenedTask } from './session';
import type { LabelTask } from './tasks';
import { WorkNotices } from './WorkNotices';

export interface LabelPaneProps {
  workplace: Workplace;
  project: Project;
  user: CurrentUser;
  task: LabelTask;
  mode: 'stream' | 'explore';
  selected?: AnnotationSelector;
  /** Id of the region to select at the start. */
  selectedRegion?: string;
  position?: { index: number; total: number };
  hasNextTask?: boolean;
  hasPreviousTask?: boolean;
  /** The arrow forward puts the open task off. */
  postpones?: boolean;
  showInstruction?: boolean;
  /** An annotation was stored, or queued to be; in a stream it is time for the next task. */
  onAnswered: (answer: { key: string; exit: boolean }) => void;
  /** An annotation that had to wait is stored now; the task is to be read again. */
  onStored?: () => void;
  /** The arrow forward. `postpone` puts the open task at the end of the queue with what was done so far. */
  onNextTask?: (postpone: () => Promise<void>) => void;
  onPreviousTask?: () => void;
  onSelect?: (annotation: AnnotationRef) => void;
}

/** The editor on one task, with everything typed kept in the browser until the server has it. */
export function LabelPane(props: LabelPaneProps) {
  const { workplace, task } = props;
  const [forced, setForced] = useState<ReadonlySet<number>>(new Set());
  const [opened, setOpened] = useState<OpenedTask>();
  const [round, setRound] = useState(0);

  useEffect(() => {
    let current = true;
    openTask(workplace.outbox, task, forced).then((result) => {
      if (current) setOpened(result);
    }, reportError);
    return () => {
      current = false;
    };
  }, [forced, round, task, workplace.outbox]);

  if (!opened)
    return <div className={classes.pane} role="status" aria-busy aria-label={t('label.loading')} />;
  return (
    <OpenedPane
      // What is shown was decided anew: the editor starts from it.
      key={`${round}:${[...forced].join()}`}
      {...props}
      opened={opened}
      onReopen={() => {
        setOpened(undefined);
        setRound(round + 1);
      }}
      onForce={(draftId) => {
        setOpened(undefined);
        setForced(new Set([...forced, draftId]));
      }}
    />
  );
}

interface OpenedPaneProps extends LabelPaneProps {
  opened: OpenedTask;
  /** Decide anew what is shown. */
  onReopen: () => void;
  /** Show this draft although it is older than its annotation. */
  onForce: (draftId: number) => void;
}

function OpenedPane({ opened, onReopen, onForce, ...props }: OpenedPaneProps) {
  const { workplace, project, user, task, mode, onAnswered, onNextTask, onStored } = props;
  const { outbox } = workplace;
  const snapshot = useOutboxSnapshot(outbox);
  const [fault, setFault] = useState<unknown>(null);
  const [session] = useState(() => new LabelSession(outbox, task, opened, setFault));
  const [current, setCurrent] = useState<AnnotationRef>();
  const lastEvents = useRef(new Map<string, SaveEvent>());
  const key = current ? session.keyOf(current) : null;
  const readOnly = !user.permissions.includes('annotations.create');
  const askModel = useInteractiveModel(project, task);

  useEffect(() => {
    const flush = () => {
      session.flush();
    };
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [session]);

  /** Queues the annotation; in a stream the next task follows at once, else the server's answer is waited for. */
  async function save(event: SaveEvent | SubmitEvent, cancelled?: boolean): Promise<Annotation | void> {
    const saved = await session.save(event, cancelled === undefined ? {} : { cancelled });
    const exit = 'exit' in event && event.exit;
    if (mode === 'stream') {
      onAnswered({ key: saved, exit });
      return;
    }
    const end = await outbox.settled(saved);
    onAnswered({ key: saved, exit });
    if (end.kind === 'refused') throw new Error(end.detail);
    if (end.kind === 'conflict') throw new Error(t('conflict.title'));
    if (end.kind === 'waiting') void outbox.arrived(saved).then(onStored);
    if (end.kind === 'waiting' || !end.work?.annotationId) return;
    return editorAnnotation(await api.get('/api/annotations/{id}/', { path: { id: end.work.annotationId } }));
  }

  async function postpone() {
    if (!current) return;
    const untouched: SaveEvent = {
      annotation: current,
      result: task.predictions.find((prediction) => prediction.id === current.parentPrediction)?.result ?? [],
      leadTime: 0,
      startedAt: new Date().toISOString(),
    };
    await session.postpone(lastEvents.current.get(current.key) ?? untouched);
  }

  const options = useMemo((): EditorOptions => {
    const can = (permission: string) => user.permissions.includes(permission);
    return {
      mode,
      readOnly,
      showSkip: project.show_skip_button,
      instruction: project.expert_instruction ?? '',
      showInstruction: props.showInstruction ?? false,
      hotkeys: editorHotkeys(user),
      prelabel: project.show_collab_predictions && !project.reveal_preannotations_interactively,
      modelVersion: project.model_version,
      enableEmptyAnnotation: project.enable_empty_annotation,
      canAddAnnotation: !readOnly,
      canDeleteAnnotation: can('annotations.delete'),
      canSetGroundTruth: can('annotations.change'),
      ...(props.selected && { selectedAnnotation: props.selected }),
      ...(props.position && { position: props.position }),
      ...(props.selectedRegion !== undefined && { selectedRegion: props.selectedRegion }),
      hasNextTask: props.hasNextTask ?? false,
      postpones: props.postpones ?? false,
      hasPreviousTask: props.hasPreviousTask ?? false,
    };
  }, [
    mode,
    project,
    props.hasNextTask,
    props.hasPreviousTask,
    props.position,
    props.postpones,
    props.selected,
    props.selectedRegion,
    props.showInstruction,
    readOnly,
    user,
  ]);

  const annotations = useMemo(() => task.annotations.map(editorAnnotation), [task]);
  const predictions = useMemo(() => task.predictions.map(editorPrediction), [task]);
  const drafts = useMemo(() => opened.drafts.map(editorDraft), [opened]);

  return (
    <div className={classes.pane}>
      <WorkNotices
        outbox={outbox}
        snapshot={snapshot}
        workKey={key}
        opened={opened}
        onReopen={onReopen}
        onForce={onForce}
      />
      <div className={classes.editor}>
        <Editor
          config={project.label_config ?? ''}
          task={task}
          annotations={annotations}
          predictions={predictions}
          drafts={drafts}
          user={{ id: user.id, email: user.email, initials: user.initials }}
          options={options}
          saveState={editorState(fault === null ? saveStateOf(snapshot, key) : 'error')}
          onChange={(event) => {
            lastEvents.current.set(event.annotation.key, event);
            session.change(event);
          }}
          onSubmit={(event) => save(event)}
          onUpdate={(event) => save(event)}
          onSkip={(event) => save(event, true)}
          onUnskip={(event) => save(event, false)}
          onDeleteAnnotation={async (annotation) => {
            await session.discard(annotation);
            if (annotation.annotationId !== null)
              await api.del('/api/annotations/{id}/', { path: { id: annotation.annotationId } });
            onAnswered({ key: session.keyOf(annotation), exit: false });
          }}
          onSetGroundTruth={async (annotation, groundTruth) => {
            const { annotationId } = annotation;
            if (annotationId === null) return;
            const changed = await api.patch('/api/annotations/{id}/', {
              path: { id: annotationId },
              body: { ground_truth: groundTruth },
            });
            await session.rebase(annotationId, changed.updated_at);
          }}
          onSelectAnnotation={(annotation) => {
            setCurrent(annotation);
            props.onSelect?.(annotation);
          }}
          linkTo={({ annotation, regionId }) => linkTo(project.id, task.id, annotation, regionId)}
          hotkeySettingsUrl="/user/account/hotkeys"
          {...(askModel && { onPrompt: askModel })}
          {...(onNextTask && {
            onNextTask: () => {
              onNextTask(postpone);
            },
          })}
          {...(props.onPreviousTask && { onPreviousTask: props.onPreviousTask })}
        />
      </div>
    </div>
  );
}

/** Address that opens an annotation, and selects a region in it. */
function linkTo(projectId: number, taskId: number, annotation: AnnotationRef, regionId?: string): string {
  const search = new URLSearchParams({ task: String(taskId) });
  if (annotation.annotationId !== null) search.set('annotation', String(annotation.annotationId));
  if (regionId !== undefined) search.set('region', JSON.stringify(regionId));
  return `${location.origin}/projects/${String(projectId)}/data?${search.toString()}`;
}

/** The editor's words for how safe the open annotation is. */
function editorState(state: SaveState): 'saved' | 'saving' | 'offline' | 'error' {
  if (state === 'conflict') return 'error';
  return state === 'signed-out' ? 'offline' : state;
}
