import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';

import { t } from '../../../messages';
import { usersQuery } from '../../../shared/queries';
import { defaultWidth, type Column, type ColumnType, type Place } from '../model/columns';
import {
  everythingSelected,
  headerState,
  isSelected,
  nothingSelected,
  select,
  type Selection,
} from '../model/selection';
import {
  displayTypeOf,
  moved,
  orderedColumns,
  orderingOf,
  visibleColumns,
  type Ordering,
  type ViewData,
} from '../model/views';
import type { ListedTask } from '@goldset/api';
import type { TaskQuery } from '../queries';
import { BlockBar } from './BlockBar';
import { ImagePreview } from './ImagePreview';
import classes from './table.module.css';
import { TableHeader, type ShownColumn } from './TableHeader';
import { TaskRow } from './TaskRow';
import { useBlocks } from './useBlocks';
import { useChoose } from './useChoose';
import type { Range, TaskPages } from './useTaskPages';

const ROW_HEIGHT = 32;
const TALL_ROW_HEIGHT = 80;
const HEADER_HEIGHT = 32;
const TOOLS_WIDTH = 64;
const growingTypes: readonly ColumnType[] = ['String', 'Text'];

interface TaskTableProps {
  projectId: number;
  columns: readonly Column[];
  place: Place;
  view: ViewData;
  query: TaskQuery;
  pages: TaskPages;
  total: number;
  selection: Selection;
  openTask: number | undefined;
  /** Position of the open task; -1 when it is not known. */
  openIndex: number;
  thumbnails: boolean;
  onSelection: (selection: Selection) => void;
  onChangeView: (values: ViewData) => void;
  onOrder: (ordering: Ordering | null) => void;
  onOpen: (task: number, inNewTab: boolean) => void;
  onShowSource: (task: number) => void;
  onRange: (range: Range) => void;
}

