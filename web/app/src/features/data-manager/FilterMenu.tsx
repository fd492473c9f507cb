import { ActionIcon, Badge, Button, Popover, Select, Text, Tooltip } from '@mantine/core';
import { IconCornerDownRight, IconFilter, IconPlus, IconTrash } from '@tabler/icons-react';

import { t } from '../../messages';
import classes from './dataManager.module.css';
import { FilterValue } from './FilterValue';
import type { Column, ColumnType } from './model/columns';
import {
  columnIdOf,
  isComplete,
  newFilter,
  operatorsOf,
  withChild,
  withOperator,
  type FilterItem,
  type Filters,
  type Operator,
} from './model/filters';
import { displayTypeOf, noFilters, type ViewData } from './model/views';

interface FilterMenuProps {
  view: ViewData;
  filters: Filters;
  columns: readonly Column[];
  onChange: (filters: Filters) => void;
}

/** The conditions of a tab. Each change applies at once; conditions without a value wait until they have one. */
export function FilterMenu({ view, filters, columns, onChange }: FilterMenuProps) {
  const active = filters.items.filter(isComplete).length;
  const setItem = (index: number, item: FilterItem) => {
    onChange({
      ...filters,
      items: filters.items.map((other, position) => (position === index ? item : other)),
    });
  };
  const firstColumn = columns.find((column) => column.isData) ?? columns[0];
  return (
    <Popover position="bottom-start" width={700} trapFocus withRoles>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={16} />}
          rightSection={
            active > 0 ? (
              <Badge circle size="sm" aria-hidden>
                {active}
              </Badge>
            ) : undefined
          }
          aria-label={active > 0 ? t('data.filters.count', { count: active }) : t('data.filters')}
        >
          {t('data.filters')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('data.filters')}>
        {filters.items.length === 0 && (
          <Text c="dimmed" size="sm" mb="sm">
            {t('data.filters.none')}
          </Text>
        )}
        <div className={classes.filters}>
          {filters.items.map((item, index) => (
            <FilterRow
              key={index}
              index={index}
              item={item}
              view={view}
              columns={columns}
              conjunction={filters.conjunction}
              onConjunction={(conjunction) => {
                onChange({ ...filters, conjunction });
              }}
              onChange={(changed) => {
                setItem(index, changed);
              }}
              onRemove={() => {
                onChange({
                  ...filters,
                  items: filters.items.filter((_other, position) => position !== index),
                });
              }}
            />
          ))}
        </div>
        <div className={classes.filterActions}>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} />}
            onClick={() => {
              if (!firstColumn) return;
              const item = newFilter(firstColumn, displayTypeOf(view, firstColumn));
              onChange({ ...filters, items: [...filters.items, item] });
            }}
          >
            {t('data.filters.add')}
          </Button>
          {filters.items.length > 0 && (
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                onChange(noFilters);
              }}
            >
              {t('data.filters.clear')}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

interface FilterRowProps {
  index: number;
  item: FilterItem;
  view: ViewData;
  columns: readonly Column[];
  conjunction: Filters['conjunction'];
  onConjunction: (conjunction: Filters['conjunction']) => void;
  onChange: (item: FilterItem) => void;
  onRemove: () => void;
}

// Inside the popover's own layer: a click on an option must not count as a click outside.
const inPlace = { withinPortal: false } as const;

