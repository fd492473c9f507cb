import type { AnnotationRef, SaveEvent } from '@goldset/editor';
import type { Draft } from '@goldset/api';

import type { Outbox, Work } from './outbox';
import { reconcile, type Choice, type Kept } from './outbox/reconcile';
import { uuid } from './outbox';
import type { LabelTask } from './tasks';

/** What the server's drafts and the work kept in this browser come to, for one task. */
export interface OpenedTask {
  /** As the editor takes them; those with a negative id are kept in this browser. */
  drafts: Draft[];
  /** The kept work behind each negative id. */
  kept: ReadonlyMap<number, Kept>;
  /** Decisions with another version to offer. */
  offers: Choice<Draft>[];
  /** Drafts older than the annotation they belong to. */
  stale: Draft[];
}

/** Decides what the editor shows of a task. `forced`: offered drafts the person asked for. */
export async function openTask(
  outbox: Outbox,
  task: LabelTask,
  forced: ReadonlySet<number>,
): Promise<OpenedTask> {
  await outbox.sweep(task.id);
  const { choices, stale } = reconcile(await outbox.ofTask(task.id), {
    annotations: task.annotations,
    drafts: task.drafts,
  });
  const kept = new Map<number, Kept>();
  const drafts = choices.map((choice, index) => {
    if (choice.shown.from === 'server') return choice.shown.draft;
    const id = -1 - index;
    kept.set(id, choice.shown.kept);
    return draftOf(id, choice.shown.kept);
  });
  return {
    drafts: [...drafts, ...stale.filter((draft) => forced.has(draft.id))],
    kept,
    offers: choices.filter((choice) => choice.offered !== null),
    stale: stale.filter((draft) => !forced.has(draft.id)),
  };
}

function draftOf(id: number, { work, result }: Kept): Draft {
  const changed = new Date(work.editedAt).toISOString();
  return {
    id,
    user: '',
    created_username: '',
    created_ago: '',
    result: result as Draft['result'],
    // The editor adds the annotation's part by itself.
    lead_time: Math.max(0, work.leadTime - work.annotationLeadTime),
    was_postponed: false,
    import_id: null,
    created_at: changed,
    updated_at: changed,
    task: work.taskId,
    annotation: work.annotationId,
  };
}

/** How long after the last change, and at most after the first, a draft goes to the server. */
const DRAFT_DELAY_MS = 1_500;
const DRAFT_LIMIT_MS = 10_000;

/**
 * Ties the editor's tabs of one task to the work kept for them. Each change is kept in the browser at once and becomes a
 * draft on the server a moment later.
 */
export class LabelSession {
  private readonly keys = new Map<string, string>();
  private readonly timers = new Map<string, { timer: ReturnType<typeof setTimeout>; since: number }>();
  private readonly bases = new Map<number, string>();

  constructor(
    private readonly outbox: Outbox,
    private readonly task: LabelTask,
    private readonly opened: OpenedTask,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /** The key under which a tab's work is kept. */
  keyOf(ref: AnnotationRef): string {
    const known = this.keys.get(ref.key);
    if (known !== undefined) return known;
    const kept =
      ref.draftId === null
        ? [...this.opened.kept.values()].find(
            ({ work }) => ref.annotationId !== null && work.annotationId === ref.annotationId,
          )
        : this.opened.kept.get(ref.draftId);
    const key = kept?.work.key ?? uuid();
    this.keys.set(ref.key, key);
    return key;
  }

  /** Keeps a change now and sends it as a draft soon. */
  change = (event: SaveEvent): void => {
    const key = this.keyOf(event.annotation);
    this.keep(key, event).then(() => {
      this.scheduleDraft(key);
    }, this.onFault);
  };

  /** Keeps the final state and queues it to be stored. Returns the key of the work. */
  async save(event: SaveEvent, options: { cancelled?: boolean } = {}): Promise<string> {
    const key = this.keyOf(event.annotation);
    this.cancelDraft(key);
    await this.keep(key, event);
    await this.outbox.enqueue(key, { kind: 'save', ...options });
    return key;
  }

  /** Puts the task at the end of the annotator's queue, with what was done so far. */
  async postpone(event: SaveEvent): Promise<void> {
    const key = this.keyOf(event.annotation);
    this.cancelDraft(key);
    await this.keep(key, event);
    await this.outbox.enqueue(key, { kind: 'draft', postponed: true });
  }

  /** Throws a tab's unsaved work away, here and on the server. */
  async discard(ref: AnnotationRef): Promise<void> {
    const key = this.keyOf(ref);
    this.cancelDraft(key);
    const work = this.outbox.getSnapshot().works.get(key);
    const draftId = work?.draftId ?? this.draftOf(ref)?.id ?? null;
    if (draftId === null) {
      await this.outbox.forget(key);
      return;
    }
    if (!work) await this.outbox.edit(this.describe(key, ref, 0), []);
    await this.outbox.enqueue(key, { kind: 'discard' });
  }

  /** The annotation was changed past the outbox; its new date is what later changes are based on. */
  async rebase(annotationId: number, updatedAt: string): Promise<void> {
    this.bases.set(annotationId, updatedAt);
    for (const work of this.outbox.getSnapshot().works.values()) {
      if (work.annotationId === annotationId) await this.outbox.rebase(work.key, updatedAt);
    }
  }

  /** Queues the drafts that wait for their moment: the task is left. */
  flush(): void {
    for (const key of [...this.timers.keys()]) {
      this.cancelDraft(key);
      this.outbox.enqueue(key, { kind: 'draft' }).catch(this.onFault);
    }
  }

  private async keep(key: string, { annotation, result, leadTime }: SaveEvent): Promise<void> {
    await this.outbox.edit(this.describe(key, annotation, leadTime), result);
  }

  /** A tab's work before its first change here. */
  private describe(key: string, ref: AnnotationRef, leadTime: number): Work {
    const draft = this.draftOf(ref);
    const annotation = this.task.annotations.find((one) => one.id === ref.annotationId);
    return {
      key,
      projectId: this.task.project,
      taskId: this.task.id,
      annotationId: ref.annotationId,
      draftId: draft?.id ?? null,
      parentPrediction: ref.parentPrediction,
      parentAnnotation: ref.parentAnnotation,
      leadTime,
      annotationLeadTime: annotation?.lead_time ?? 0,
      revision: 0,
      acknowledged: 0,
      editedAt: Date.now(),
      annotationBase: annotation ? (this.bases.get(annotation.id) ?? annotation.updated_at) : null,
      draftBase: draft?.updated_at ?? null,
    };
  }

  /** The server's draft behind a tab. */
  private draftOf(ref: AnnotationRef): Draft | undefined {
    return ref.draftId === null ? undefined : this.task.drafts.find((draft) => draft.id === ref.draftId);
  }

  private scheduleDraft(key: string): void {
    const now = Date.now();
    const since = this.timers.get(key)?.since ?? now;
    clearTimeout(this.timers.get(key)?.timer);
    const delay = Math.min(DRAFT_DELAY_MS, Math.max(0, since + DRAFT_LIMIT_MS - now));
    const timer = setTimeout(() => {
      this.timers.delete(key);
      this.outbox.enqueue(key, { kind: 'draft' }).catch(this.onFault);
    }, delay);
    this.timers.set(key, { timer, since });
  }

  private cancelDraft(key: string): void {
    clearTimeout(this.timers.get(key)?.timer);
    this.timers.delete(key);
  }
}
