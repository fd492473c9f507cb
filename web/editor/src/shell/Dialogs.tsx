import type { JSX } from 'react';
import { useActions, useEditor, useEditorState, useTranslate } from '../state/context';
import type { Settings } from '../state/settings';
import { say, type MessageKey, type Wording } from '../messages';
import { sanitizeHtml } from '../tags/html';
import { Dialog } from './Dialog';
import { ShortcutsDialog } from './ShortcutsDialog';

/** The dialog that is open, if any. */
export function Dialogs(): JSX.Element | null {
  const dialog = useEditorState((state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'message':
      return <MessageDialog text={dialog.text} />;
    case 'confirm':
      return <ConfirmDialog question={dialog.question} onConfirm={dialog.onConfirm} />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'instructions':
      return <InstructionsDialog />;
  }
}

function MessageDialog({ text }: { text: Wording }): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  return (
    <Dialog
      title={t('messageTitle')}
      onClose={actions.closeDialog}
      actions={
        <button
          type="button"
          className="gs-button gs-button-primary"
          data-autofocus
          onClick={actions.closeDialog}
        >
          {t('ok')}
        </button>
      }
    >
      <p className="gs-message">{say(t, text)}</p>
    </Dialog>
  );
}

const questions = {
  'delete-all': { title: 'deleteAllTitle', text: 'deleteAllText' },
  'delete-annotation': { title: 'deleteAnnotationTitle', text: 'deleteAnnotationText' },
} as const satisfies Record<string, Record<'title' | 'text', MessageKey>>;

function ConfirmDialog({
  question,
  onConfirm,
}: {
  question: keyof typeof questions;
  onConfirm: () => void;
}): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { title, text } = questions[question];
  return (
    <Dialog
      title={t(title)}
      onClose={actions.closeDialog}
      actions={
        <>
          <button type="button" className="gs-button" onClick={actions.closeDialog}>
            {t('cancel')}
          </button>
          <button
            type="button"
            className="gs-button gs-button-danger"
            data-autofocus
            onClick={() => {
              actions.closeDialog();
              onConfirm();
            }}
          >
            {t('delete')}
          </button>
        </>
      }
    >
      <p className="gs-message">{t(text)}</p>
    </Dialog>
  );
}

function InstructionsDialog(): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { props } = useEditor();
  return (
    <Dialog title={t('instructionsTitle')} onClose={actions.closeDialog} wide>
      <div
        className="gs-prose gs-html"
        dangerouslySetInnerHTML={{ __html: sanitizeHtml(props.options.instruction ?? '') }}
      />
    </Dialog>
  );
}

type Flag = { [Key in keyof Settings]: Settings[Key] extends boolean ? Key : never }[keyof Settings];

const flags: readonly { setting: Flag; label: MessageKey }[] = [
  { setting: 'hotkeysEnabled', label: 'settingHotkeys' },
  { setting: 'showHotkeys', label: 'settingShowHotkeys' },
  { setting: 'showLabels', label: 'settingShowLabels' },
  { setting: 'keepLabelSelected', label: 'settingKeepLabel' },
  { setting: 'selectAfterCreating', label: 'settingSelectAfter' },
  { setting: 'showLineNumbers', label: 'settingLineNumbers' },
  { setting: 'smoothPixels', label: 'settingSmoothPixels' },
  { setting: 'invertZoom', label: 'settingInvertZoom' },
];

function SettingsDialog(): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const settings = useEditorState((state) => state.settings);
  return (
    <Dialog title={t('settings')} onClose={actions.closeDialog}>
      <div className="gs-settings">
        {flags.map(({ setting, label }) => (
          <label key={setting} className="gs-choice">
            <input
              type="checkbox"
              checked={settings[setting]}
              onChange={(event) => actions.changeSettings({ [setting]: event.target.checked })}
            />
            <span>{t(label)}</span>
          </label>
        ))}
      </div>
    </Dialog>
  );
}
