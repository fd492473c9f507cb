import { useRef, type JSX } from 'react';
import { displayKeys } from '../../commands/keys';
import { useLocalKey } from '../../commands/localKeys';
import { attrFlag, attrNumber, attrText } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import { useActions, useAnswer, useConfig, useEditorState, useTranslate } from '../../state/context';
import { toggleChoice } from '../choices/selection';
import type { TagProps } from '../TagView';
import { passes, type FilterText } from './filters';

/** Narrows the labels or choices of a control to those that hold a text; Enter picks the first. */
export function FilterTag({ node }: TagProps): JSX.Element | null {
  const control = useConfig().controls.get(attrText(node, 'toname') ?? '');
  return control === undefined ? null : <FilterField node={node} control={control} />;
}

function FilterField({ node, control }: TagProps & { control: ControlTag }): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const answer = useAnswer(control);
  const typed = useEditorState((state) => state.filters[control.name]?.text ?? '');
  const placeholder = attrText(node, 'placeholder') ?? t('filterPlaceholder');
  const filter = (text: string): FilterText => ({
    text,
    minLength: attrNumber(node, 'minlength') ?? 3,
    caseSensitive: attrFlag(node, 'casesensetive') || attrFlag(node, 'casesensitive'),
  });
  const field = useRef<HTMLInputElement>(null);
  const showKeys = useEditorState((state) => state.settings.showHotkeys);
  const hotkey = attrText(node, 'hotkey');
  useLocalKey(hotkey, () => field.current?.focus());
  const pickFirst = (): void => {
    if (typed === '') return;
    const label = control.labels.find(({ title }) => passes(title, filter(typed)));
    const choice = control.choices.find(({ title }) => passes(title, filter(typed)));
    if (label !== undefined) actions.toggleLabel(control.name, label.name);
    else if (choice !== undefined && !answer.disabled)
      answer.set(toggleChoice(control, answer.value, choice, [choice.name]));
    if (attrFlag(node, 'cleanup', true)) actions.setFilter(control.name, filter(''));
  };
  return (
    <div className="gs-field">
      <input
        ref={field}
        type="search"
        className="gs-input gs-filter"
        aria-label={placeholder}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => actions.setFilter(control.name, filter(event.target.value))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) pickFirst();
        }}
      />
      {showKeys && hotkey !== undefined && <kbd>{displayKeys(hotkey)}</kbd>}
    </div>
  );
}
