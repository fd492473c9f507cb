import { Skeleton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';

import { t } from '../../messages';
import { ErrorState } from '../../shared/ErrorState';
import { currentUserQuery } from '../../shared/queries';
import { useDelayed } from '../../shared/useDelayed';
import { JobBar } from '../jobs/JobBar';
import type { StreamOrder } from '../labeling/streamOrder';
import { ActionsMenu } from './ActionsMenu';
import { ColumnsMenu } from './ColumnsMenu';
import { Counts } from './Counts';
import classes from './dataManager.module.css';
import { NoTasks, NothingFound } from './EmptyTasks';
import { FilterMenu } from './FilterMenu';
import { LabelButton } from './LabelButton';
import type { Place } from './model/columns';
import { completeFilters, sameFilters, type Filters } from './model/filters';
import { countOf, nothingSelected, selectedItemsOf, type Selection } from './model/selection';
import {
  filtersOf,
  gridWidthOf,
  hiddenIn,
  noFilters,
  orderingOf,
  orderingValue,
  type Ordering,
  type ViewData,
} from './model/views';
import { OrderMenu } from './OrderMenu';
import {
  columnsQuery,
  dataProjectQuery,
  refreshProjectData,
  refreshTasks,
  totalsQuery,
  type TaskListing,
  type TaskQuery,
} from './queries';
import { SearchBox } from './SearchBox';
import { SourceDialog } from './SourceDialog';
import { TaskGrid } from './table/TaskGrid';
import { TaskTable } from './table/TaskTable';
import { useTaskPages, type Range } from './table/useTaskPages';
import { NarrowToolbar, Toolbar, type Layout } from './Toolbar';
import { useThumbnails } from './useThumbnails';
import { useViews } from './useViews';
import { ViewTabs } from './ViewTabs';

/** The tasks before and after the open one in the list. */
export interface Neighbours {
  previous: number | undefined;
  next: number | undefined;
}

interface DataManagerProps {
  projectId: number;
  tab: number | undefined;
  /** The task that is open beside the table. */
  openTask: number | undefined;
  onNeighbours: (neighbours: Neighbours) => void;
  onLabel: (order: StreamOrder) => void;
}

/** The tasks of a project: tabs, filters, order, columns, selection and what can be done with it. */
export function DataManager({ projectId, tab, openTask, onNeighbours, onLabel }: DataManagerProps) {
  const navigate = useNavigate({ from: '/projects/$projectId/data' });
  const queryClient = useQueryClient();
  const { data: columns } = useSuspenseQuery(columnsQuery(projectId));
  const { data: project, dataUpdatedAt: countedAt } = useSuspenseQuery(dataProjectQuery(projectId));
  const views = useViews(projectId, columns, tab);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [thumbnails, setThumbnails] = useThumbnails();
  const { data: me } = useSuspenseQuery(currentUserQuery);
  const [search, setSearch] = useState('');
  const [source, setSource] = useState<number>();
  const [inView, setInView] = useState<Range>({ first: 0, last: 0 });
  const [openAt, setOpenAt] = useState<{ task: number; index: number } | null>(null);

  const view = views.current.data;
  const filters = filtersOf(view);
  const narrow = openTask !== undefined;
  const place: Place = narrow ? 'labeling' : 'explore';
  const query = useMemo(
    (): TaskQuery => ({
      filters: completeFilters(filtersOf(view)),
      ordering: view.ordering ?? [],
      hiddenColumns: {
        explore: [...hiddenIn(view, 'explore', columns)],
        labeling: [...hiddenIn(view, 'labeling', columns)],
      },
      columnsDisplayType: view.columnsDisplayType ?? {},
      ...(search !== '' && { search }),
    }),
    [columns, search, view],
  );
  const pages = useTaskPages(projectId, query, inView, openAt?.index ?? null);
  const total = pages.totals?.total ?? 0;
  const selected = countOf(selection, total);
  const showSkeleton = useDelayed(pages.totals === undefined);
  const layout: Layout = { isGrid: view.type === 'grid', columns: gridWidthOf(view) };
  const hasNews = useNews(`${project.task_count}/${project.annotation_count}`, countedAt, pages.loadedAt);

  // The list stays where it is while others label; what it counts goes on.
  const counts = `${project.task_count}/${project.annotation_count}`;
  const { data: now } = useQuery({
    ...totalsQuery(projectId, query, counts),
    enabled: hasNews,
    placeholderData: keepPreviousData,
  });

  // Where the open task is in the list; remembered while it is out of view.
  const found = openTask === undefined ? -1 : indexOfTask(pages.taskAt, inView, openAt, openTask);
  if (
    openTask === undefined
      ? openAt !== null
      : found >= 0 && (openAt?.task !== openTask || openAt.index !== found)
  ) {
    setOpenAt(openTask === undefined ? null : { task: openTask, index: found });
  }
  const previous = found > 0 ? pages.taskAt(found - 1)?.id : undefined;
  const next = found >= 0 ? pages.taskAt(found + 1)?.id : undefined;
  useEffect(() => {
    onNeighbours({ previous, next });
  }, [next, onNeighbours, previous]);

  const change = (values: ViewData) => {
    views.change(views.current, values);
  };
  const changeFilters = (changed: Filters) => {
    if (!sameFilters(changed, filters)) setSelection(nothingSelected);
    change({ filters: changed });
  };
  const order = (ordering: Ordering | null) => {
    setSelection(nothingSelected);
    change({ ordering: orderingValue(ordering) });
  };
  const open = (task: number, inNewTab = false) => {
    if (inNewTab) window.open(`/projects/${projectId}/data?task=${task}`, '_blank', 'noopener');
    else void navigate({ search: { ...(tab !== undefined && { tab }), task } });
  };

  const selectedItems = selectedItemsOf(selection);
  const listing: TaskListing = {
    filters: query.filters,
    ordering: query.ordering,
    columnsDisplayType: query.columnsDisplayType,
    ...(search !== '' && { search }),
  };
  const label = (tasks: 'queue' | 'displayed') => {
    if (tasks === 'displayed') onLabel({ kind: 'displayed', listing });
    else onLabel(selected === 0 ? { kind: 'queue' } : { kind: 'selected', listing, selectedItems });
  };

  const changed = useCallback(
    () => void refreshProjectData(queryClient, projectId),
    [projectId, queryClient],
  );
  const undo =
    views.undo &&
    (() => {
      setSelection(nothingSelected);
      views.undo?.();
    });
  // Beside an open task the keys are the labeling editor's.
  useHotkeys(narrow ? [] : [['mod+Z', () => undo?.()]]);

  const refresh = {
    hasNews,
    isLoading: pages.isFetching && pages.totals !== undefined,
    onRefresh: () => void refreshTasks(queryClient, projectId),
  };
  const filterMenu = <FilterMenu view={view} filters={filters} columns={columns} onChange={changeFilters} />;
  const columnsMenu = (
    <ColumnsMenu
      columns={columns}
      place={place}
      hidden={hiddenIn(view, place, columns)}
      onChange={(hidden) => {
        change({ hiddenColumns: { ...query.hiddenColumns, [place]: hidden } });
      }}
    />
  );

  return (
    <section className={classes.manager} aria-label={t('data.table')}>
      <div className={classes.tabBar}>
        <ViewTabs
          views={views}
          columns={columns}
          me={me.id}
          onOpen={(id) => {
            setSelection(nothingSelected);
            void navigate({ search: (before) => ({ ...before, tab: id }) });
          }}
        />
        {!narrow && <Counts shown={hasNews ? (now ?? pages.totals) : pages.totals} project={project} />}
      </div>
      {narrow ? (
        <NarrowToolbar
          {...refresh}
          onPrevious={
            previous === undefined
              ? undefined
              : () => {
                  open(previous);
                }
          }
          onNext={
            next === undefined
              ? undefined
              : () => {
                  open(next);
                }
          }
          onClose={() => void navigate({ search: tab === undefined ? {} : { tab } })}
        >
          {filterMenu}
          {columnsMenu}
        </NarrowToolbar>
      ) : (
        <Toolbar
          {...refresh}
          projectId={projectId}
          onUndo={undo}
          layout={layout}
          onLayout={({ isGrid, columns: gridWidth }) => {
            change({ type: isGrid ? 'grid' : 'list', gridWidth });
          }}
          thumbnails={thumbnails}
          onThumbnails={setThumbnails}
          labelButton={
            project.task_count > 0 && (
              <LabelButton
                projectId={projectId}
                selected={selected}
                ready={project.config_has_control_tags}
                onLabel={label}
              />
            )
          }
        >
          {filterMenu}
          <OrderMenu columns={columns} ordering={orderingOf(view)} onChange={order} />
          {columnsMenu}
          <SearchBox
            value={search}
            onChange={(words) => {
              setSelection(nothingSelected);
              setSearch(words);
            }}
          />
          <ActionsMenu
            projectId={projectId}
            selected={selected}
            body={{ ...listing, selectedItems }}
            onClear={() => {
              setSelection(nothingSelected);
            }}
            onDone={(answer) => {
              setSelection(nothingSelected);
              void refreshProjectData(queryClient, projectId);
              if (answer.reload) void navigate({ search: {} });
            }}
          />
        </Toolbar>
      )}
      {project.can_manage_tasks && !narrow && <JobBar projectId={projectId} onChanged={changed} />}
      {pages.error !== null ? (
        <ErrorState error={pages.error} onRetry={pages.retry} />
      ) : pages.totals === undefined ? (
        <div className={classes.loading} aria-busy>
          {showSkeleton && skeletonRows.map((width) => <Skeleton key={width} h={12} w={`${width}%`} />)}
        </div>
      ) : total > 0 && layout.isGrid && !narrow ? (
        <TaskGrid
          projectId={projectId}
          columns={columns}
          view={view}
          query={query}
          pages={pages}
          total={total}
          width={layout.columns}
          selection={selection}
          onSelection={setSelection}
          onOpen={open}
          onRange={setInView}
        />
      ) : total > 0 ? (
        <TaskTable
          projectId={projectId}
          columns={columns}
          place={place}
          view={view}
          query={query}
          pages={pages}
          total={total}
          selection={selection}
          openTask={openTask}
          openIndex={found}
          thumbnails={thumbnails && !narrow}
          onSelection={setSelection}
          onChangeView={change}
          onOrder={order}
          onOpen={open}
          onShowSource={setSource}
          onRange={setInView}
        />
      ) : query.filters.items.length === 0 && search === '' ? (
        <NoTasks projectId={projectId} canImport={project.can_manage_tasks} />
      ) : (
        <NothingFound
          onClear={() => {
            setSearch('');
            changeFilters(noFilters);
          }}
        />
      )}
      {source !== undefined && (
        <SourceDialog
          task={source}
          onClose={() => {
            setSource(undefined);
          }}
        />
      )}
    </section>
  );
}

const skeletonRows = [92, 88, 94, 81, 90, 86, 93, 84, 89, 95, 80, 87];

/** Position of a task among the loaded rows; -1 when it is not among them. */
function indexOfTask(
  taskAt: (index: number) => { id: number } | undefined,
  range: Range,
  known: { index: number } | null,
  id: number,
): number {
  if (known !== null) {
    for (const index of [known.index, known.index + 1, known.index - 1])
      if (taskAt(index)?.id === id) return index;
  }
  for (let index = range.first; index <= range.last; index++) if (taskAt(index)?.id === id) return index;
  return -1;
}

/** Counts read this soon after the list belong to it. */
const TOGETHER_MS = 5_000;

/** Whether counts have changed since the list was loaded: somebody else has been at work. */
function useNews(counts: string, countedAt: number, loadedAt: number): boolean {
  const [seen, setSeen] = useState({ counts, loadedAt });
  const belongsToList = seen.loadedAt !== loadedAt || countedAt - loadedAt < TOGETHER_MS;
  if (belongsToList && (seen.counts !== counts || seen.loadedAt !== loadedAt)) setSeen({ counts, loadedAt });
  return !belongsToList && seen.counts !== counts;
}
