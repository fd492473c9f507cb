import { useEffect, useRef, useState, type JSX, type KeyboardEvent, type RefObject } from 'react';
import {
  IconAlertTriangle,
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconCloudOff,
  IconColumns3,
  IconCopyPlus,
  IconDots,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { displayKeys } from '../commands/keys';
import { keysOf } from '../commands/registry';
import { nextTask, previousTask } from '../commands/annotationCommands';
import { compareAll } from '../commands/viewCommands';
import { canCompare } from '../state/actions/tabs';
import { activeTab } from '../state/core';
import { useActions, useEditor, useEditorState, useTranslate } from '../state/context';
import type { Tab } from '../state/types';
import type { SaveState } from '../types';
import { IconButton } from './IconButton';
import { Menu } from './Menu';
import { TabFace } from './TabFace';
import { tabName } from './tabName';

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
          label={
            options.postpones === true && options.hasNextTask !== false ? t('postponeTask') : t('nextTask')
          }
          title={
            options.hasNextTask === false
              ? t(options.mode === 'stream' && task.allow_skip === false ? 'submitFirst' : 'noNextTask')
              : undefined
          }
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
  const { core, props } = useEditor();
  const list = useRef<HTMLDivElement>(null);
  const tabs = useEditorState((state) => state.tabs);
  const activeKey = useEditorState((state) => state.activeKey);
  const active = useEditorState(activeTab);
  const comparing = useEditorState((state) => state.comparing);
  const comparable = useEditorState(() => canCompare(core));
  const canAdd = props.options.canAddAnnotation !== false && props.options.readOnly !== true;
  const overflow = useOverflow(list, tabs.length);
  const scroll = (step: 1 | -1): void => {
    const element = list.current;
    element?.scrollBy({ left: step * element.clientWidth * 0.8 });
  };
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
      {overflow !== null && (
        <IconButton
          icon={IconChevronLeft}
          size={14}
          label={t('scrollTabsBack')}
          disabled={!overflow.before}
          onClick={() => scroll(-1)}
        />
      )}
      <div ref={list} role="tablist" aria-label={t('tabs')} className="gs-tab-list" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <TabButton key={tab.ref.key} tab={tab} active={!comparing && tab.ref.key === activeKey} />
        ))}
      </div>
      {overflow !== null && (
        <IconButton
          icon={IconChevronRight}
          size={14}
          label={t('scrollTabsOn')}
          disabled={!overflow.after}
          onClick={() => scroll(1)}
        />
      )}
      {!comparing && active.kind === 'prediction' && canAdd && (
        <button
          type="button"
          className="gs-button gs-button-small"
          onClick={() => actions.copyTab(activeKey)}
        >
          <IconCopyPlus size={14} aria-hidden />
          {t('copyPrediction')}
        </button>
      )}
      {!comparing && active.kind === 'annotation' && <TabMenu tab={active} />}
      {(comparable || comparing) && (
        <IconButton
          icon={IconColumns3}
          label={t('compareAll')}
          keys={displayKeys(keysOf(compareAll, props.options.hotkeys))}
          aria-pressed={comparing}
          onClick={() => actions.compare(!comparing)}
        />
      )}
      {canAdd && <IconButton icon={IconPlus} label={t('addAnnotation')} onClick={() => actions.addEmpty()} />}
    </div>
  );
}

function TabButton({ tab, active }: { tab: Tab; active: boolean }): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { props } = useEditor();
  const { key } = tab.ref;
  const name = tabName(tab, t);
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
      <TabFace tab={tab} />
    </button>
  );
}

function TabMenu({ tab }: { tab: Tab }): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { core, props } = useEditor();
  const { options, linkTo } = props;
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
              ...(linkTo === undefined
                ? []
                : [
                    {
                      label: t('copyAnnotationLink'),
                      perform: () => void navigator.clipboard?.writeText(linkTo({ annotation: tab.ref })),
                    },
                  ]),
            ]),
        ...(canCompare(core) ? [{ label: t('showOthers'), perform: () => actions.compare(true) }] : []),
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

/** Whether a row has more than it can show, before and after what is in sight; null when all of it is. */
function useOverflow(
  row: RefObject<HTMLElement | null>,
  count: number,
): { before: boolean; after: boolean } | null {
  const [overflow, setOverflow] = useState<{ before: boolean; after: boolean } | null>(null);
  useEffect(() => {
    const element = row.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const look = (): void => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      const before = scrollLeft > 1;
      const after = scrollLeft + clientWidth < scrollWidth - 1;
      setOverflow((known) => {
        if (!before && !after) return null;
        return known?.before === before && known.after === after ? known : { before, after };
      });
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    element.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [row, count]);
  return overflow;
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
