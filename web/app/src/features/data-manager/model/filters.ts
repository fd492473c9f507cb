import type { FilterItem, Filters } from '@goldset/api';

import type { ColumnType } from './columns';

export type { FilterItem, Filters };

export type Operator =
  | 'contains'
  | 'not_contains'
  | 'regex'
  | 'equal'
  | 'not_equal'
  | 'less'
  | 'greater'
  | 'less_or_equal'
  | 'greater_or_equal'
  | 'in'
  | 'not_in'
  | 'empty';

/** How the value of a condition is entered. */
export type ValueInput =
  'text' | 'number' | 'numberRange' | 'date' | 'dateRange' | 'boolean' | 'item' | 'items';

const text: Operator[] = ['contains', 'not_contains', 'regex', 'equal', 'not_equal', 'empty'];

const operators: Record<ColumnType, Operator[]> = {
  String: text,
  Text: text,
  Image: text,
  Audio: text,
  Video: text,
  Number: [
    'equal',
    'not_equal',
    'less',
    'greater',
    'less_or_equal',
    'greater_or_equal',
    'in',
    'not_in',
    'empty',
  ],
  Datetime: ['less', 'greater', 'in', 'not_in', 'empty'],
  Boolean: ['equal', 'empty'],
  List: ['contains', 'not_contains', 'empty'],
};

/** The operators a column of this type can be filtered with, the usual one first. */
export function operatorsOf(type: ColumnType): readonly Operator[] {
  return operators[type];
}

export function valueInputOf(type: ColumnType, operator: string, multiple: boolean): ValueInput {
  if (operator === 'empty' || type === 'Boolean') return 'boolean';
  const range = operator === 'in' || operator === 'not_in';
  if (type === 'Number') return range ? 'numberRange' : 'number';
  if (type === 'Datetime') return range ? 'dateRange' : 'date';
  if (type === 'List') return multiple ? 'items' : 'item';
  return 'text';
}

export function columnIdOf(item: FilterItem): string {
  return item.filter.replace(/^filter:/, '');
}

/** A new condition on a column, with its usual operator and no value yet. */
export function newFilter(column: { id: string }, type: ColumnType): FilterItem {
  const [operator] = operators[type];
  return { filter: `filter:${column.id}`, operator: operator ?? 'equal', type, value: null };
}

/** The condition with another operator; its value stays where the new operator can use it. */
export function withOperator(
  item: FilterItem,
  type: ColumnType,
  operator: string,
  multiple: boolean,
): FilterItem {
  const before = valueInputOf(type, item.operator, multiple);
  const after = valueInputOf(type, operator, multiple);
  return { ...item, operator, type, value: before === after ? item.value : null };
}

/** Whether a condition says enough to be applied. */
export function isComplete(item: FilterItem): boolean {
  const { value } = item;
  if (value === null || value === undefined || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object') {
    const { min, max } = value as { min?: unknown; max?: unknown };
    return isSet(min) && isSet(max);
  }
  return typeof value !== 'number' || Number.isFinite(value);
}

/** What is sent and stored: the complete conditions only, with the condition inside where that is complete. */
export function completeFilters(filters: Filters): Filters {
  return {
    conjunction: filters.conjunction,
    items: filters.items
      .filter(isComplete)
      .map((item) =>
        item.child_filter && !isComplete(item.child_filter) ? withChild(item, undefined) : item,
      ),
  };
}

/** The condition with another one that must hold too, or without. */
export function withChild(item: FilterItem, child: FilterItem | undefined): FilterItem {
  const { filter, operator, type, value } = item;
  return { filter, operator, type, value, ...(child !== undefined && { child_filter: child }) };
}

export function sameFilters(a: Filters, b: Filters): boolean {
  return JSON.stringify(completeFilters(a)) === JSON.stringify(completeFilters(b));
}

/** A local date and time, as an input of type `datetime-local` gives it, in the form the server compares with. */
export function toServerDate(local: string): string | null {
  const date = new Date(local);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The reverse of `toServerDate`, for showing a stored value; empty when it is no date. */
export function toLocalDate(stored: unknown): string {
  const date = typeof stored === 'string' ? new Date(stored) : undefined;
  if (!date || Number.isNaN(date.getTime())) return '';
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !Number.isNaN(value);
}
