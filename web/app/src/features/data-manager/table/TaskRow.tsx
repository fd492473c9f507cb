import type { User } from '@goldset/api';
import { ActionIcon, Checkbox } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { memo, type CSSProperties, type MouseEvent } from 'react';

import { t } from '../../../messages';
import type { ListedTask } from '@goldset/api';
import { Cell } from './Cell';
import classes from './table.module.css';
import type { ShownColumn } from './TableHeader';

interface TaskRowProps {
  /** Position in the list, from 0. */
  index: number;
  task: ListedTask | undefined;
  columns: readonly ShownColumn[];
  users: ReadonlyMap<number, User>;
  thumbnails: boolean;
  isSelected: boolean;
  /** The task is open beside the table. */
  isOpen: boolean;
  /** The row the keyboard is on. */
  isCurrent: boolean;
  style: CSSProperties;
  onSelect: (index: number, task: ListedTask, range: boolean) => void;
  onOpen: (task: ListedTask, inNewTab: boolean) => void;
  onShowSource: (task: ListedTask) => void;
  onFocus: (index: number) => void;
}

/** One task. A click opens it. */
export const TaskRow = memo(function TaskRow({
  index,
  task,
  columns,
  users,
  thumbnails,
  isSelected,
  isOpen,
  isCurrent,
  style,
  onSelect,
  onOpen,
  onShowSource,
  onFocus,
}: TaskRowProps) {
  function open(event: MouseEvent) {
    if (task) onOpen(task, event.ctrlKey || event.metaKey || event.button === 1);
  }

  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-open={isOpen || undefined}
      data-selected={isSelected || undefined}
      data-index={index}
      className={classes.row}
      style={style}
      tabIndex={isCurrent ? 0 : -1}
      onClick={open}
      onAuxClick={open}
      onFocus={() => {
        onFocus(index);
      }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        className={classes.tools}
        onClick={(event) => {
          event.stopPropagation();
        }}
      >
        {task && (
          <>
            <Checkbox
              size="xs"
              tabIndex={isCurrent ? 0 : -1}
              aria-label={t('data.table.select', { id: task.id })}
              checked={isSelected}
              readOnly
              onClick={(event) => {
                onSelect(index, task, event.shiftKey);
              }}
            />
            <ActionIcon
              size={22}
              tabIndex={isCurrent ? 0 : -1}
              className={classes.source}
              aria-label={t('data.table.source', { id: task.id })}
              onClick={() => {
                onShowSource(task);
              }}
            >
              <IconCode size={14} />
            </ActionIcon>
          </>
        )}
      </div>
      {columns.map(({ column, type }, position) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={position + 2}
          className={classes.cell}
          data-number={type === 'Number' || undefined}
        >
          {task ? (
            <Cell
              task={task}
              column={column}
              type={type}
              users={users}
              thumbnails={thumbnails}
              reachable={isCurrent}
            />
          ) : (
            <span className={classes.placeholder} />
          )}
        </div>
      ))}
    </div>
  );
});
