import { useRef, useState, type JSX, type KeyboardEvent } from 'react';
import {
  IconAlertTriangle,
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconCloudOff,
  IconCopyPlus,
  IconDots,
  IconPencil,
  IconPlayerSkipForward,
  IconPlus,
  IconSparkles,
  IconStarFilled,
} from '@tabler/icons-react';
import { displayKeys } from '../commands/keys';
import { keysOf } from '../commands/registry';
import { nextTask, previousTask } from '../commands/annotationCommands';
import { activeTab, hasUnsavedChanges } from '../state/core';
import { useActions, useEditor, useEditorState, useTranslate } from '../state/context';
import type { Tab } from '../state/types';
import type { SaveState } from '../types';
import { IconButton } from './IconButton';
import { Menu } from './Menu';
import { timeAgo } from './time';

/** Which task this is, whether work is saved, and the annotations to choose from. */
export function TopBar(): JSX.Element {
  const { props } = useEditor();
  const { options } = props;
  return (
    <header className="gs-top">
      <TaskName />
      <SaveMark state={props.saveState} />
      {options.mode === 'explore' ? <Tabs /> : <span className="gs-spacer" />}
      <VersionSwitch />
    </header>
  );
}

function TaskName(): JSX.Element {
  const t = useTranslate();
  const { props } = useEditor();
  const { options, task } = props;
  const keys = (command: typeof nextTask): string => displayKeys(keysOf(command, options.hotkeys));
  const { position } = options;
  return (
    <div className="gs-task-name">
      {props.onPreviousTask !== undefined && (
        <IconButton
          icon={IconChevronLeft}
          label={t('previousTask')}
          keys={keys(previousTask)}
          disabled={options.hasPreviousTask === false}
          onClick={() => props.onPreviousTask?.()}
        />
      )}
      <h1>{position === undefined ? t('task', { id: String(task.id) }) : t('taskOf', { ...position })}</h1>
      {props.onNextTask !== undefined && (
        <IconButton
          icon={IconChevronRight}
          label={t('nextTask')}
          keys={keys(nextTask)}
          disabled={options.hasNextTask === false}
          onClick={() => props.onNextTask?.()}
        />
      )}
    </div>
  );
}

function SaveMark({ state }: { state: SaveState | undefined }): JSX.Element {
  const t = useTranslate();
  const texts = {
    saved: t('saved'),
    saving: t('saving'),
    unsaved: t('unsaved'),
    offline: t('offline'),
    error: t('saveError'),
  };
  return (
    <div className="gs-save-state" role="status" data-state={state}>
      {state === 'saved' && <IconCheck size={14} aria-hidden />}
      {state === 'unsaved' && <IconPencil size={14} aria-hidden />}
      {state === 'offline' && <IconCloudOff size={14} aria-hidden />}
      {state === 'error' && <IconAlertTriangle size={14} aria-hidden />}
      {state !== undefined && <span>{texts[state]}</span>}
    </div>
  );
}

function Tabs(): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { props } = useEditor();
  const list = useRef<HTMLDivElement>(null);
  const tabs = useEditorState((state) => state.tabs);
  const activeKey = useEditorState((state) => state.activeKey);
  const active = useEditorState(activeTab);
  const canAdd = props.options.canAddAnnotation !== false && props.options.readOnly !== true;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[tabs.findIndex(({ ref }) => ref.key === activeKey) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    actions.openTab(next.ref.key);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
  };
  return (
    <div className="gs-tabs">
      <div ref={list} role="tablist" aria-label={t('tabs')} className="gs-tab-list" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <TabButton key={tab.ref.key} tab={tab} active={tab.ref.key === activeKey} />
        ))}
      </div>
      {active.kind === 'prediction' && canAdd && (
        <button
          type="button"
          className="gs-button gs-button-small"
          onClick={() => actions.copyTab(activeKey)}
        >
          <IconCopyPlus size={14} aria-hidden />
          {t('copyPrediction')}
        </button>
      )}
      {active.kind === 'annotation' && <TabMenu tab={active} />}
      {canAdd && <IconButton icon={IconPlus} label={t('addAnnotation')} onClick={() => actions.addEmpty()} />}
    </div>
  );
}

