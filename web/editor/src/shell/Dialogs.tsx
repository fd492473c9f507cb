import type { JSX } from 'react';
import { useActions, useEditor, useEditorState, useTranslate } from '../state/context';
import { say, type MessageKey, type Wording } from '../messages';
import { sanitizeHtml } from '../tags/html';
import { Dialog } from './Dialog';
import { PaletteDialog } from './PaletteDialog';
import { SettingsDialog } from './SettingsDialog';
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
    case 'palette':
      return <PaletteDialog />;
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
