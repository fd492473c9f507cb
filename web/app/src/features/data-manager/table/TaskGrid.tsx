import type { ListedTask } from '@goldset/api';
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';

import { t } from '../../../messages';
import { cellText, mediaAddress, valueOf, type Column } from '../model/columns';
import { isSelected, select, toggle, type Selection } from '../model/selection';
import { displayTypeOf, visibleColumns, type ViewData } from '../model/views';
import { isShowable } from './Cell';
import classes from './grid.module.css';
import type { Range, TaskPages } from './useTaskPages';

/** Height of a card under its picture, in pixels. */
const CAPTION_HEIGHT = 64;
const GAP = 12;

/** Browsers stop drawing elements of some ten million pixels. */
const MAX_HEIGHT = 10_000_000;

interface TaskGridProps {
  columns: readonly Column[];
  view: ViewData;
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
  columns,
  view,
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
  const anchor = useRef<number | null>(null);
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
  const lines = Math.min(Math.ceil(total / width), Math.floor(MAX_HEIGHT / rowHeight));

  const virtualizer = useVirtualizer({
    count: lines,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 2,
    paddingStart: GAP,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [rowHeight, virtualizer]);

  const rows = virtualizer.getVirtualItems();
  const first = (rows[0]?.index ?? 0) * width;
  const last = Math.min(total, ((rows.at(-1)?.index ?? 0) + 1) * width) - 1;
  useEffect(() => {
    onRange({ first, last });
  }, [first, last, onRange]);

  const shown = useMemo(
    () => visibleColumns(view, 'explore', columns).filter((column) => column.isData),
    [columns, view],
  );

  function choose(index: number, task: ListedTask, range: boolean) {
    const from = anchor.current;
    anchor.current = index;
    if (!range || from === null || from === index) {
      onSelection(toggle(selection, task.id));
      return;
    }
    const [low, high] = from < index ? [from, index] : [index, from];
    const ids = Array.from({ length: high - low + 1 }, (_, step) => pages.taskAt(low + step)?.id);
    onSelection(
      select(
        selection,
        ids.filter((id) => id !== undefined),
        !isSelected(selection, task.id),
      ),
    );
  }

  function onKeyDown(event: KeyboardEvent) {
    const card = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'gridcell';
    if (!card || event.altKey || event.ctrlKey || event.metaKey) return;
    const task = pages.taskAt(current);
    const moves: Record<string, number> = {
      ArrowLeft: current - 1,
      ArrowRight: current + 1,
      ArrowUp: current - width,
      ArrowDown: current + width,
      Home: 0,
      End: lines * width - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      const index = Math.max(0, Math.min(Math.min(total, lines * width) - 1, target));
      if (event.shiftKey) {
        const passed = [task?.id, pages.taskAt(index)?.id].filter((id) => id !== undefined);
        onSelection(select(selection, passed, true));
      }
      setCurrent(index);
      virtualizer.scrollToIndex(Math.floor(index / width));
      // The card may have to be drawn first.
      requestAnimationFrame(() => {
        scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
      });
    } else if (event.key === 'Enter' && task) onOpen(task.id, false);
    else if (event.key === ' ' && task) choose(current, task, event.shiftKey);
    else return;
    event.preventDefault();
  }

  return (
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
            aria-rowindex={row.index + 1}
            className={classes.row}
            style={{
              transform: `translateY(${row.start}px)`,
              height: rowHeight - GAP,
              gridTemplateColumns: `repeat(${width}, minmax(0, 1fr))`,
            }}
          >
            {Array.from({ length: Math.min(width, total - row.index * width) }, (_, step) => {
              const index = row.index * width + step;
              const task = pages.taskAt(index);
              return (
                <Card
                  key={index}
                  index={index}
                  task={task}
                  columns={shown}
                  view={view}
                  isSelected={task !== undefined && isSelected(selection, task.id)}
                  isCurrent={index === Math.min(current, total - 1)}
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
