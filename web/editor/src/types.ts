/**
 * The editor's contract: what it takes and what it raises.
 *
 * Results are exchanged in the stored format: a flat list of elements, several of which may share an `id`
 * and then describe one region. Keys this package does not know are kept as they are.
 */

import type { Message } from './messages/format';

/** One element of a stored result: a region, a classification or a relation. */
export interface ResultElement {
  /** Region id; relations have none. */
  id?: string;
  /** Name of the control that wrote the element. */
  from_name?: string;
  /** Name of the labeled object. */
  to_name?: string;
  /** Lower-case tag name of the control, or `relation`. */
  type: string;
  value?: Record<string, unknown>;
  /** `manual`, `prediction` (untouched copy) or `prediction-changed`. */
  origin?: string;
  meta?: Record<string, unknown>;
  /** Parent region in the outliner tree. */
  parentID?: string;
  /** Confidence, 0..1. */
  score?: number;
  readonly?: boolean;
  /** Input only: the region starts hidden. Never written. */
  hidden?: boolean;
  /** Page of a multi-item object, from 0. */
  item_index?: number;
  /** Relations: ids of the two regions, `right` (from → to), `left` or `bi`, and names of relation labels. */
  from_id?: string;
  to_id?: string;
  direction?: string;
  labels?: string[];
  [key: string]: unknown;
}

export interface Annotation {
  id: number;
  result: ResultElement[];
  /** Id of the author, or the author with whatever the server tells about them. */
  completed_by?: number | { id: number; email?: string; initials?: string } | null;
  /** ISO time. */
  created_at?: string | null;
  updated_at?: string | null;
  /** True when the task was skipped with this annotation. */
  was_cancelled?: boolean;
  ground_truth?: boolean;
  /** Seconds, all sessions together. */
  lead_time?: number | null;
  parent_prediction?: number | null;
  parent_annotation?: number | null;
  [key: string]: unknown;
}

export interface Prediction {
  id: number;
  result: ResultElement[];
  model_version?: string | null;
  score?: number | null;
  created_at?: string | null;
  [key: string]: unknown;
}

export interface Draft {
  id: number;
  /** The annotation this draft continues; null for one that was never submitted. */
  annotation: number | null;
  result: ResultElement[];
  /** Seconds spent on this draft. */
  lead_time?: number | null;
  created_at?: string | null;
  updated_at?: string | null;
  [key: string]: unknown;
}

export interface Task {
  id: number;
  data: Record<string, unknown>;
  /** False forbids skipping. */
  allow_skip?: boolean | null;
}

export interface EditorUser {
  id: number;
  email: string;
  /** Two letters for the avatar; taken from the e-mail when missing. */
  initials?: string;
}

/** Which annotation or prediction to show. */
export interface AnnotationSelector {
  kind: 'annotation' | 'prediction' | 'draft';
  id: number;
}

/** An annotation as the editor refers to it, before and after it has an id on the server. */
export interface AnnotationRef {
  /** Stable while the editor is mounted, e.g. `annotation:12`, `prediction:3`, `new:V1StGXR8_Z`. */
  key: string;
  /** Id on the server; null until submitted, and for predictions. */
  annotationId: number | null;
  /** The prediction this tab shows, when it shows one. */
  predictionId: number | null;
  /** Draft that was loaded into this annotation, if any. A draft the app saves later is known only to the app. */
  draftId: number | null;
  parentAnnotation: number | null;
  parentPrediction: number | null;
}

/** What a save needs, in the words of the API. */
export interface SaveEvent {
  annotation: AnnotationRef;
  /** Everything to store, in the stored format. */
  result: ResultElement[];
  /** Seconds: the annotation's and its draft's stored time plus this session's. */
  leadTime: number;
  /** ISO time at which this session's work began. */
  startedAt: string;
}

export interface SubmitEvent extends SaveEvent {
  /** The person asked to leave the label stream after this one. */
  exit: boolean;
}

/** A region as the app is told of it. */
export interface RegionEvent {
  annotation: AnnotationRef;
  id: string;
  /** Its elements in the stored format; of a deleted region, as they were. */
  elements: readonly ResultElement[];
}

/** How a key is remapped. `key` as in `ctrl+shift+z`; several separated by commas. */
export interface HotkeySetting {
  key: string;
  /** False switches the key off. */
  active?: boolean;
}

