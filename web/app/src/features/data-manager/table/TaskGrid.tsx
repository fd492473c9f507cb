import type { ListedTask } from '@goldset/api';
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';

import { t } from '../../../messages';
import { cellText, mediaAddress, valueOf, type Column } from '../model/columns';
import {
  everythingSelected,
  headerState,
  isSelected,
  nothingSelected,
  select,
  type Selection,
} from '../model/selection';
import { displayTypeOf, visibleColumns, type ViewData } from '../model/views';
import type { TaskQuery } from '../queries';
import { BlockBar } from './BlockBar';
import { isShowable } from './Cell';
import classes from './grid.module.css';
import { useBlocks } from './useBlocks';
import { useChoose } from './useChoose';
import type { Range, TaskPages } from './useTaskPages';

/** Height of a card under its picture, in pixels. */
const CAPTION_HEIGHT = 64;
const GAP = 12;

interface TaskGridProps {
  projectId: number;
  columns: readonly Column[];
  view: ViewData;
  query: TaskQuery;
  pages: TaskPages;
  total: number;
  /** Cards beside each other. */
  width: number;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  onOpen: (task: number, inNewTab: boolean) => void;
  onRange: (range: Range) => void;
}

/** The tasks of a tab as cards: their picture, recording or text, and what was done with them. */
export function TaskGrid({
  projectId,
  columns,
  view,
  query,
  pages,
  total,
  width,
  selection,
  onSelection,
  onOpen,
  onRange,
}: TaskGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [space, setSpace] = useState(0);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setSpace(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  const cardWidth = Math.max(80, (space - GAP * (width + 1)) / width);
  const rowHeight = Math.round(Math.min(cardWidth * 0.66, 420)) + CAPTION_HEIGHT + GAP;
  const blocks = useBlocks(total, rowHeight, width);
  const { offset, count } = blocks;
  const { choose, setAnchor } = useChoose(projectId, query, pages, selection, onSelection);

  const virtualizer = useVirtualizer({
    count: Math.ceil(count / width),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 2,
    paddingStart: GAP,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [rowHeight, virtualizer]);

  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [offset]);

  const rows = virtualizer.getVirtualItems();
  const first = offset + (rows[0]?.index ?? 0) * width;
  const last = offset + Math.min(count, ((rows.at(-1)?.index ?? 0) + 1) * width) - 1;
  useEffect(() => {
    onRange({ first, last });
  }, [first, last, onRange]);

  const shown = useMemo(
    () => visibleColumns(view, 'explore', columns).filter((column) => column.isData),
    [columns, view],
  );

  function onKeyDown(event: KeyboardEvent) {
    const card = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'gridcell';
    if (!card || event.altKey || event.ctrlKey || event.metaKey) return;
    const task = pages.taskAt(current);
    const moves: Record<string, number> = {
      ArrowLeft: current - 1,
      ArrowRight: current + 1,
      ArrowUp: current - width,
      ArrowDown: current + width,
      Home: offset,
      End: offset + count - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      const index = Math.max(offset, Math.min(offset + count - 1, target));
      if (event.shiftKey) {
        setAnchor(index);
        const passed = [task?.id, pages.taskAt(index)?.id].filter((id) => id !== undefined);
        onSelection(select(selection, passed, true));
      }
      setCurrent(index);
      virtualizer.scrollToIndex(Math.floor((index - offset) / width));
      // The card may have to be drawn first.
      requestAnimationFrame(() => {
        scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
      });
    } else if (event.key === 'Enter' && task) onOpen(task.id, false);
    else if (event.key === ' ' && task) choose(current, task, event.shiftKey);
    else return;
    event.preventDefault();
  }

  const selected = headerState(selection, total);
  return (
    <div className={classes.frame}>
      <div className={classes.bar}>
        <Checkbox
          size="xs"
          label={t('data.table.selectAll')}
          checked={selected === 'all'}
          indeterminate={selected === 'some'}
          onChange={(event) => {
            setAnchor(null);
            onSelection(event.currentTarget.checked ? everythingSelected : nothingSelected);
          }}
        />
      </div>
      <div
        ref={scroller}
        role="grid"
        aria-label={t('data.table')}
        aria-rowcount={Math.ceil(total / width)}
        aria-multiselectable
        aria-busy={pages.isFetching}
        className={classes.scroller}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() + GAP }}>
          {rows.map((row) => (
            <div
              key={row.key}
              role="row"
              aria-rowindex={Math.floor(offset / width) + row.index + 1}
              className={classes.row}
              style={{
                transform: `translateY(${row.start}px)`,
                height: rowHeight - GAP,
                gridTemplateColumns: `repeat(${width}, minmax(0, 1fr))`,
              }}
            >
              {Array.from({ length: Math.min(width, count - row.index * width) }, (_, step) => {
                const index = offset + row.index * width + step;
                const task = pages.taskAt(index);
                return (
                  <Card
                    key={index}
                    index={index}
                    task={task}
                    columns={shown}
                    view={view}
                    isSelected={task !== undefined && isSelected(selection, task.id)}
                    isCurrent={index === Math.max(offset, Math.min(current, offset + count - 1))}
                    onSelect={choose}
                    onOpen={onOpen}
                    onFocus={setCurrent}
                  />
                );
              })}
            </div>
          ))}
        </div>
      </div>
      <BlockBar {...blocks} />
    </div>
  );
}

