import { useState, type JSX } from 'react';
import { displayKeys } from '../../commands/keys';
import { useLocalKey } from '../../commands/localKeys';
import { attrFlag, attrNumber, attrText } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import { say } from '../../messages';
import { useAnswer, useControl, useEditorState, useTranslate } from '../../state/context';
import { useTypingGesture } from '../gesture';
import type { TagProps } from '../TagView';
import { nextNumber, numberFault } from './behavior';

/** A number, typed or picked with a slider. */
export function NumberTag({ node }: TagProps): JSX.Element | null {
  const control = useControl(node);
  return control === undefined ? null : <NumberField control={control} />;
}

function NumberField({ control }: { control: ControlTag }): JSX.Element {
  const { node } = control;
  const t = useTranslate();
  const answer = useAnswer(control);
  const showKeys = useEditorState((state) => state.settings.showHotkeys);
  const { gesture, begin } = useTypingGesture();
  const [typed, setTyped] = useState('');
  const value = typeof answer.value === 'number' ? answer.value : undefined;
  const hotkey = attrText(node, 'hotkey');
  useLocalKey(hotkey, () => answer.set(nextNumber(control, value)), !answer.disabled);
  const change = (text: string): void => {
    setTyped(text);
    const number = text.trim() === '' ? NaN : Number(text);
    answer.set(Number.isFinite(number) ? number : undefined, gesture);
  };
  // While it is being typed, "1." must not turn into "1".
  const shown = typed !== '' && Number(typed) === value ? typed : (value?.toString() ?? '');
  const fault = value === undefined ? null : numberFault(control, value);
  const bounds = {
    min: attrNumber(node, 'min'),
    max: attrNumber(node, 'max'),
    step: attrNumber(node, 'step') ?? 1,
  };
  const fallback = attrText(node, 'defaultvalue');
  return (
    <div className="gs-field gs-number-field">
      {attrFlag(node, 'slider') && (
        <input
          type="range"
          aria-label={control.name}
          {...bounds}
          value={value ?? fallback ?? bounds.min ?? 0}
          disabled={answer.disabled}
          onFocus={begin}
          onChange={(event) => change(event.target.value)}
        />
      )}
      <input
        type="number"
        className="gs-input"
        aria-label={control.name}
        aria-invalid={fault !== null}
        title={fault === null ? undefined : say(t, fault)}
        {...bounds}
        step={attrNumber(node, 'step') ?? 'any'}
        placeholder={fallback}
        value={shown}
        disabled={answer.disabled}
        onFocus={begin}
        onChange={(event) => change(event.target.value)}
      />
      {showKeys && hotkey !== undefined && <kbd>{displayKeys(hotkey)}</kbd>}
      {fault !== null && <span className="gs-fault">{say(t, fault)}</span>}
    </div>
  );
}
