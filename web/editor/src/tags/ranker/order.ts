import { attrFlag, attrText } from '../../config/attributes';
import type { ControlTag, LabelingConfig } from '../../config/compile';

/** One thing to be put in order. */
export interface ListItem {
  id: string;
  title: string;
  body: string;
  /** Shown instead of the body; sanitised before. */
  html: string;
}

/** Items of a List's data; whatever has no id is left out. Ids are texts in results. */
export function itemsOf(value: unknown): ListItem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (item === null || typeof item !== 'object') return [];
    const { id, title, body, html } = item as Record<string, unknown>;
    if (typeof id !== 'string' && typeof id !== 'number') return [];
    return [{ id: String(id), title: textOf(title), body: textOf(body), html: textOf(html) }];
  });
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Where items are put. */
export interface Column {
  /** Key in the result. */
  name: string;
  /** Empty for the only column. */
  title: string;
}

/** Key of items that are in no bucket yet, where none is the default. */
const UNSORTED = '_';

/** The columns of a Ranker, and the one items begin in. */
export function columnsOf(control: ControlTag): { columns: Column[]; first: string } {
  const buckets = control.node.children.filter(({ tag }) => tag === 'bucket');
  if (buckets.length === 0) return { columns: [{ name: control.name, title: '' }], first: control.name };
  const columns = buckets.map((bucket) => {
    const name = attrText(bucket, 'name') ?? '';
    return { name, title: attrText(bucket, 'title') ?? name };
  });
  const usual = buckets.find((bucket) => attrFlag(bucket, 'default'));
  if (usual) return { columns, first: attrText(usual, 'name') ?? '' };
  return { columns: [{ name: UNSORTED, title: '' }, ...columns], first: UNSORTED };
}

/** Ids of items by column, each in order. */
export type Order = Readonly<Record<string, readonly string[]>>;

/** The stored order with every item in exactly one column; items it does not name are in the first one. */
export function orderOf(control: ControlTag, items: readonly ListItem[], stored: unknown): Order {
  const { columns, first } = columnsOf(control);
  const left = new Set(items.map(({ id }) => id));
  const given = stored !== null && typeof stored === 'object' ? (stored as Record<string, unknown>) : {};
  const order: Record<string, string[]> = {};
  for (const { name } of columns) {
    const ids = given[name];
    order[name] = Array.isArray(ids) ? ids.map(String).filter((id) => left.delete(id)) : [];
  }
  order[first] = [...(order[first] ?? []), ...left];
  return order;
}

/** The order with an item before another of a column, or at its end. */
export function moved(order: Order, id: string, column: string, before: string | null): Order {
  const next: Record<string, readonly string[]> = {};
  for (const [name, ids] of Object.entries(order)) next[name] = ids.filter((other) => other !== id);
  const ids = next[column] ?? [];
  const at = before === null || before === id ? -1 : ids.indexOf(before);
  next[column] = ids.toSpliced(at < 0 ? ids.length : at, 0, id);
  return next;
}

/** What results store; columns nobody needs are left out. */
export function answerOf(order: Order): Record<string, string[]> {
  const kept = Object.entries(order).filter(([name, ids]) => name !== UNSORTED || ids.length > 0);
  return Object.fromEntries(kept.map(([name, ids]) => [name, [...ids]]));
}

/** The order the items come in, which is stored when nobody changed it. */
export function untouchedOrder(control: ControlTag, config: LabelingConfig): unknown {
  const items = itemsOf(config.objects.get(control.toName)?.value);
  return items.length === 0 ? undefined : answerOf(orderOf(control, items, undefined));
}
