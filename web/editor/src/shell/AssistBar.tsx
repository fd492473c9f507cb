import type { JSX } from 'react';
import { IconCheck, IconX } from '@tabler/icons-react';
import { acceptSuggestions, rejectSuggestions } from '../commands/assistCommands';
import { displayKeys } from '../commands/keys';
import { keysOf } from '../commands/registry';
import { isSmart } from '../state/actions/assist';
import {
  useActions,
  useConfig,
  useEditable,
  useEditor,
  useEditorState,
  useTranslate,
  useView,
} from '../state/context';
import { IconButton } from './IconButton';

/** The switches of auto-annotation and what the model is at; nothing where the app has no model or the config no smart control. */
export function AssistBar(): JSX.Element | null {
  const { props } = useEditor();
  const config = useConfig();
  const editable = useEditable();
  const smart = [...config.controls.values()].some(isSmart);
  return props.onPrompt !== undefined && editable && smart ? <Switches /> : null;
}

function Switches(): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { autoAnnotation, autoAcceptSuggestions } = useEditorState((state) => state.settings);
  return (
    <>
      <span className="gs-divider" />
      <label className="gs-switch">
        <input
          type="checkbox"
          role="switch"
          checked={autoAnnotation}
          onChange={({ target }) => {
            actions.changeSettings({ autoAnnotation: target.checked });
            if (!target.checked) actions.stopAssist();
          }}
        />
        {t('autoAnnotation')}
      </label>
      {autoAnnotation && (
        <label className="gs-switch">
          <input
            type="checkbox"
            role="switch"
            checked={autoAcceptSuggestions}
            onChange={({ target }) => actions.changeSettings({ autoAcceptSuggestions: target.checked })}
          />
          {t('autoAcceptSuggestions')}
        </label>
      )}
      <Suggestions />
    </>
  );
}

/** The model at work, why it gave no answer, or how many suggestions there are. */
function Suggestions(): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { props } = useEditor();
  const { waiting, failure, suggestions } = useView((view) => view.assist);
  const keys = (command: typeof acceptSuggestions): string =>
    displayKeys(keysOf(command, props.options.hotkeys));
  return (
    <span className="gs-assist" role="status">
      {waiting && (
        <>
          <span className="gs-spinner" aria-hidden />
          {t('modelWorks')}
        </>
      )}
      {failure !== null && (
        <>
          <span className="gs-failure">{t('modelFailed', { reason: failure })}</span>
          <IconButton icon={IconX} label={t('dismiss')} size={14} onClick={actions.dismissAssistFailure} />
        </>
      )}
      {!waiting && suggestions.length > 0 && (
        <>
          {t('suggestions', { count: suggestions.length })}
          <IconButton
            icon={IconCheck}
            label={t('acceptAllSuggestions')}
            keys={keys(acceptSuggestions)}
            onClick={() => actions.acceptSuggestions()}
          />
          <IconButton
            icon={IconX}
            label={t('rejectAllSuggestions')}
            keys={keys(rejectSuggestions)}
            onClick={() => actions.rejectSuggestions()}
          />
        </>
      )}
    </span>
  );
}
