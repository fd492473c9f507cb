import { useCallback } from 'react';
import { useEditorState } from '../../state/context';

/** What labels and choices of a control are compared with. */
export interface FilterText {
  text: string;
  /** Shorter texts filter nothing. */
  minLength: number;
  caseSensitive: boolean;
}

/** Tests whether a label or choice of the control passes the filter that is typed for it. */
export function useFilter(control: string): (title: string) => boolean {
  const filter = useEditorState((state) => state.filters[control]);
  return useCallback((title: string) => passes(title, filter), [filter]);
}

export function passes(title: string, filter: FilterText | undefined): boolean {
  if (filter === undefined || filter.text.length < Math.max(1, filter.minLength)) return true;
  if (filter.caseSensitive) return title.includes(filter.text);
  return title.toLowerCase().includes(filter.text.toLowerCase());
}