function TabButton({ tab, active }: { tab: Tab; active: boolean }): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { props } = useEditor();
  const [now] = useState(() => Date.now());
  const { annotationId, predictionId, key } = tab.ref;
  const unsaved =
    tab.kind === 'annotation' &&
    (annotationId === null ||
      (tab.content !== null && hasUnsavedChanges(tab.content)) ||
      tab.source.draft !== undefined);
  const id = annotationId ?? predictionId;
  const name =
    tab.kind === 'prediction'
      ? t('predictionTab', { id: String(predictionId), author: tab.author })
      : annotationId === null
        ? t('newAnnotationTab', { author: tab.author })
        : t('annotationTab', { id: String(annotationId), author: tab.author });
  return (
    <button
      type="button"
      role="tab"
      id={`gs-tab-${key}`}
      aria-selected={active}
      aria-label={name}
      aria-controls="gs-work"
      tabIndex={active ? 0 : -1}
      className="gs-tab"
      data-kind={tab.kind}
      title={
        tab.createdAt === null ? name : `${name}, ${new Date(tab.createdAt).toLocaleString(props.locale)}`
      }
      onClick={() => actions.openTab(key)}
    >
      {tab.kind === 'prediction' ? (
        <IconSparkles size={14} aria-hidden />
      ) : (
        <span className="gs-avatar">{tab.initials}</span>
      )}
      <span className="gs-tab-name">
        {tab.kind === 'prediction' ? tab.author : id === null ? t('newAnnotation') : `#${id}`}
      </span>
      {tab.score !== null && <span className="gs-score">{tab.score.toFixed(2)}</span>}
      {tab.createdAt !== null && (
        <span className="gs-tab-time">{timeAgo(tab.createdAt, now, props.locale)}</span>
      )}
      {tab.groundTruth && <IconStarFilled size={13} className="gs-gold" aria-label={t('groundTruth')} />}
      {tab.skipped && <IconPlayerSkipForward size={13} className="gs-warn" aria-label={t('skippedMark')} />}
      {unsaved && <span className="gs-dot" role="img" aria-label={t('draftMark')} />}
    </button>
  );
}

function TabMenu({ tab }: { tab: Tab }): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { props } = useEditor();
  const { options } = props;
  const { key, annotationId } = tab.ref;
  const canAdd = options.canAddAnnotation !== false && options.readOnly !== true;
  return (
    <Menu
      icon={IconDots}
      label={t('annotationMenu')}
      items={[
        ...(annotationId === null
          ? []
          : [
              {
                label: t('copyId'),
                perform: () => void navigator.clipboard?.writeText(String(annotationId)),
              },
            ]),
        ...(canAdd ? [{ label: t('duplicateAnnotation'), perform: () => actions.copyTab(key) }] : []),
        ...(annotationId !== null && options.canSetGroundTruth === true
          ? [
              {
                label: tab.groundTruth ? t('unsetGroundTruth') : t('setGroundTruth'),
                perform: () => void actions.setGroundTruth(key, !tab.groundTruth),
              },
            ]
          : []),
        ...(options.canDeleteAnnotation !== false && options.readOnly !== true
          ? [
              {
                label: t('deleteAnnotation'),
                danger: true,
                perform: () =>
                  actions.openDialog({
                    kind: 'confirm',
                    question: 'delete-annotation',
                    onConfirm: () => void actions.deleteTab(key),
                  }),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Between the draft of a stored annotation and its stored version. */
function VersionSwitch(): JSX.Element | null {
  const t = useTranslate();
  const actions = useActions();
  const content = useEditorState((state) => activeTab(state).content);
  if (content === null || content.submitted === null) return null;
  return (
    <div className="gs-switch" role="group" aria-label={t('versions')}>
      {(['current', 'submitted'] as const).map((version) => (
        <button
          key={version}
          type="button"
          aria-pressed={content.showing === version}
          onClick={() => actions.show(version)}
        >
          {version === 'current' ? t('draftVersion') : t('submittedVersion')}
        </button>
      ))}
    </div>
  );
}