function FilterRow({
  index,
  item,
  view,
  columns,
  conjunction,
  onConjunction,
  onChange,
  onRemove,
}: FilterRowProps) {
  const title = titleOf(item, columns);
  return (
    <>
      <div className={classes.filter} role="group" aria-label={title}>
        {index === 0 && <span className={classes.where}>{t('data.filters.where')}</span>}
        {index === 1 && (
          <Select
            aria-label={t('data.filters.conjunction')}
            data={[
              { value: 'and', label: t('data.filters.and') },
              { value: 'or', label: t('data.filters.or') },
            ]}
            value={conjunction}
            allowDeselect={false}
            comboboxProps={inPlace}
            onChange={(value) => {
              onConjunction(value === 'or' ? 'or' : 'and');
            }}
          />
        )}
        {index > 1 && (
          <span className={classes.where}>
            {t(conjunction === 'and' ? 'data.filters.and' : 'data.filters.or')}
          </span>
        )}
        <Condition item={item} view={view} columns={columns} onChange={onChange} />
        <div className={classes.filterTools}>
          <Tooltip label={t('data.filters.addNested')}>
            <ActionIcon
              aria-label={t('data.filters.addNestedTo', { column: title })}
              disabled={Boolean(item.child_filter)}
              onClick={() => {
                const column = columns.find(({ id }) => id === columnIdOf(item)) ?? columns[0];
                if (column) onChange(withChild(item, newFilter(column, displayTypeOf(view, column))));
              }}
            >
              <IconCornerDownRight size={16} />
            </ActionIcon>
          </Tooltip>
          <ActionIcon aria-label={t('data.filters.remove', { column: title })} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      </div>
      {item.child_filter && (
        <div
          className={classes.filter}
          data-nested
          role="group"
          aria-label={t('data.filters.nested', { column: title })}
        >
          <span className={classes.where}>
            <IconCornerDownRight size={14} aria-hidden /> {t('data.filters.and')}
          </span>
          <Condition
            item={item.child_filter}
            view={view}
            columns={columns}
            onChange={(child) => {
              onChange(withChild(item, child));
            }}
          />
          <div className={classes.filterTools}>
            <ActionIcon
              aria-label={t('data.filters.removeNested', { column: title })}
              onClick={() => {
                onChange(withChild(item, undefined));
              }}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        </div>
      )}
    </>
  );
}

function titleOf(item: FilterItem, columns: readonly Column[]): string {
  const columnId = columnIdOf(item);
  return columns.find((candidate) => candidate.id === columnId)?.title ?? columnId;
}

interface ConditionProps {
  item: FilterItem;
  view: ViewData;
  columns: readonly Column[];
  onChange: (item: FilterItem) => void;
}

/** Column, operator and value. */
function Condition({ item, view, columns, onChange }: ConditionProps) {
  const columnId = columnIdOf(item);
  const column = columns.find((candidate) => candidate.id === columnId);
  const type: ColumnType = column ? displayTypeOf(view, column) : 'String';
  return (
    <>
      <Select
        aria-label={t('data.filters.column')}
        data={groupedColumns(columns)}
        value={columnId}
        searchable
        allowDeselect={false}
        comboboxProps={inPlace}
        maxDropdownHeight={280}
        onChange={(value) => {
          const chosen = columns.find((candidate) => candidate.id === value);
          if (chosen && chosen.id !== columnId)
            onChange(
              withChild(newFilter(chosen, displayTypeOf(view, chosen)), item.child_filter ?? undefined),
            );
        }}
      />
      <Select
        aria-label={t('data.filters.operator')}
        data={operatorOptions(type, item.operator)}
        value={item.operator}
        allowDeselect={false}
        comboboxProps={inPlace}
        onChange={(value) => {
          if (value !== null) onChange(withOperator(item, type, value, column?.multiple ?? false));
        }}
      />
      <FilterValue
        type={type}
        operator={item.operator}
        column={column}
        value={item.value}
        onChange={(value) => {
          onChange({ ...item, type, value });
        }}
      />
    </>
  );
}

/** The columns as a select takes them, data fields apart. */
export function groupedColumns(columns: readonly Column[]) {
  const options = (isData: boolean) =>
    columns
      .filter((column) => column.isData === isData)
      .map((column) => ({ value: column.id, label: column.title }));
  return [
    { group: t('data.columns.about'), items: options(false) },
    { group: t('data.columns.fields'), items: options(true) },
  ].filter((group) => group.items.length > 0);
}

function operatorOptions(type: ColumnType, current: string) {
  const known = operatorsOf(type).map((operator) => ({
    value: operator as string,
    label: operatorLabel(type, operator),
  }));
  // A stored condition may use an operator that is not offered for this type.
  return known.some((option) => option.value === current)
    ? known
    : [...known, { value: current, label: current }];
}

function operatorLabel(type: ColumnType, operator: Operator): string {
  if (type === 'Datetime' && operator === 'less') return t('data.operator.before');
  if (type === 'Datetime' && operator === 'greater') return t('data.operator.after');
  return t(`data.operator.${operator}`);
}
