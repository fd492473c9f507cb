import type { LabelingConfig } from '../config/compile';
import type { AnnotationDocument } from '../model/document';
import type { History, Step } from '../model/history';
import type { DroppedElement } from '../model/load';
import type { Annotation, AnnotationRef, Draft, Prediction, Task } from '../types';
import type { Assist } from './assist';
import type { FilterText } from '../tags/filter/filters';
import type { Wording } from '../messages';
import type { Settings } from './settings';

/** What is shown of an annotation and how; never stored, never undone. */
export interface View {
  /** Ids of selected regions, in the order they were selected. */
  selection: readonly string[];
  /** Region under the pointer, in the object or in a list. */
  hovered: string | null;
  hidden: Readonly<Record<string, true>>;
  locked: Readonly<Record<string, true>>;
  /** Labels picked for drawing, by control. The empty name is the blank label. */
  activeLabels: Readonly<Record<string, readonly string[]>>;
  /** Region a new relation starts from, while the person picks the other end. */
  relationFrom: string | null;
  relationsHidden: boolean;
  /** Relations hidden one by one, by key. */
  hiddenRelations: Readonly<Record<string, true>>;
  /** Key of the relation under the pointer in the list. */
  hoveredRelation: string | null;
  /** Shown item of objects with several, by object. */
  items: Readonly<Record<string, number>>;
  /** Text typed into text areas and not yet added, by `textKey`. */
  texts: Readonly<Record<string, PendingText>>;
  /** What a model was asked and suggests. */
  assist: Assist;
}

export interface PendingText {
  text: string;
  /** False for text the config put there and nobody changed. */
  typed: boolean;
}

/** Time spent on an annotation. */
export interface Timer {
  /** Seconds stored before this session. */
  base: number;
  /** Milliseconds of this session before the tab was last opened. */
  spent: number;
  /** Time stamp (ms) at which the tab was opened; null while another one is open. */
  since: number | null;
  /** ISO time. */
  startedAt: string;
}

/** The content of a tab, read when it is first opened. */
export interface Content {
  document: AnnotationDocument;
  history: History;
  /** Document as opened; what reset returns to. */
  initial: AnnotationDocument;
  /** Last step at the time of the last save. */
  savedStep: Step | undefined;
  /** True when what was opened is itself not stored: a draft of a saved annotation. */
  unsavedFromStart: boolean;
  /** The stored version beside a draft. */
  submitted: AnnotationDocument | null;
  showing: 'current' | 'submitted';
  dropped: DroppedElement[];
  timer: Timer;
  view: View;
}

export interface Tab {
  ref: AnnotationRef;
  kind: 'annotation' | 'prediction';
  source: { annotation?: Annotation; prediction?: Prediction; draft?: Draft };
  /** Author or model version. */
  author: string;
  initials: string;
  createdAt: string | null;
  skipped: boolean;
  groundTruth: boolean;
  score: number | null;
  /** Submitted, and the app has not yet told the id. */
  awaitingId: boolean;
  content: Content | null;
}

export type Dialog =
  | { kind: 'message'; text: Wording }
  | { kind: 'confirm'; question: 'delete-all' | 'delete-annotation'; onConfirm: () => void }
  | { kind: 'shortcuts' | 'settings' | 'instructions' | 'palette' };

export interface EditorState {
  config: LabelingConfig;
  task: Task;
  tabs: readonly Tab[];
  activeKey: string;
  settings: Settings;
  dialog: Dialog | null;
  /** All annotations are shown beside each other; nothing can be changed meanwhile. */
  comparing: boolean;
  /** A save is running. */
  busy: boolean;
  /** Why the last save failed. */
  failure: string | null;
  /** Texts typed into Filters, by the control they filter. */
  filters: Readonly<Record<string, FilterText>>;
  /** Notes of the selected region are being edited. */
  editingNotes: boolean;
}
