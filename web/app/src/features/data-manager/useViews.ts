import { ApiError } from '@goldset/api';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

import { reportError } from '../../app/errors/reportError';
import { t } from '../../messages';
import type { Column } from './model/columns';
import { completeFilters } from './model/filters';
import { filtersOf, newViewData, type View, type ViewData } from './model/views';
import { createView, deleteView, saveView, viewsQuery } from './queries';

/** Changes of a tab wait this long for the next one before they are saved. */
const SAVE_DELAY_MS = 300;

export interface Views {
  views: readonly View[];
  current: View;
  /** Changes of tabs stay in this browser: this person may not make them for everybody. */
  readOnly: boolean;
  /** Changes a tab; saved for everybody a moment later. */
  change: (view: View, values: Partial<ViewData>) => void;
  add: (data: ViewData) => Promise<View>;
  remove: (view: View) => Promise<void>;
}

/** The tabs of a project. A project without any shows a default one, which is created with its first change. */
export function useViews(projectId: number, columns: readonly Column[], tab: number | undefined): Views {
  const queryClient = useQueryClient();
  const { queryKey } = viewsQuery(projectId);
  const { data: stored } = useSuspenseQuery(viewsQuery(projectId));
  /** Tabs as changed here, until the server holds the same. */
  const [edits, setEdits] = useState<ReadonlyMap<number, ViewData>>(new Map());
  const [readOnly, setReadOnly] = useState(false);
  const timers = useRef(new Map<number, ReturnType<typeof setTimeout>>());
  const saving = useRef(Promise.resolve());

  const known: readonly View[] =
    stored.length > 0
      ? stored
      : [{ id: 0, data: newViewData(t('data.view.default'), columns), order: 0, user: null, project: projectId }];
  const views = known.map((view) => ({ ...view, data: edits.get(view.id) ?? view.data }));
  const current = views.find((view) => view.id === tab) ?? (views[0] as View);

  const setStored = (update: (views: View[]) => View[]) =>
    queryClient.setQueryData<View[]>(queryKey, (before) => update(before ?? []));

  const save = useEffectEvent(async (id: number) => {
    const data = edits.get(id);
    if (data === undefined) return;
    const sent = storedForm(data);
    try {
      const saved = id === 0 ? await createView(projectId, sent) : await saveView(projectId, { id, data: sent });
      const view = { ...saved, data: sent };
      setStored((before) => (id === 0 ? [...before, view] : before.map((other) => (other.id === id ? view : other))));
      setEdits((before) => {
        const after = new Map(before);
        const latest = after.get(id);
        after.delete(id);
        // Changed meanwhile, or holding a condition that is still being written: what is shown stays as it is here.
        if (latest !== undefined && JSON.stringify(latest) !== JSON.stringify(sent)) after.set(view.id, latest);
        return after;
      });
    } catch (error) {
      if (error instanceof ApiError && error.status === 403) setReadOnly(true);
      else reportError(error, t('data.view.notSaved'));
    }
  });

  const flush = useEffectEvent(() => {
    for (const [id, timer] of timers.current) {
      clearTimeout(timer);
      void save(id);
    }
    timers.current.clear();
  });
  useEffect(() => () => flush(), []);

  function change(view: View, values: Partial<ViewData>) {
    setEdits((before) => new Map(before).set(view.id, { ...(before.get(view.id) ?? view.data), ...values }));
    if (readOnly) return;
    clearTimeout(timers.current.get(view.id));
    timers.current.set(
      view.id,
      setTimeout(() => {
        timers.current.delete(view.id);
        // One at a time: two saves of one tab must not overtake each other.
        saving.current = saving.current.then(() => save(view.id));
      }, SAVE_DELAY_MS),
    );
  }

  async function add(data: ViewData): Promise<View> {
    // The default tab exists only here until something is stored; adding one beside it must not make it vanish.
    const first = stored.length === 0 ? [await createView(projectId, storedForm(current.data))] : [];
    const view = await createView(projectId, storedForm(data));
    setStored((before) => [...before, ...first, view]);
    return view;
  }

  async function remove(view: View) {
    await deleteView(view.id);
    setStored((before) => before.filter((other) => other.id !== view.id));
  }

  return { views, current, readOnly, change, add, remove };
}

function storedForm(data: ViewData): ViewData {
  return { ...data, filters: completeFilters(filtersOf(data)) };
}
