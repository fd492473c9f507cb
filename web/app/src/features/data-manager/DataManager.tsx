import { ActionIcon, Indicator, Skeleton, Tooltip } from '@mantine/core';
import { IconDownload, IconPhoto, IconRefresh, IconUpload } from '@tabler/icons-react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';

import { t } from '../../messages';
import { ErrorState } from '../../shared/ErrorState';
import { LinkButton } from '../../shared/LinkButton';
import { useDelayed } from '../../shared/useDelayed';
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
import { filtersOf, hiddenIn, noFilters, orderingOf, orderingValue, type Ordering } from './model/views';
import { OrderMenu } from './OrderMenu';
import { columnsQuery, dataProjectQuery, refreshProjectData, refreshTasks, type TaskQuery } from './queries';
import { SourceDialog } from './SourceDialog';
import { TaskTable } from './table/TaskTable';
import { useTaskPages, type Range } from './table/useTaskPages';
import { useViews } from './useViews';
import { ViewTabs } from './ViewTabs';

interface DataManagerProps {
  projectId: number;
  tab: number | undefined;
  /** The task that is open beside the table. */
  openTask: number | undefined;
  /** Tells the neighbours of the open task to whoever walks through the list. */
  onNeighbours: (neighbours: { previous: number | undefined; next: number | undefined }) => void;
  onLabel: (order: StreamOrder) => void;
}

