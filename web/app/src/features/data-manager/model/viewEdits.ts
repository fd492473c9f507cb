import { completeFilters } from './filters';
import { filtersOf, type View, type ViewData } from './views';

export interface ViewEditsOptions {
  /** Stores a tab and returns it as stored; id 0 creates it. */
  save: (id: number, data: ViewData) => Promise<View>;
  /** The tab `id` is now stored as this. */
  onSaved: (id: number, view: View) => void;
  onFailed: (error: unknown) => void;
  /** How long a change waits for the next one. */
  delayMs?: number;
}

/**
 * Changes of tabs made in this browser: shown at once, stored a moment later, one save of a tab at a time so that two
 * cannot overtake each other. Conditions that are still being written are shown and not stored.
 */
export class ViewEdits {
  private edits: ReadonlyMap<number, ViewData> = new Map();
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();
  private saving: Promise<void> = Promise.resolve();

  constructor(private readonly options: ViewEditsOptions) {}

  /** The tabs that differ from what is stored, by id. */
  getSnapshot = (): ReadonlyMap<number, ViewData> => this.edits;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** With `keep` false the change stays in this browser. */
  change(view: View, values: ViewData, keep = true): void {
    this.set(view.id, { ...(this.edits.get(view.id) ?? view.data), ...values });
    if (!keep) return;
    clearTimeout(this.timers.get(view.id));
    const timer = setTimeout(() => {
      this.store(view.id);
    }, this.options.delayMs ?? 300);
    this.timers.set(view.id, timer);
  }

  /** Stores what waits, now. */
  flush(): void {
    for (const id of [...this.timers.keys()]) this.store(id);
  }

  private store(id: number): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    this.saving = this.saving.then(() => this.save(id));
  }

  private async save(id: number): Promise<void> {
    const data = this.edits.get(id);
    if (data === undefined) return;
    const sent = storedForm(data);
    try {
      const view = { ...(await this.options.save(id, sent)), data: sent };
      const latest = this.edits.get(id);
      this.set(id, undefined);
      // Changed meanwhile, or holding an unfinished condition: what is shown stays as it is here.
      if (latest !== undefined && JSON.stringify(latest) !== JSON.stringify(sent)) this.set(view.id, latest);
      this.options.onSaved(id, view);
    } catch (error) {
      this.options.onFailed(error);
    }
  }

  private set(id: number, data: ViewData | undefined): void {
    const next = new Map(this.edits);
    if (data === undefined) next.delete(id);
    else next.set(id, data);
    this.edits = next;
    for (const listener of this.listeners) listener();
  }
}

/** A tab as it is stored. */
export function storedForm(data: ViewData): ViewData {
  return { ...data, filters: completeFilters(filtersOf(data)) };
}