/** The tasks of a tab: as many as there are, drawn as far as they are in view. */
export function TaskTable({
  projectId,
  columns,
  place,
  view,
  query,
  pages,
  total,
  selection,
  openTask,
  openIndex,
  thumbnails,
  onSelection,
  onChangeView,
  onOrder,
  onOpen,
  onShowSource,
  onRange,
}: TaskTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [resizing, setResizing] = useState<{ id: string; width: number }>();
  const users = useUsersById();

  const rowHeight = thumbnails ? TALL_ROW_HEIGHT : ROW_HEIGHT;
  const blocks = useBlocks(total, rowHeight);
  const { offset, count } = blocks;
  const { choose, setAnchor } = useChoose(projectId, query, pages, selection, onSelection);

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: HEADER_HEIGHT,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [rowHeight, virtualizer]);

  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [offset]);

  useEffect(() => {
    if (openIndex >= offset) virtualizer.scrollToIndex(openIndex - offset);
  }, [offset, openIndex, virtualizer]);

  const rows = virtualizer.getVirtualItems();
  const first = offset + (rows[0]?.index ?? 0);
  const last = offset + (rows.at(-1)?.index ?? 0);
  useEffect(() => {
    onRange({ first, last });
  }, [first, last, onRange]);

  const shown = useMemo(
    () =>
      visibleColumns(view, place, columns).map((column): ShownColumn => ({
        column,
        type: displayTypeOf(view, column),
        width:
          resizing?.id === column.id
            ? resizing.width
            : (view.columnsWidth?.[column.id] ?? defaultWidth(column)),
      })),
    [columns, place, resizing, view],
  );
  // The first text that nobody has sized takes what is left of the width.
  const growing = shown.findIndex(
    ({ column, type }) =>
      growingTypes.includes(type) &&
      column.isData &&
      view.columnsWidth?.[column.id] === undefined &&
      resizing?.id !== column.id,
  );
  const template = [
    `${TOOLS_WIDTH}px`,
    ...shown.map(({ width }, index) => (index === growing ? `minmax(${width}px, 1fr)` : `${width}px`)),
    ...(growing < 0 ? ['minmax(0, 1fr)'] : []),
  ].join(' ');
  const leastWidth = shown.reduce((sum, { width }) => sum + width, TOOLS_WIDTH);

  const open = useCallback(
    (task: ListedTask, inNewTab: boolean) => {
      onOpen(task.id, inNewTab);
    },
    [onOpen],
  );
  const showSource = useCallback((task: ListedTask) => onShowSource(task.id), [onShowSource]);

  function moveTo(index: number) {
    const target = Math.max(0, Math.min(count - 1, index - offset));
    setCurrent(target + offset);
    virtualizer.scrollToIndex(target);
    // The row may have to be drawn first.
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${target + offset}"]`)?.focus();
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    const row = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row';
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const task = pages.taskAt(current);
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + perPage,
      PageUp: current - perPage,
      Home: offset,
      End: offset + count - 1,
    };
    const target = moves[event.key];
    if (target !== undefined && !event.shiftKey) moveTo(target);
    else if (target !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      extendTo(target);
    } else if (event.key === 'Enter' && task) onOpen(task.id, false);
    else if (event.key === ' ' && task) choose(current, task, event.shiftKey);
    else return;
    event.preventDefault();
  }

  /** Moves and selects what is passed: with the first step the row that was left too. */
  function extendTo(index: number) {
    const target = Math.max(offset, Math.min(offset + count - 1, index));
    const passed = [pages.taskAt(current)?.id, pages.taskAt(target)?.id].filter((id) => id !== undefined);
    setAnchor(target);
    onSelection(select(selection, passed, true));
    moveTo(target);
  }

  function setWidth(column: Column, width: number | null) {
    setResizing(undefined);
    const others = Object.entries(view.columnsWidth ?? {}).filter(([id]) => id !== column.id);
    onChangeView({
      columnsWidth: Object.fromEntries(width === null ? others : [...others, [column.id, Math.round(width)]]),
    });
  }

  return (
    <div className={classes.frame}>
      <div
        ref={scroller}
        role="grid"
        aria-label={t('data.table')}
        aria-rowcount={total + 1}
        aria-colcount={shown.length + 1}
        aria-multiselectable
        aria-busy={pages.isFetching}
        className={classes.scroller}
        style={
          {
            '--columns': template,
            '--least-width': `${leastWidth}px`,
            '--row-height': `${rowHeight}px`,
          } as CSSProperties
        }
        onKeyDown={onKeyDown}
      >
        <TableHeader
          columns={shown}
          ordering={orderingOf(view)}
          selected={headerState(selection, total)}
          onSelectAll={(all) => {
            setAnchor(null);
            onSelection(all ? everythingSelected : nothingSelected);
          }}
          onOrder={onOrder}
          onHide={(column) => {
            const hidden = query.hiddenColumns;
            onChangeView({ hiddenColumns: { ...hidden, [place]: [...hidden[place], column.id] } });
          }}
          onMove={(columnId, placeId) => {
            const order = orderedColumns(view, columns).map(({ id }) => id);
            onChangeView({ columnsOrder: moved(order, columnId, placeId) });
          }}
          onDisplayAs={(column, type: ColumnType) => {
            onChangeView({ columnsDisplayType: { ...view.columnsDisplayType, [column.id]: type } });
          }}
          onResize={(column, width) => {
            setResizing({ id: column.id, width });
          }}
          onResized={setWidth}
        />
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {rows.map((row) => {
            const index = row.index + offset;
            const task = pages.taskAt(index);
            return (
              <TaskRow
                key={row.key}
                index={index}
                task={task}
                columns={shown}
                users={users}
                thumbnails={thumbnails}
                isSelected={task !== undefined && isSelected(selection, task.id)}
                isOpen={task !== undefined && task.id === openTask}
                isCurrent={index === Math.max(offset, Math.min(current, offset + count - 1))}
                style={{ transform: `translateY(${row.start}px)` }}
                onSelect={choose}
                onOpen={open}
                onShowSource={showSource}
                onFocus={setCurrent}
              />
            );
          })}
        </div>
        {!thumbnails && <ImagePreview container={scroller} />}
      </div>
      <BlockBar {...blocks} />
    </div>
  );
}

function useUsersById() {
  const { data } = useQuery(usersQuery);
  return useMemo(() => new Map((data ?? []).map((user) => [user.id, user])), [data]);
}
