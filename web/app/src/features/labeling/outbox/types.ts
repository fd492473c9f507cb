import type { ResultElement } from '@goldset/editor';

/** The serialised regions of an annotation, as the editor hands them over. The outbox never looks inside. */
export type Result = readonly ResultElement[];

/**
 * One annotation somebody is working on in this browser. Kept until the server has acknowledged every change,
 * so neither a reload nor a lost connection loses work.
 */
export interface Work {
  /** Identity in this browser; a new annotation is also submitted under it (`unique_id`). */
  key: string;
  projectId: number;
  taskId: number;
  /** The server's annotation, once there is one. */
  annotationId: number | null;
  /** The server's draft holding these changes, once there is one. */
  draftId: number | null;
  parentPrediction: number | null;
  parentAnnotation: number | null;
  /** Seconds spent on the annotation, earlier sessions included. */
  leadTime: number;
  /** The part of `leadTime` the server's annotation already has; a draft is stored with the rest. */
  annotationLeadTime: number;
  /** Counts the changes made here; 0 is what was opened. */
  revision: number;
  /** The newest revision the server has acknowledged. */
  acknowledged: number;
  /** When the newest revision was made, in milliseconds of this computer's clock. */
  editedAt: number;
  /** `updated_at` of the server's annotation this work started from or last agreed with. */
  annotationBase: string | null;
  /** `updated_at` of the server's draft this work started from or last agreed with. */
  draftBase: string | null;
}

export type EntryKind = 'draft' | 'discard' | 'submit' | 'update';

/** Why an entry waits for a person: retrying by itself would not help. */
export type Problem =
  | { kind: 'refused'; status: number; detail: string }
  /** The server's copy changed since this work was based on it. */
  | { kind: 'conflict' };

/** One write waiting to reach the server. Entries of the same work are sent in the order they were made. */
export interface Entry {
  /** Position in the outbox. */
  seq: number;
  workKey: string;
  projectId: number;
  taskId: number;
  kind: EntryKind;
  /** The revision of the work this entry carries. */
  revision: number;
  leadTime: number;
  /** Submit or update as skipped; `null` leaves the flag as it is. */
  cancelled: boolean | null;
  /** A draft that puts the task at the end of the annotator's queue. */
  postponed: boolean;
  /** How often it was tried. */
  attempts: number;
  /** An attempt ended without an answer, so the server may have it already. */
  uncertain: boolean;
  /** Save over whatever the server holds meanwhile: the person has seen both versions and chosen. */
  force: boolean;
  problem: Problem | null;
}

/** What is wanted: a draft kept, the draft thrown away, or the annotation stored (as new or as an update, whichever it is). */
export interface Wish {
  kind: 'draft' | 'discard' | 'save';
  cancelled?: boolean;
  postponed?: boolean;
}

/** What became of one attempt to send an entry. */
export type Outcome =
  | {
      kind: 'done';
      annotationId?: number;
      annotationBase?: string;
      draftId?: number | null;
      draftBase?: string | null;
    }
  | { kind: 'offline' }
  | { kind: 'busy' }
  | { kind: 'signed-out' }
  | Problem;

/** What the top line of the editor says about one piece of work. */
export type SaveState = 'saved' | 'saving' | 'offline' | 'signed-out' | 'conflict' | 'error';