interface CardProps {
  index: number;
  task: ListedTask | undefined;
  columns: readonly Column[];
  view: ViewData;
  isSelected: boolean;
  /** The card the keyboard is on. */
  isCurrent: boolean;
  onSelect: (index: number, task: ListedTask, range: boolean) => void;
  onOpen: (task: number, inNewTab: boolean) => void;
  onFocus: (index: number) => void;
}

function Card({
  index,
  task,
  columns,
  view,
  isSelected: chosen,
  isCurrent,
  onSelect,
  onOpen,
  onFocus,
}: CardProps) {
  return (
    <div
      role="gridcell"
      aria-selected={chosen}
      data-index={index}
      data-selected={chosen || undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={classes.card}
      onFocus={() => {
        onFocus(index);
      }}
      onClick={(event) => {
        if (task) onOpen(task.id, event.ctrlKey || event.metaKey);
      }}
    >
      {task && (
        <>
          <Preview task={task} columns={columns} view={view} />
          <div className={classes.caption}>
            <div
              className={classes.heading}
              onClick={(event) => {
                event.stopPropagation();
              }}
            >
              <Checkbox
                size="xs"
                tabIndex={isCurrent ? 0 : -1}
                aria-label={t('data.table.select', { id: task.id })}
                checked={chosen}
                readOnly
                onClick={(event) => {
                  onSelect(index, task, event.shiftKey);
                }}
              />
              <span className={classes.id}>{task.id}</span>
              <span className={classes.done}>
                {t('data.grid.annotations', { count: task.total_annotations ?? 0 })}
              </span>
            </div>
            <span className="gs-truncate">{captionOf(task, columns, view)}</span>
          </div>
        </>
      )}
    </div>
  );
}

/** The first picture, else the first recording, else the first text. */
function Preview({ task, columns, view }: { task: ListedTask; columns: readonly Column[]; view: ViewData }) {
  for (const type of ['Image', 'Video', 'Audio'] as const) {
    for (const column of columns) {
      const address = mediaAddress(valueOf(column, task));
      if (displayTypeOf(view, column) !== type || address === undefined || !isShowable(address)) continue;
      if (type === 'Image')
        return (
          <div className={classes.preview}>
            <img src={address} alt="" loading="lazy" decoding="async" />
          </div>
        );
      return (
        <div
          className={classes.preview}
          onClick={(event) => {
            event.stopPropagation();
          }}
        >
          {type === 'Audio' ? (
            <audio src={address} controls preload="none" aria-label={column.title} />
          ) : (
            <video src={address} controls preload="metadata" aria-label={column.title} />
          )}
        </div>
      );
    }
  }
  return <p className={classes.text}>{textsOf(task, columns)[0] ?? ''}</p>;
}

function captionOf(task: ListedTask, columns: readonly Column[], view: ViewData): string {
  const hasMedia = columns.some((column) =>
    ['Image', 'Video', 'Audio'].includes(displayTypeOf(view, column)),
  );
  const texts = textsOf(task, columns);
  return texts.slice(hasMedia ? 0 : 1).join(' · ');
}

function textsOf(task: ListedTask, columns: readonly Column[]): string[] {
  return columns
    .filter((column) => !['Image', 'Video', 'Audio'].includes(column.type))
    .map((column) => cellText(valueOf(column, task)))
    .filter((text) => text !== '');
}
