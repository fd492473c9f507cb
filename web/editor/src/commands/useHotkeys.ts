import { useEffect } from 'react';
import type { EditorContextValue } from '../state/context';
import { commandsFor } from './registry';

const fields =
  'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [contenteditable=true]';
const pressable = 'button, a[href], summary, [role=button], [role=option], [role=tab], [role=menuitem]';

/**
 * Listens to the keyboard for the whole page: the editor's commands, then keys of labels and choices.
 * While a text field has the focus only commands that say so work; while a dialog is open, none.
 */
export function useHotkeys(
  { core, actions, localKeys }: EditorContextValue,
  root: { readonly current: HTMLElement | null },
): void {
  useEffect(() => {
    const onKeyDown = (press: KeyboardEvent): void => {
      if (
        press.defaultPrevented ||
        press.isComposing ||
        core.state.dialog !== null ||
        !core.state.settings.hotkeysEnabled
      )
        return;
      const target = press.target instanceof Element ? press.target : null;
      if (target?.closest('[role=dialog]') && !root.current?.contains(target)) return;
      const inField = target?.closest(fields) !== null && target !== null;
      const context = { core, actions, root: root.current };
      const command = commandsFor(press, core.props.options.hotkeys).find(
        (candidate) =>
          (!inField || candidate.inFields === true) &&
          !(press.key === 'Enter' && isPlain(press) && target?.closest(pressable)) &&
          candidate.available?.(context) !== false,
      );
      const action = command ?? (inField ? undefined : localKeys.find(press));
      if (action === undefined) return;
      press.preventDefault();
      action.perform(context, press);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [core, actions, localKeys, root]);
}

/** A bare Enter on a button presses the button. */
function isPlain({ ctrlKey, altKey, shiftKey, metaKey }: KeyboardEvent): boolean {
  return !ctrlKey && !altKey && !shiftKey && !metaKey;
}
