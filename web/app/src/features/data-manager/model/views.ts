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

/** All columns in the order of the tab: those somebody has moved where they were put, the others after what they follow. */
export function orderedColumns(view: ViewData, columns: readonly Column[]): Column[] {
  const places = new Map((view.columnsOrder ?? []).map((id, index) => [id, index]));
  const ordered = columns
    .filter((column) => places.has(column.id))
    .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  let before: Column | undefined;
  for (const column of columns) {
    if (!places.has(column.id)) ordered.splice(before ? ordered.indexOf(before) + 1 : 0, 0, column);
    before = column;
  }
  return ordered;
}

/** The visible columns of a tab, in order. */
export function visibleColumns(view: ViewData, place: Place, columns: readonly Column[]): Column[] {
  const hidden = hiddenIn(view, place, columns);
  return orderedColumns(view, columns).filter((column) => !hidden.has(column.id));
}

/** The list with one entry put in the place of another, which moves aside. */
export function moved<T>(list: readonly T[], entry: T, place: T): T[] {
  const to = list.indexOf(place);
  const others = list.filter((other) => other !== entry);
  others.splice(to, 0, entry);
  return to < 0 || others.length !== list.length ? [...list] : others;
}

/** What a column is shown and filtered as in this tab. */
export function displayTypeOf(view: ViewData, column: Column): ColumnType {
  if (!column.isData) return column.type;
  const chosen = view.columnsDisplayType?.[column.id];
  return displayTypes.find((type) => type === chosen) ?? column.type;
}

/** Fewest and most cards beside each other. */
export const gridWidths = { least: 1, usual: 4, most: 10 } as const;

/** Cards beside each other in the grid. */
export function gridWidthOf(view: ViewData): number {
  const width = view.gridWidth;
  if (typeof width !== 'number' || !Number.isFinite(width)) return gridWidths.usual;
  return Math.min(gridWidths.most, Math.max(gridWidths.least, Math.round(width)));
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
