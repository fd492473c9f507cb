import type { Column as ServerColumn } from '@goldset/api';

/** How a column's values are read, shown, filtered and ordered. */
export const columnTypes = [
  'String',
  'Number',
  'Boolean',
  'Datetime',
  'List',
  'Image',
  'Audio',
  'Video',
  'Text',
] as const;
export type ColumnType = (typeof columnTypes)[number];

/** What a person may choose for a data field under "Display as". */
export const displayTypes = [
  'String',
  'Number',
  'Image',
  'Audio',
  'Video',
  'Text',
] as const satisfies readonly ColumnType[];

/** Where a column is visible: in the table alone, or in the narrow table beside the editor. */
export type Place = 'explore' | 'labeling';

export interface Column {
  /** As views refer to it: `tasks:created_at`, `tasks:data.image`. */
  id: string;
  /** Key in a task, or in its data for data fields. */
  key: string;
  title: string;
  /** What the server says it is; data fields can be shown as something else. */
  type: ColumnType;
  help: string | undefined;
  isData: boolean;
  items: (string | number)[];
  /** Several items may be picked in a filter. */
  multiple: boolean;
  visible: Record<Place, boolean>;
}

/** The columns of a project in the order they are shown, without the root of the data fields. */
export function columnsOf(answer: readonly ServerColumn[]): Column[] {
  const columns = answer
    .filter((column) => column.children === undefined)
    .map((column): Column => {
      const isData = column.parent === 'data';
      return {
        id: isData ? `tasks:data.${column.id}` : `tasks:${column.id}`,
        key: column.id,
        title: column.title,
        type: typeOf(column.type),
        help: column.help,
        isData,
        items: column.schema?.items ?? [],
        multiple: column.schema?.multiple ?? false,
        visible: column.visibility_defaults ?? { explore: true, labeling: false },
      };
    });
  // The id first: it is what people call a task by.
  return [
    ...columns.filter((column) => column.id === 'tasks:id'),
    ...columns.filter((column) => column.id !== 'tasks:id'),
  ];
}

function typeOf(type: string): ColumnType {
  if (type === 'AudioPlus') return 'Audio';
  return columnTypes.find((known) => known === type) ?? 'String';
}

/** A column's value in a task of the list; undefined when the task has none. */
export function valueOf(column: Column, task: { data: Record<string, unknown> }): unknown {
  if (!column.isData) return (task as unknown as Record<string, unknown>)[column.key];
  if (column.key in task.data) return task.data[column.key];
  // A field named `a.b` may also be the field `b` of the object `a`.
  return column.key
    .split('.')
    .reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), task.data);
}

/** The hidden columns a new tab starts with. */
export function defaultHidden(columns: readonly Column[]): Record<Place, string[]> {
  const hidden = (place: Place) =>
    columns.filter((column) => !column.visible[place]).map((column) => column.id);
  return { explore: hidden('explore'), labeling: hidden('labeling') };
}

const widths: Record<ColumnType, number> = {
  String: 240,
  Text: 280,
  Number: 116,
  Boolean: 88,
  Datetime: 176,
  List: 140,
  Image: 168,
  Audio: 168,
  Video: 168,
};

/** Narrowest width of a column, in pixels. */
export const minimumWidth = 56;

export function defaultWidth(column: Column): number {
  return column.id === 'tasks:id' ? 84 : widths[column.type];
}

/** The text of a value in a cell that has no form of its own. Long ones are cut: the cell shows no more anyway. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text =
    typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

/** The address a media cell shows: the text itself, or the first of a list. */
export function mediaAddress(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first !== '' ? first : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
