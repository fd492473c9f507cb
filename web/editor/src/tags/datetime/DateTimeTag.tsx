import { useState, type JSX } from 'react';
import { attrText } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import { say } from '../../messages';
import { useAnswer, useControl, useTranslate } from '../../state/context';
import { useTypingGesture } from '../gesture';
import type { TagProps } from '../TagView';
import { dateFault, dateKind, fromInput, toInput, yearRange } from './format';

/** A date, a time, or both. */
export function DateTimeTag({ node }: TagProps): JSX.Element | null {
  const control = useControl(node);
  return control === undefined ? null : <DateTimeField control={control} />;
}

function DateTimeField({ control }: { control: ControlTag }): JSX.Element {
  const t = useTranslate();
  const answer = useAnswer(control);
  const { gesture, begin } = useTypingGesture();
  const [years] = useState(() => yearRange(control, new Date()));
  const kind = dateKind(control);
  // The default is stored when nothing else is given, so it shows as if it were.
  const value = toInput(control, answer.value ?? attrText(control.node, 'defaultvalue'));
  const fault = typeof answer.value === 'string' ? dateFault(control, answer.value) : null;
  const change = (text: string): void => answer.set(fromInput(control, text), gesture);
  const shared = {
    'aria-label': control.name,
    className: 'gs-input',
    value,
    disabled: answer.disabled,
    onFocus: begin,
  };
  return (
    <div className="gs-field">
      {kind === 'year' ? (
        <select {...shared} onChange={(event) => change(event.target.value)}>
          <option value="">{t('choosePlaceholder')}</option>
          {years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      ) : (
        <input
          type={kind}
          {...shared}
          min={attrText(control.node, 'min')}
          max={attrText(control.node, 'max')}
          step={attrText(control.node, 'step')}
          aria-invalid={fault !== null}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {fault !== null && <span className="gs-fault">{say(t, fault)}</span>}
    </div>
  );
}