/** The tasks of a project: tabs, filters, order, columns, selection and what can be done with it. */
export function DataManager({ projectId, tab, openTask, onNeighbours, onLabel }: DataManagerProps) {
  const navigate = useNavigate({ from: '/projects/$projectId/data' });
  const queryClient = useQueryClient();
  const { data: columns } = useSuspenseQuery(columnsQuery(projectId));
  const { data: project } = useSuspenseQuery(dataProjectQuery(projectId));
  const views = useViews(projectId, columns, tab);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [thumbnails, setThumbnails] = useThumbnails();
  const [source, setSource] = useState<number>();
  const [inView, setInView] = useState<Range>({ first: 0, last: 0 });

  const view = views.current.data;
  const filters = filtersOf(view);
  const place: Place = openTask === undefined ? 'explore' : 'labeling';
  const query = useMemo(
    (): TaskQuery => ({
      filters: completeFilters(filtersOf(view)),
      ordering: view.ordering ?? [],
      hiddenColumns: {
        explore: [...hiddenIn(view, 'explore', columns)],
        labeling: [...hiddenIn(view, 'labeling', columns)],
      },
      columnsDisplayType: view.columnsDisplayType ?? {},
    }),
    [columns, view],
  );
  const pages = useTaskPages(projectId, query, inView);
  const total = pages.totals?.total ?? 0;
  const selected = countOf(selection, total);
  const showSkeleton = useDelayed(pages.totals === undefined);

  // What the list was loaded with: different counts mean that somebody else has been at work.
  const counts = `${project.task_count}/${project.annotation_count}`;
  const [loadedCounts, setLoadedCounts] = useState(counts);
  const hasNews = counts !== loadedCounts;

  const openIndex = openTask === undefined ? -1 : indexOfTask(pages.taskAt, inView, openTask);
  const previous = openIndex > 0 ? pages.taskAt(openIndex - 1)?.id : undefined;
  const next = openIndex >= 0 ? pages.taskAt(openIndex + 1)?.id : undefined;
  useEffect(() => {
    onNeighbours({ previous, next });
  }, [next, onNeighbours, previous]);

  const change = (values: Parameters<typeof views.change>[1]) => {
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
  const refresh = async () => {
    await refreshTasks(queryClient, projectId);
    setLoadedCounts(counts);
  };
  const open = (task: number, inNewTab: boolean) => {
    const search = { ...(tab !== undefined && { tab }), task };
    if (inNewTab) window.open(`/projects/${projectId}/data?task=${task}`, '_blank', 'noopener');
    else void navigate({ search });
  };

  const actionBody = {
    filters: query.filters,
    ordering: query.ordering,
    selectedItems: selectedItemsOf(selection),
  };
  const isEmptyProject = project.task_count === 0 && total === 0 && query.filters.items.length === 0;
  const narrow = place === 'labeling';

  return (
    <section className={classes.manager} aria-label={t('data.toolbar')} data-narrow={narrow || undefined}>
      <div className={classes.tabBar}>
        <ViewTabs
          views={views}
          columns={columns}
          onOpen={(id) => {
            setSelection(nothingSelected);
            void navigate({ search: (before) => ({ ...before, tab: id }) });
          }}
        />
        {!narrow && <Counts shown={pages.totals} project={project} />}
      </div>
      <div className={classes.toolbar} role="toolbar" aria-label={t('data.toolbar')}>
        <FilterMenu view={view} filters={filters} columns={columns} onChange={changeFilters} />
        {!narrow && <OrderMenu columns={columns} ordering={orderingOf(view)} onChange={order} />}
        <ColumnsMenu
          columns={columns}
          place={place}
          hidden={hiddenIn(view, place, columns)}
          onChange={(hidden) => {
            change({ hiddenColumns: { ...query.hiddenColumns, [place]: hidden } });
          }}
        />
        {!narrow && (
          <ActionsMenu
            projectId={projectId}
            selected={selected}
            body={actionBody}
            onClear={() => {
              setSelection(nothingSelected);
            }}
            onDone={(answer) => {
              setSelection(nothingSelected);
              void refreshProjectData(queryClient, projectId);
              if (answer.reload) void navigate({ search: {} });
            }}
          />
        )}
        <span className={classes.space} />
        <Tooltip label={hasNews ? t('data.refresh.news') : t('data.refresh')}>
          <Indicator disabled={!hasNews} offset={4} size={8}>
            <ActionIcon
              size={32}
              loading={pages.isFetching && pages.totals !== undefined}
              aria-label={hasNews ? t('data.refresh.news') : t('data.refresh')}
              onClick={() => void refresh()}
            >
              <IconRefresh size={16} />
            </ActionIcon>
          </Indicator>
        </Tooltip>
        {!narrow && (
          <>
            <Tooltip label={t('data.thumbnails')}>
              <ActionIcon
                size={32}
                variant={thumbnails ? 'light' : 'subtle'}
                color={thumbnails ? 'accent' : 'gray'}
                aria-pressed={thumbnails}
                aria-label={t('data.thumbnails')}
                onClick={() => {
                  setThumbnails(!thumbnails);
                }}
              >
                <IconPhoto size={16} />
              </ActionIcon>
            </Tooltip>
            <LinkButton
              variant="default"
              leftSection={<IconUpload size={16} />}
              to="/projects/$projectId/data/import"
              params={{ projectId }}
              search={(before) => before}
            >
              {t('data.import')}
            </LinkButton>
            <LinkButton
              variant="default"
              leftSection={<IconDownload size={16} />}
              to="/projects/$projectId/data/export"
              params={{ projectId }}
              search={(before) => before}
            >
              {t('data.export')}
            </LinkButton>
            {project.task_count > 0 && (
              <LabelButton
                projectId={projectId}
                selected={selected}
                ready={project.config_has_control_tags}
                onLabel={(tasks) => {
                  if (tasks === 'displayed')
                    onLabel({ kind: 'displayed', ordering: query.ordering, filters: query.filters });
                  else if (selected === 0) onLabel({ kind: 'queue' });
                  else
                    onLabel({
                      kind: 'selected',
                      ordering: query.ordering,
                      filters: query.filters,
                      selectedItems: actionBody.selectedItems,
                    });
                }}
              />
            )}
          </>
        )}
      </div>
      {pages.error !== null ? (
        <ErrorState error={pages.error} onRetry={pages.retry} />
      ) : pages.totals === undefined ? (
        <div className={classes.loading} aria-busy>
          {showSkeleton &&
            Array.from({ length: 12 }, (_, index) => (
              <Skeleton key={index} h={12} w={`${90 - index * 3}%`} />
            ))}
        </div>
      ) : isEmptyProject ? (
        <NoTasks projectId={projectId} canImport={project.can_manage_tasks} />
      ) : total === 0 ? (
        <NothingFound
          onClear={() => {
            changeFilters(noFilters);
          }}
        />
      ) : (
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
          thumbnails={thumbnails && !narrow}
          onSelection={setSelection}
          onChangeView={change}
          onOrder={order}
          onOpen={open}
          onShowSource={setSource}
          onRange={setInView}
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

/** Position of a task among the rows in view; -1 when it is not there. */
function indexOfTask(
  taskAt: (index: number) => { id: number } | undefined,
  range: Range,
  id: number,
): number {
  for (let index = Math.max(0, range.first - 50); index <= range.last + 50; index++)
    if (taskAt(index)?.id === id) return index;
  return -1;
}

const THUMBNAILS_KEY = 'goldset:data:thumbnails';

function useThumbnails(): [boolean, (shown: boolean) => void] {
  const [shown, setShown] = useState(() => localStorage.getItem(THUMBNAILS_KEY) === 'true');
  return [
    shown,
    (next) => {
      localStorage.setItem(THUMBNAILS_KEY, String(next));
      setShown(next);
    },
  ];
}
