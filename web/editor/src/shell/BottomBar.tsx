import type { JSX } from 'react';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronUp,
  IconCommand,
  IconInfoCircle,
  IconKeyboard,
  IconRestore,
  IconSettings,
  IconStar,
  IconStarFilled,
} from '@tabler/icons-react';
import { redo, reset, skip as skipCommand, submit, undo } from '../commands/annotationCommands';
import type { Command } from '../commands/command';
import { displayKeys } from '../commands/keys';
import { keysOf } from '../commands/registry';
import { showInstructions, showPalette, showSettings, showShortcuts } from '../commands/viewCommands';
import type { MessageKey } from '../messages';
import { canSkip, saveObstacle, type SaveObstacle } from '../state/actions/saving';
import { activeTab } from '../state/core';
import { useActions, useEditor, useEditorState, useTranslate } from '../state/context';
import { AssistBar } from './AssistBar';
import { IconButton, type IconButtonProps } from './IconButton';
import { Menu } from './Menu';

/** Undo and the like on the left, saving on the right. */
export function BottomBar(): JSX.Element {
  const t = useTranslate();
  const { props } = useEditor();
  const { options } = props;
  const failure = useEditorState((state) => state.failure);
  return (
    <footer className="gs-bottom">
      <CommandButton command={undo} icon={IconArrowBackUp} />
      <CommandButton command={redo} icon={IconArrowForwardUp} />
      <CommandButton command={reset} icon={IconRestore} />
      <span className="gs-divider" />
      {options.instruction?.trim() && (
        <>
          <CommandButton command={showInstructions} icon={IconInfoCircle} />
          <span className="gs-divider" />
        </>
      )}
      <CommandButton command={showSettings} icon={IconSettings} />
      <CommandButton command={showShortcuts} icon={IconKeyboard} />
      <CommandButton command={showPalette} icon={IconCommand} />
      <GroundTruthButton />
      <AssistBar />
      <span className="gs-spacer" />
      {failure !== null && (
        <span className="gs-failure" role="alert">
          {t('saveFailed', { reason: failure })}
        </span>
      )}
      <SaveButtons />
    </footer>
  );
}

function CommandButton({ command, icon }: { command: Command; icon: IconButtonProps['icon'] }): JSX.Element {
  const t = useTranslate();
  const { core, actions, props } = useEditor();
  const context = { core, actions, root: null };
  const available = useEditorState(() => command.available?.(context) !== false);
  return (
    <IconButton
      icon={icon}
      size={18}
      label={t(command.label)}
      keys={displayKeys(keysOf(command, props.options.hotkeys))}
      disabled={!available}
      onClick={() => command.perform(context)}
    />
  );
}

/** The star of an annotation others are measured by. */
function GroundTruthButton(): JSX.Element | null {
  const t = useTranslate();
  const actions = useActions();
  const { props } = useEditor();
  const tab = useEditorState(activeTab);
  const { mode, canSetGroundTruth } = props.options;
  if (mode !== 'explore' || canSetGroundTruth !== true || tab.ref.annotationId === null) return null;
  const { groundTruth } = tab;
  return (
    <>
      <span className="gs-divider" />
      <IconButton
        icon={groundTruth ? IconStarFilled : IconStar}
        size={18}
        className={groundTruth ? 'gs-gold' : ''}
        label={groundTruth ? t('unsetGroundTruth') : t('setGroundTruth')}
        aria-pressed={groundTruth}
        onClick={() => void actions.setGroundTruth(tab.ref.key, !groundTruth)}
      />
    </>
  );
}

const obstacles: Readonly<Partial<Record<SaveObstacle, MessageKey>>> = {
  'no-changes': 'noChanges',
  empty: 'emptyDenied',
  config: 'configDenied',
};

function SaveButtons(): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { core, props } = useEditor();
  const { options } = props;
  const tab = useEditorState(activeTab);
  const busy = useEditorState((state) => state.busy);
  const obstacle = useEditorState(() => saveObstacle(core));
  const skippable = useEditorState(() => canSkip(core));
  const showKeys = useEditorState((state) => state.settings.showHotkeys);
  const keys = (command: Command): JSX.Element | null => {
    const written = displayKeys(keysOf(command, options.hotkeys));
    return showKeys && written !== '' ? <kbd>{written}</kbd> : null;
  };

  if (options.mode === 'preview') return <span className="gs-muted">{t('previewMode')}</span>;
  if (options.readOnly === true) return <span className="gs-muted">{t('readOnlyMode')}</span>;
  if (tab.kind === 'prediction') return <span className="gs-muted">{t('predictionMode')}</span>;
  if (tab.content?.showing === 'submitted') return <span className="gs-muted">{t('submittedMode')}</span>;
  if (tab.skipped) {
    return (
      <>
        <span className="gs-warn">{t('wasSkipped')}</span>
        <button type="button" className="gs-button" disabled={busy} onClick={() => void actions.unskip()}>
          {t('cancelSkip')}
        </button>
      </>
    );
  }
  const stored = tab.ref.annotationId !== null || tab.awaitingId;
  const reason = obstacle === null ? undefined : obstacles[obstacle];
  const forbidden = props.task.allow_skip === false;
  return (
    <>
      {options.showSkip !== false && (
        <button
          type="button"
          className="gs-button"
          disabled={!skippable}
          title={forbidden ? t('cannotSkip') : undefined}
          onClick={() => void actions.skip()}
        >
          {t('skip')}
          {keys(skipCommand)}
        </button>
      )}
      {options.showSubmit !== false && (
        <div className="gs-split">
          <button
            type="button"
            className="gs-button gs-button-primary"
            disabled={obstacle !== null}
            title={reason === undefined ? undefined : t(reason)}
            onClick={() => void actions.save()}
          >
            {stored ? t('update') : t('submit')}
            {keys(submit)}
          </button>
          {options.mode === 'stream' && (
            <Menu
              up
              icon={IconChevronUp}
              label={t('moreSaving')}
              className="gs-button-primary"
              disabled={obstacle !== null}
              items={[
                {
                  label: stored ? t('updateAndExit') : t('submitAndExit'),
                  perform: () => void actions.save(true),
                },
              ]}
            />
          )}
        </div>
      )}
    </>
  );
}
