import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import {
  IconArrowBarToLeft,
  IconArrowBarToRight,
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconDotsVertical,
  IconEyeOff,
  IconSortAscending,
  IconSortDescending,
} from '@tabler/icons-react';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';

import { t } from '../../../messages';
import { displayTypes, minimumWidth, type Column, type ColumnType } from '../model/columns';
import type { Ordering } from '../model/views';
import classes from './table.module.css';

export interface ShownColumn {
  column: Column;
  type: ColumnType;
  /** Pixels. */
  width: number;
}

interface TableHeaderProps {
  columns: readonly ShownColumn[];
  ordering: Ordering | null;
  selected: 'none' | 'some' | 'all';
  /** Widths of columns, checkboxes included, as a grid template. */
  onSelectAll: (selected: boolean) => void;
  onOrder: (ordering: Ordering | null) => void;
  onHide: (column: Column) => void;
  /** Puts a column in the place of another one. */
  onMove: (columnId: string, placeId: string) => void;
  onDisplayAs: (column: Column, type: ColumnType) => void;
  onResize: (column: Column, width: number) => void;
  /** The width is final and can be saved; null brings the usual one back. */
  onResized: (column: Column, width: number | null) => void;
}

/** Names of the columns; a click on one orders by it. */
export function TableHeader({ columns, ordering, selected, onSelectAll, ...on }: TableHeaderProps) {
  return (
    <div role="row" aria-rowindex={1} className={classes.header}>
      <div role="columnheader" aria-colindex={1} className={classes.tools}>
        <Checkbox
          size="xs"
          aria-label={t('data.table.selectAll')}
          checked={selected === 'all'}
          indeterminate={selected === 'some'}
          onChange={(event) => {
            onSelectAll(event.currentTarget.checked);
          }}
        />
      </div>
      {columns.map((shown, index) => (
        <HeaderCell
          key={shown.column.id}
          {...shown}
          {...on}
          index={index + 2}
          ordering={ordering}
          left={columns[index - 1]?.column}
          right={columns[index + 1]?.column}
        />
      ))}
    </div>
  );
}

interface HeaderCellProps
  extends ShownColumn, Omit<TableHeaderProps, 'columns' | 'selected' | 'onSelectAll'> {
  index: number;
  /** The columns beside this one. */
  left: Column | undefined;
  right: Column | undefined;
}

const dragged = 'application/x-goldset-column';

function HeaderCell({
  column,
  type,
  width,
  index,
  ordering,
  left,
  right,
  onOrder,
  onHide,
  onMove,
  onDisplayAs,
  onResize,
  onResized,
}: HeaderCellProps) {
  const order = ordering?.columnId === column.id ? ordering : null;
  const { title } = column;
  const [isTarget, setIsTarget] = useState(false);

  function orderNext() {
    if (!order) onOrder({ columnId: column.id, descending: false });
    else onOrder(order.descending ? null : { ...order, descending: true });
  }

  return (
    <div
      role="columnheader"
      aria-colindex={index}
      aria-sort={order ? (order.descending ? 'descending' : 'ascending') : undefined}
      className={classes.headerCell}
      data-number={type === 'Number' || undefined}
      data-target={isTarget || undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(dragged, column.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setIsTarget(true);
      }}
      onDragLeave={() => {
        setIsTarget(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setIsTarget(false);
        const id = event.dataTransfer.getData(dragged);
        if (id !== '' && id !== column.id) onMove(id, column.id);
      }}
    >
      <button type="button" className={classes.headerName} title={column.help ?? title} onClick={orderNext}>
        <span className="gs-truncate">{title}</span>
        {order &&
          (order.descending ? (
            <IconArrowDown size={14} aria-hidden />
          ) : (
            <IconArrowUp size={14} aria-hidden />
          ))}
      </button>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon size={20} className={classes.headerMenu} aria-label={t('data.columns.menu', { title })}>
            <IconDotsVertical size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconSortAscending size={16} />}
            onClick={() => {
              onOrder({ columnId: column.id, descending: false });
            }}
          >
            {t('data.columns.ascending')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconSortDescending size={16} />}
            onClick={() => {
              onOrder({ columnId: column.id, descending: true });
            }}
          >
            {t('data.columns.descending')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconEyeOff size={16} />}
            onClick={() => {
              onHide(column);
            }}
          >
            {t('data.columns.hide')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowBarToLeft size={16} />}
            disabled={!left}
            onClick={() => {
              if (left) onMove(column.id, left.id);
            }}
          >
            {t('data.columns.left')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowBarToRight size={16} />}
            disabled={!right}
            onClick={() => {
              if (right) onMove(column.id, right.id);
            }}
          >
            {t('data.columns.right')}
          </Menu.Item>
          {column.isData && (
            <>
              <Menu.Divider />
              <Menu.Label>{t('data.columns.displayAs')}</Menu.Label>
              {displayTypes.map((choice) => (
                <Menu.Item
                  key={choice}
                  leftSection={
                    choice === type ? <IconCheck size={16} /> : <span className={classes.noCheck} />
                  }
                  onClick={() => {
                    onDisplayAs(column, choice);
                  }}
                >
                  {t(`data.type.${choice}`)}
                </Menu.Item>
              ))}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <ResizeHandle
        title={title}
        width={width}
        onResize={(next) => onResize(column, next)}
        onResized={(next) => onResized(column, next)}
      />
    </div>
  );
}

interface ResizeHandleProps {
  title: string;
  width: number;
  onResize: (width: number) => void;
  onResized: (width: number | null) => void;
}

/** Drag, or the arrow keys; a double click brings the usual width back. */
function ResizeHandle({ title, width, onResize, onResized }: ResizeHandleProps) {
  function drag(event: PointerEvent<HTMLDivElement>) {
    event.preventDefault();
    const handle = event.currentTarget;
    const start = event.clientX;
    // A column may be wider than asked for: it fills what is left.
    const before = handle.parentElement?.getBoundingClientRect().width ?? width;
    let latest = before;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => {
      latest = Math.max(minimumWidth, before + moved.clientX - start);
      onResize(latest);
    };
    const stop = () => {
      handle.removeEventListener('pointermove', move);
      if (latest !== before) onResized(latest);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', stop, { once: true });
  }

  function step(event: KeyboardEvent) {
    const change = event.key === 'ArrowLeft' ? -16 : event.key === 'ArrowRight' ? 16 : 0;
    if (change === 0) return;
    event.preventDefault();
    onResized(Math.max(minimumWidth, width + change));
  }

  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('data.columns.resize', { title })}
      aria-valuenow={Math.round(width)}
      aria-valuemin={minimumWidth}
      tabIndex={0}
      className={classes.resize}
      draggable
      onDragStart={(event) => {
        // Dragging the edge is not dragging the column.
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={drag}
      onKeyDown={step}
      onDoubleClick={() => {
        onResized(null);
      }}
    />
  );
}