export interface EditorOptions {
  /**
   * Pieces to show, by Label Studio's names, e.g. `submit` or `annotations:view-all`. Where it is given, it decides
   * everything it speaks of, whatever the other options say; `README.md` lists the names.
   */
  interfaces?: readonly string[];
  /**
   * `stream`: one annotation, next task after a submit. `explore`: tabs of annotations and predictions.
   * `preview`: everything works but nothing can be saved (used when setting up a project).
   */
  mode: 'stream' | 'explore' | 'preview';
  /** Default true. */
  showSkip?: boolean;
  /** Default true. */
  showSubmit?: boolean;
  /** Nothing can be changed. */
  readOnly?: boolean;
  /** The line with the task, the state of saving and the annotations. Default true. */
  showTopBar?: boolean;
  /** The panels of regions, details, relations and versions. Default true. */
  showPanels?: boolean;
  /** The panel of versions. Default true. */
  showHistory?: boolean;
  /** Showing all annotations beside each other (`explore` only). Default true. */
  canCompare?: boolean;
  /** HTML written by the project's owner; sanitised before it is shown. */
  instruction?: string;
  /** Opens the instructions at once. */
  showInstruction?: boolean;
  /** Remapped commands by action name, e.g. `annotation:submit`. */
  hotkeys?: Record<string, HotkeySetting>;
  /** Annotation to open; without it the rules of `mode` decide. */
  selectedAnnotation?: AnnotationSelector;
  /** Region to select after loading. */
  selectedRegion?: string;
  /** Starts a new annotation as a copy of a prediction. */
  prelabel?: boolean;
  /** Preferred model version for `prelabel`. */
  modelVersion?: string | null;
  /** False refuses to submit an annotation without results. Default true. */
  enableEmptyAnnotation?: boolean;
  /** Whether annotations may be added and deleted (`explore` only). Default true. */
  canAddAnnotation?: boolean;
  canDeleteAnnotation?: boolean;
  canSetGroundTruth?: boolean;
  /** Shown as "task n of m"; n counts from 1. */
  position?: { index: number; total: number };
  /** State of the arrows of `stream`. */
  hasNextTask?: boolean;
  hasPreviousTask?: boolean;
  /** The next arrow puts the open task off instead of going to a task that was seen already. */
  postpones?: boolean;
  /** Known people by id, for the authors of annotations. */
  users?: Record<number, { email: string; initials?: string }>;
}

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'offline' | 'error';

/**
 * Texts of the editor by message key, in another language. One that speaks of a `{count}` may have a form for each
 * plural category of the language (`one`, `few`, …).
 */
export type MessageOverrides = Readonly<Record<string, Message>>;

/** What was drawn with smart tools, for a model to answer. */
export interface PromptEvent {
  annotation: AnnotationRef;
  /** Prompts of one type with the same labels, in the stored format. Key points say `is_positive`. */
  result: ResultElement[];
}

/** The stored annotation, where the app knows it. */
export type SaveOutcome = void | Promise<Annotation | void>;

export interface EditorProps {
  /** Labeling config, XML. */
  config: string;
  task: Task;
  annotations: Annotation[];
  predictions: Prediction[];
  /** The user's own drafts of this task. */
  drafts?: Draft[];
  user: EditorUser;
  options: EditorOptions;
  /** State of the app's saving, shown beside the task's number. */
  saveState?: SaveState;
  /** Translations by message key; English where one is missing. */
  messages?: MessageOverrides;
  /** Language of numbers and times, as a BCP 47 tag; default `en`. */
  locale?: string;
  /**
   * After each undoable change. The app debounces it into drafts; it is not called for loading, selecting or hiding.
   */
  onChange?(event: SaveEvent): void;
  /**
   * A new annotation is submitted. While the promise is pending the buttons are disabled; a rejection's message is
   * shown and nothing is lost. A resolved annotation becomes the saved version of the open tab.
   */
  onSubmit?(event: SubmitEvent): SaveOutcome;
  /** As `onSubmit`, for an annotation that has an id. */
  onUpdate?(event: SubmitEvent): SaveOutcome;
  onSkip?(event: SaveEvent): SaveOutcome;
  /** "Cancel skip" of a skipped annotation. */
  onUnskip?(event: SaveEvent): SaveOutcome;
  /** Asked after the person confirmed. The tab closes when the promise resolves. */
  onDeleteAnnotation?(annotation: AnnotationRef): void | Promise<void>;
  onSetGroundTruth?(annotation: AnnotationRef, groundTruth: boolean): void | Promise<void>;
  /** Another tab was opened, by the person or by the editor's own rules. */
  onSelectAnnotation?(annotation: AnnotationRef): void;
  /** A tab was added: empty, or a copy (then a parent is set). Nothing is stored until submit or draft. */
  onCreateAnnotation?(annotation: AnnotationRef): void;
  onNextTask?(): void;
  onPreviousTask?(): void;
  /** A region was drawn, pasted, duplicated, or came back by undo. */
  onRegionCreated?(region: RegionEvent): void;
  /** A region was deleted, or went by undo. */
  onRegionDeleted?(region: RegionEvent): void;
  /** A new region has its whole shape: at once, or when a polygon is closed. */
  onRegionFinished?(region: RegionEvent): void;
  /** Address that opens an annotation, and a region in it; with it the person can copy links. */
  linkTo?(target: { annotation: AnnotationRef; regionId?: string }): string;
  /** Where the person changes keys; with it the list of keys links there. */
  hotkeySettingsUrl?: string;
  /**
   * Asks a model what the prompts mean; the elements it resolves with become suggestions. When given, the editor offers
   * auto-annotation with the controls that are `smart`. A rejection's message is shown.
   */
  onPrompt?(event: PromptEvent): Promise<ResultElement[]>;
  /** Turns an address from task data into one the browser may load (e.g. presigned). Default: unchanged. */
  resolveUrl?(url: string): string | Promise<string>;
}
