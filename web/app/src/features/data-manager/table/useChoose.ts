import type { ListedTask } from '@goldset/api';
import { useCallback, useRef } from 'react';

import { reportError } from '../../../app/errors/reportError';
import { isSelected, select, toggle, type Selection } from '../model/selection';
import { taskIdsBetween, type TaskQuery } from '../queries';
import type { TaskPages } from './useTaskPages';

interface Chooser {
  /** A click on a task's box; with `range` all from the last click on. */
  choose: (index: number, task: ListedTask, range: boolean) => void;
  /** Makes a position the other end of the next range; null: there is none. */
  setAnchor: (index: number | null) => void;
}

/** Selecting tasks one by one and in ranges. */
export function useChoose(
  projectId: number,
  query: TaskQuery,
  pages: TaskPages,
  selection: Selection,
  onSelection: (selection: Selection) => void,
): Chooser {
  const anchor = useRef<number | null>(null);
  const choose = useCallback(
    (index: number, task: ListedTask, range: boolean) => {
      const from = anchor.current;
      anchor.current = index;
      if (!range || from === null || from === index) {
        onSelection(toggle(selection, task.id));
        return;
      }
      const wanted = !isSelected(selection, task.id);
      const [low, high] = from < index ? [from, index] : [index, from];
      const known = Array.from({ length: high - low + 1 }, (_, step) => pages.taskAt(low + step)?.id);
      if (known.every((id) => id !== undefined)) {
        onSelection(select(selection, known, wanted));
        return;
      }
      // Tasks of a long range may never have been in view.
      taskIdsBetween(projectId, query, low, high).then((ids) => {
        onSelection(select(selection, ids, wanted));
      }, reportError);
    },
    [onSelection, pages, projectId, query, selection],
  );
  const setAnchor = useCallback((index: number | null) => {
    anchor.current = index;
  }, []);
  return { choose, setAnchor };
}
