import { useEffect } from 'react';
import type { EditorContextValue } from '../state/context';
import type { ResultElement } from '../types';

const mimeType = 'application/json';

/**
 * Copies, cuts and pastes selected regions as a JSON list of result elements, also between tasks. Stands back while
 * text is selected or a field has the focus.
 */
export function useClipboard(
  { core, actions }: EditorContextValue,
  root: { readonly current: HTMLElement | null },
): void {
  useEffect(() => {
    const concernsRegions = (): boolean => {
      const active = document.activeElement;
      const onPage =
        active === null ||
        active === document.body ||
        (root.current?.contains(active) === true && !active.matches('input, textarea, select'));
      return onPage && window.getSelection()?.isCollapsed !== false && core.state.dialog === null;
    };
    const copy = (event: ClipboardEvent): void => {
      if (!concernsRegions() || core.content.view.selection.length === 0) return;
      event.clipboardData?.setData(mimeType, JSON.stringify(actions.copySelected()));
      event.preventDefault();
      if (event.type === 'cut') actions.deleteRegions(core.content.view.selection);
    };
    const paste = (event: ClipboardEvent): void => {
      const json = event.clipboardData?.getData(mimeType) ?? '';
      if (json === '' || !concernsRegions()) return;
      const elements = parseElements(json);
      if (elements.length === 0) return;
      event.preventDefault();
      actions.paste(elements);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [core, actions, root]);
}

/** Result elements in a text from the clipboard, which may come from anywhere. */
function parseElements(json: string): ResultElement[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  return Array.isArray(parsed) ? parsed.filter(isElement) : [];
}

function isElement(value: unknown): value is ResultElement {
  return (
    value !== null &&
    typeof value === 'object' &&
    'type' in value &&
    typeof value.type === 'string' &&
    'value' in value &&
    value.value !== null &&
    typeof value.value === 'object'
  );
}
