/** The selected tasks: some, or all but some. Survives paging, because it never needs to know every id. */
export interface Selection {
  all: boolean;
  /** The selected ids, or with `all` the ones left out. */
  ids: ReadonlySet<number>;
}

/** As views and actions take it. */
export type SelectedItems = { all: true; excluded: number[] } | { all: false; included: number[] };

export const nothingSelected: Selection = { all: false, ids: new Set() };
export const everythingSelected: Selection = { all: true, ids: new Set() };

export function isSelected(selection: Selection, id: number): boolean {
  return selection.all !== selection.ids.has(id);
}

/** The selection with these tasks in it, or not in it. */
export function select(selection: Selection, tasks: Iterable<number>, selected: boolean): Selection {
  const ids = new Set(selection.ids);
  for (const id of tasks) {
    if (selected === selection.all) ids.delete(id);
    else ids.add(id);
  }
  return { all: selection.all, ids };
}

export function toggle(selection: Selection, id: number): Selection {
  return select(selection, [id], !isSelected(selection, id));
}

/** How many of `total` tasks are selected. */
export function countOf(selection: Selection, total: number): number {
  return selection.all ? Math.max(0, total - selection.ids.size) : selection.ids.size;
}

/** State of the box in the header. */
export function headerState(selection: Selection, total: number): 'none' | 'some' | 'all' {
  const count = countOf(selection, total);
  if (count === 0) return 'none';
  return count >= total ? 'all' : 'some';
}

export function selectedItemsOf(selection: Selection): SelectedItems {
  const ids = [...selection.ids].sort((a, b) => a - b);
  return selection.all ? { all: true, excluded: ids } : { all: false, included: ids };
}
