import { ApiError } from '@goldset/api';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { reportError } from '../../app/errors/reportError';
import { t } from '../../messages';
import type { Column } from './model/columns';
import { storedForm, ViewEdits } from './model/viewEdits';
import { moved, newViewData, noFilters, type View, type ViewData } from './model/views';
import { createView, deleteView, orderViews, saveView, viewsQuery } from './queries';

export interface Views {
  views: readonly View[];
  current: View;
  /** Changes of tabs stay in this browser: this person may not make them for everybody. */
  readOnly: boolean;
  /** Changes a tab; saved for everybody a moment later. */
  change: (view: View, values: ViewData) => void;
  /** Takes the last change of the current tab back; undefined where there is none. */
  undo: (() => void) | undefined;
  add: (data: ViewData) => Promise<View>;
  /** Puts a tab in the place of another one. */
  move: (view: View, place: View) => void;
  remove: (view: View) => Promise<void>;
}

/** The tabs of a project. A project without any shows a default one, which is created with its first change. */
export function useViews(projectId: number, columns: readonly Column[], tab: number | undefined): Views {
  const queryClient = useQueryClient();
  const { data: stored } = useSuspenseQuery(viewsQuery(projectId));
  const [readOnly, setReadOnly] = useState(false);

  const setStored = (update: (views: View[]) => View[]) =>
    queryClient.setQueryData<View[]>(viewsQuery(projectId).queryKey, (before) => update(before ?? []));

  const [edits] = useState(
    () =>
      new ViewEdits({
        save: (id, data) => (id === 0 ? createView(projectId, data) : saveView({ id, data })),
        onSaved: (id, view) => {
          setStored((before) =>
            id === 0 ? [...before, view] : before.map((other) => (other.id === id ? view : other)),
          );
        },
        onFailed: (error) => {
          if (error instanceof ApiError && error.status === 403) setReadOnly(true);
          else reportError(error, t('data.view.notSaved'));
        },
      }),
  );
  const changed = useSyncExternalStore(edits.subscribe, edits.getSnapshot);
  useEffect(
    () => () => {
      edits.flush();
    },
    [edits],
  );

  const views = useMemo(
    () => shownViews(projectId, columns, stored, changed),
    [changed, columns, projectId, stored],
  );
  const current = views.find((view) => view.id === tab) ?? (views[0] as View);
  const [history, setHistory] = useState<readonly { id: number; data: ViewData }[]>([]);
  const last = history.findLast((change) => change.id === current.id);

  return {
    views,
    current,
    readOnly,
    change: (view, values) => {
      setHistory((before) => [...before, { id: view.id, data: view.data }].slice(-MAX_UNDONE));
      edits.change(view, values, !readOnly);
    },
    undo:
      last &&
      (() => {
        setHistory((before) => before.filter((change) => change !== last));
        edits.change(current, { ...cleared(current.data), ...last.data }, !readOnly);
      }),
    move: (view, place) => {
      const order = moved(
        stored.map(({ id }) => id),
        view.id,
        place.id,
      );
      setStored((before) => [...before].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)));
      orderViews(projectId, order).catch((error: unknown) => {
        reportError(error, t('data.view.notSaved'));
      });
    },
    add: async (data) => {
      // The default tab exists only here until something is stored; one beside it must not make it vanish.
      const first = stored.length === 0 ? [await createView(projectId, storedForm(current.data))] : [];
      const view = await createView(projectId, storedForm(data));
      setStored((before) => [...before, ...first, view]);
      return view;
    },
    remove: async (view) => {
      await deleteView(view.id);
      setStored((before) => before.filter((other) => other.id !== view.id));
    },
  };
}

/** Changes of tabs that can be taken back. */
const MAX_UNDONE = 50;

/** What a change may have added, as it is when nobody has set it. */
function cleared(data: ViewData): ViewData {
  return {
    ...data,
    filters: noFilters,
    ordering: [],
    columnsWidth: {},
    columnsDisplayType: {},
    columnsOrder: [],
  };
}

function shownViews(
  projectId: number,
  columns: readonly Column[],
  stored: readonly View[],
  changed: ReadonlyMap<number, ViewData>,
): View[] {
  const initial: View = {
    id: 0,
    data: newViewData(t('data.view.default'), columns),
    order: 0,
    user: null,
    project: projectId,
  };
  const known = stored.length > 0 ? stored : [initial];
  return known.map((view) => ({ ...view, data: changed.get(view.id) ?? view.data }));
}
