import type { InputOf } from '@goldset/api';

import type { SelectedItems } from '../data-manager/model/selection';
import type { TaskListing } from '../data-manager/queries';

/** Which tasks a label stream brings, and in which order. */
export type StreamOrder =
  /** As the project's settings say. */
  | { kind: 'queue' }
  /** As the tab lists them. */
  | { kind: 'displayed'; listing: TaskListing }
  | { kind: 'selected'; listing: TaskListing; selectedItems: SelectedItems };

/** The body that asks the server for the next task of a stream. */
export function bodyOf(order: StreamOrder): InputOf<'/api/dm/actions/', 'post'>['body'] {
  switch (order.kind) {
    case 'queue':
      return {};
    case 'displayed':
      return { ...order.listing };
    case 'selected':
      return { ...order.listing, selectedItems: order.selectedItems };
  }
}

const keyOf = (projectId: number) => `goldset:stream:${projectId}`;

/** Remembers the order for as long as the browser's tab is open: a reload goes on where it was. */
export function rememberOrder(projectId: number, order: StreamOrder): void {
  sessionStorage.setItem(keyOf(projectId), JSON.stringify(order));
}

export function forgetOrder(projectId: number): void {
  sessionStorage.removeItem(keyOf(projectId));
}

export function rememberedOrder(projectId: number): StreamOrder {
  const stored = sessionStorage.getItem(keyOf(projectId));
  return stored === null ? { kind: 'queue' } : (JSON.parse(stored) as StreamOrder);
}
