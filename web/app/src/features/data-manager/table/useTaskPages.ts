import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';

import type { ListedTask, TaskPage } from '@goldset/api';
import { pageSize, taskPageQuery, type TaskQuery } from '../queries';

/** Positions in the list, both included, from 0. */
export interface Range {
  first: number;
  last: number;
}

export interface TaskPages {
  /** Undefined while nothing has arrived for this query. */
  totals: Omit<TaskPage, 'tasks'> | undefined;
  /** The task at a position; undefined until its page is there. */
  taskAt: (index: number) => ListedTask | undefined;
  error: unknown;
  isFetching: boolean;
  /** When the first page arrived, in milliseconds; 0 before. */
  loadedAt: number;
  retry: () => void;
}

/**
 * The tasks of a tab, loaded page by page as they come into view. Pages are asked for by position, so a jump to the end
 * of a million tasks loads the end and nothing between. The page `around` a position is loaded wherever the view is.
 */
export function useTaskPages(
  projectId: number,
  query: TaskQuery,
  inView: Range,
  around: number | null,
): TaskPages {
  // The totals of the tab before stay until the new ones are there, so that the table does not collapse meanwhile.
  const first = useQuery({ ...taskPageQuery(projectId, query, 1), placeholderData: keepPreviousData });
  const total = first.data?.total ?? 0;

  const numbers = pagesOf(inView, total);
  if (around !== null) {
    for (const page of pagesOf({ first: around - 1, last: around + 1 }, total)) {
      if (!numbers.includes(page)) numbers.push(page);
    }
  }
  const pages = useQueries({
    queries: numbers.map((page) => ({ ...taskPageQuery(projectId, query, page), enabled: first.isSuccess })),
  });

  const failed = [first, ...pages].find((page) => page.isError);
  return {
    totals: first.data,
    taskAt: (index) => {
      const number = Math.floor(index / pageSize) + 1;
      const page =
        number === 1 && !first.isPlaceholderData ? first.data : pages[numbers.indexOf(number)]?.data;
      return page?.tasks[index % pageSize];
    },
    error: failed?.error ?? null,
    loadedAt: first.dataUpdatedAt,
    isFetching: first.isFetching || pages.some((page) => page.isFetching),
    retry: () => {
      for (const page of [first, ...pages]) if (page.isError) void page.refetch();
    },
  };
}

/** Numbers (from 1) of the pages with these positions. */
function pagesOf({ first, last }: Range, total: number): number[] {
  const firstPage = Math.floor(Math.max(0, first) / pageSize) + 1;
  const lastPage = Math.floor(Math.max(0, Math.min(last, total - 1)) / pageSize) + 1;
  return Array.from({ length: Math.max(1, lastPage - firstPage + 1) }, (_, index) => firstPage + index);
}
