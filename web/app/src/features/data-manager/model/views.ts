import type { Filters, View, ViewData } from '@goldset/api';

import { defaultHidden, type Column, type ColumnType, displayTypes, type Place } from './columns';

export type { View, ViewData };

export const noFilters: Filters = { conjunction: 'and', items: [] };

export function newViewData(title: string, columns: readonly Column[]): ViewData {
  return {
    title,
    type: 'list',
    target: 'tasks',
    filters: noFilters,
    ordering: [],
    hiddenColumns: defaultHidden(columns),
  };
}

export function filtersOf(view: ViewData): Filters {
  return view.filters ?? noFilters;
}

export function hiddenIn(view: ViewData, place: Place, columns: readonly Column[]): ReadonlySet<string> {
  return new Set(view.hiddenColumns?.[place] ?? defaultHidden(columns)[place]);
}

/** The visible columns of a tab, in order. */
export function visibleColumns(view: ViewData, place: Place, columns: readonly Column[]): Column[] {
  const hidden = hiddenIn(view, place, columns);
  return columns.filter((column) => !hidden.has(column.id));
}

/** What a column is shown and filtered as in this tab. */
export function displayTypeOf(view: ViewData, column: Column): ColumnType {
  if (!column.isData) return column.type;
  const chosen = view.columnsDisplayType?.[column.id];
  return displayTypes.find((type) => type === chosen) ?? column.type;
}

export interface Ordering {
  columnId: string;
  descending: boolean;
}

export function orderingOf(view: ViewData): Ordering | null {
  const first = view.ordering?.[0];
  if (first === undefined) return null;
  const descending = first.includes('-') && (first.startsWith('-') || first.startsWith('tasks:-'));
  return { columnId: first.replace(/^-/, '').replace(/^tasks:-/, 'tasks:'), descending };
}

export function orderingValue(ordering: Ordering | null): string[] {
  return ordering === null ? [] : [`${ordering.descending ? '-' : ''}${ordering.columnId}`];
}

/** A title like the wanted one that no tab has yet: `Copy`, `Copy (2)`. */
export function freeTitle(wanted: string, views: readonly View[]): string {
  const taken = new Set(views.map((view) => view.data.title));
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const title = `${wanted} (${number})`;
    if (!taken.has(title)) return title;
  }
}
