import type { CSSProperties, JSX } from 'react';
import { displayKeys } from '../../commands/keys';
import { useLocalKey } from '../../commands/localKeys';
import { attrFlag, attrText } from '../../config/attributes';
import type { LabelDefinition } from '../../config/compile';
import { unlabeledColor } from '../../config/palette';
import { useEditorState } from '../../state/context';
import { sanitizeHtml } from '../html';
import { readStyle } from '../style';

export interface LabelChipProps {
  title: string;
  /** Without it the chip stands for "no label". */
  label: LabelDefinition | undefined;
  picked: boolean;
  disabled: boolean;
  onPick(): void;
}

/** One label with its colour and key. */
export function LabelChip({ title, label, picked, disabled, onPick }: LabelChipProps): JSX.Element {
  const showKeys = useEditorState((state) => state.settings.showHotkeys);
  useLocalKey(label?.hotkey, onPick, !disabled);
  const html = label === undefined ? undefined : attrText(label.node, 'html');
  const alias =
    label !== undefined && attrFlag(label.node, 'showalias') && label.name !== title ? label.name : null;
  return (
    <button
      type="button"
      className="gs-label"
      aria-pressed={picked}
      disabled={disabled}
      title={label === undefined ? undefined : attrText(label.node, 'hint')}
      data-size={label === undefined ? undefined : attrText(label.node, 'size')}
      style={{ '--gs-label-color': label?.color ?? unlabeledColor } as CSSProperties}
      onClick={onPick}
    >
      {html === undefined ? (
        <span>{title}</span>
      ) : (
        <span className="gs-html" dangerouslySetInnerHTML={{ __html: sanitizeHtml(html) }} />
      )}
      {alias !== null && (
        <span style={{ opacity: 0.6, ...readStyle(label?.node.attrs['aliasstyle']) }}>{alias}</span>
      )}
      {showKeys && label?.hotkey && <kbd>{displayKeys(label.hotkey)}</kbd>}
    </button>
  );
}
