import { useId, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { displayKeys, matches, parseKeys } from '../../commands/keys';
import { attrFlag, attrNumber, attrText } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import { resolveText } from '../../config/variables';
import { useActions, useAnswer, useConfig, useControl, useTranslate, useView } from '../../state/context';
import { textKey } from '../../state/textKey';
import type { TagProps } from '../TagView';
import { entriesFrom, hasRoom } from './entries';

/** Free text: one or several submissions. */
export function TextAreaTag({ node }: TagProps): JSX.Element | null {
  const control = useControl(node);
  return control === undefined ? null : <TextAreaField control={control} />;
}

function TextAreaField({ control }: { control: ControlTag }): JSX.Element {
  const { node } = control;
  const t = useTranslate();
  const actions = useActions();
  const answer = useAnswer(control);
  const entries = entriesFrom(answer.value);
  const pending = useView((view) => view.texts[textKey(control.name, answer.scope)]?.text ?? '');
  const rows = Math.max(1, attrNumber(node, 'rows') ?? 1);
  const label = attrText(node, 'label');
  const id = useId();
  const allowed = attrFlag(node, 'allowsubmit', true);
  // What may not be added yet is added with the annotation.
  const add = (): void => {
    if (allowed) actions.addPendingText(control.name, answer.scope);
  };
  const change = (text: string): void => actions.setPendingText(control.name, answer.scope, text);
  const max = attrNumber(node, 'maxsubmissions');
  return (
    <div className="gs-textarea">
      {label !== undefined && <label htmlFor={id}>{label}</label>}
      {hasRoom(control, entries) ? (
        <div className="gs-textarea-box">
          <TextBox
            id={id}
            control={control}
            value={pending}
            rows={rows}
            disabled={answer.disabled}
            onChange={change}
            onSubmit={add}
          />
          {attrFlag(node, 'showsubmitbutton', rows > 1) && allowed && (
            <button
              type="button"
              className="gs-button"
              disabled={answer.disabled || pending.trim() === ''}
              onClick={add}
            >
              {t('addText')}
            </button>
          )}
        </div>
      ) : (
        max !== undefined &&
        entries.length > max && <span className="gs-fault">{t('textAreaFull', { count: max })}</span>
      )}
      {entries.length > 0 && (
        <ul className="gs-entries" aria-label={control.name}>
          {entries.map((entry, index) => (
            <EntryRow
              key={index}
              control={control}
              text={entry}
              rows={rows}
              disabled={answer.disabled}
              onChange={(text) => answer.set(entries.map((other, at) => (at === index ? text : other)))}
              onDelete={() =>
                answer.set(entries.length === 1 ? undefined : entries.filter((_, at) => at !== index))
              }
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface EntryRowProps {
  control: ControlTag;
  text: string;
  rows: number;
  disabled: boolean;
  onChange(text: string): void;
  onDelete(): void;
}

function EntryRow({ control, text, rows, disabled, onChange, onDelete }: EntryRowProps): JSX.Element {
  const t = useTranslate();
  const [draft, setDraft] = useState<string | null>(null);
  const save = (): void => {
    if (draft !== null && draft.trim() !== '' && draft !== text) onChange(draft);
    setDraft(null);
  };
  if (draft !== null) {
    return (
      <li className="gs-entry">
        <TextBox
          control={control}
          value={draft}
          rows={rows}
          disabled={disabled}
          autoFocus
          onChange={setDraft}
          onSubmit={save}
          onCancel={() => setDraft(null)}
        />
        <button
          type="button"
          className="gs-icon-button"
          aria-label={t('saveText')}
          title={t('saveText')}
          onClick={save}
        >
          <IconCheck size={14} aria-hidden />
        </button>
      </li>
    );
  }
  return (
    <li className="gs-entry">
      <span className="gs-entry-text" dir="auto">
        {text}
      </span>
      {attrFlag(control.node, 'editable') && (
        <button
          type="button"
          className="gs-icon-button"
          aria-label={t('editText')}
          title={t('editText')}
          disabled={disabled}
          onClick={() => setDraft(text)}
        >
          <IconPencil size={14} aria-hidden />
        </button>
      )}
      <button
        type="button"
        className="gs-icon-button"
        aria-label={t('deleteText')}
        title={t('deleteText')}
        disabled={disabled}
        onClick={onDelete}
      >
        <IconTrash size={14} aria-hidden />
      </button>
    </li>
  );
}

interface TextBoxProps {
  id?: string;
  control: ControlTag;
  value: string;
  rows: number;
  disabled: boolean;
  autoFocus?: boolean;
  onChange(text: string): void;
  onSubmit(): void;
  onCancel?(): void;
}

/** The field with its shortcuts. One row submits with Enter, several with shift+Enter. */
function TextBox({
  id,
  control,
  value,
  rows,
  disabled,
  autoFocus,
  onChange,
  onSubmit,
  onCancel,
}: TextBoxProps): JSX.Element {
  const { data } = useConfig();
  const t = useTranslate();
  const field = useRef<HTMLTextAreaElement>(null);
  const shortcuts = control.node.children.filter(({ tag }) => tag === 'shortcut');
  const insert = (text: string): void => {
    const { selectionStart, selectionEnd } = field.current ?? {
      selectionStart: value.length,
      selectionEnd: value.length,
    };
    onChange(value.slice(0, selectionStart) + text + value.slice(selectionEnd));
    const caret = selectionStart + text.length;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const shortcut = shortcuts.find((node) =>
      parseKeys(attrText(node, 'hotkey') ?? '').some((key) => matches(key, event.nativeEvent)),
    );
    if (shortcut !== undefined) insert(resolveText(shortcut.attrs['value'], data));
    else if (event.key === 'Escape' && onCancel !== undefined) onCancel();
    else if (
      event.key === 'Enter' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.nativeEvent.isComposing &&
      event.shiftKey === rows > 1
    )
      onSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="gs-textbox">
      <textarea
        ref={field}
        id={id}
        className="gs-input"
        aria-label={attrText(control.node, 'label') ?? control.name}
        placeholder={attrText(control.node, 'placeholder')}
        rows={rows}
        value={value}
        disabled={disabled}
        autoFocus={autoFocus}
        dir="auto"
        onFocus={({ target }) => {
          if (autoFocus === true) target.setSelectionRange(target.value.length, target.value.length);
        }}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {shortcuts.length > 0 && (
        <div className="gs-shortcuts">
          {shortcuts.map((node, index) => {
            const text = resolveText(node.attrs['value'], data);
            const hotkey = attrText(node, 'hotkey');
            return (
              <button
                key={index}
                type="button"
                className="gs-shortcut"
                aria-label={t('insertText', { text })}
                disabled={disabled}
                style={{ borderColor: attrText(node, 'background') }}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => insert(text)}
              >
                {attrText(node, 'alias') ?? text}
                {hotkey !== undefined && <kbd>{displayKeys(hotkey)}</kbd>}
              </button>
            );
          })}
        </div>
      )}
    </div>
  );
}
