import type { LabelingConfig } from '../config/compile';
import { attrFlag, attrText } from '../config/attributes';
import { emptyDocument, type AnnotationDocument } from '../model/document';
import { emptyHistory } from '../model/history';
import { newId } from '../model/ids';
import { loadResult, type LoadedDocument } from '../model/load';
import { initialAnswers, normalizerFor, prefilledTexts } from '../tags/behaviors';
import type { Annotation, Draft, EditorProps, Prediction, ResultElement } from '../types';
import { noAssist } from './assist';
import type { Content, Tab, View } from './types';

/** The part of the props that decides which tabs there are. */
export type TabSources = Pick<EditorProps, 'annotations' | 'predictions' | 'drafts' | 'user' | 'options'>;

export function annotationTab(annotation: Annotation, drafts: readonly Draft[], sources: TabSources): Tab {
  const draft = drafts.find((candidate) => candidate.annotation === annotation.id);
  return {
    ref: {
      key: `annotation:${annotation.id}`,
      annotationId: annotation.id,
      predictionId: null,
      draftId: draft?.id ?? null,
      parentAnnotation: annotation.parent_annotation ?? null,
      parentPrediction: annotation.parent_prediction ?? null,
    },
    kind: 'annotation',
    source: draft === undefined ? { annotation } : { annotation, draft },
    ...authorOf(annotation.completed_by ?? null, sources),
    createdAt: annotation.created_at ?? null,
    skipped: annotation.was_cancelled === true,
    groundTruth: annotation.ground_truth === true,
    score: null,
    awaitingId: false,
    content: null,
  };
}

export function predictionTab(prediction: Prediction): Tab {
  const model = prediction.model_version || 'model';
  return {
    ref: {
      key: `prediction:${prediction.id}`,
      annotationId: null,
      predictionId: prediction.id,
      draftId: null,
      parentAnnotation: null,
      parentPrediction: null,
    },
    kind: 'prediction',
    source: { prediction },
    author: model,
    initials: model.slice(0, 2).toUpperCase(),
    createdAt: prediction.created_at ?? null,
    skipped: false,
    groundTruth: false,
    score: prediction.score ?? null,
    awaitingId: false,
    content: null,
  };
}

/** A tab for work that has no annotation yet: a draft, a copy of another tab, or an empty one. */
export function newTab(
  sources: TabSources,
  from: { draft?: Draft; parentPrediction?: number; parentAnnotation?: number } = {},
): Tab {
  return {
    ref: {
      key: from.draft === undefined ? `new:${newId()}` : `draft:${from.draft.id}`,
      annotationId: null,
      predictionId: null,
      draftId: from.draft?.id ?? null,
      parentAnnotation: from.parentAnnotation ?? null,
      parentPrediction: from.parentPrediction ?? null,
    },
    kind: 'annotation',
    source: from.draft === undefined ? {} : { draft: from.draft },
    ...authorOf(sources.user.id, sources),
    createdAt: from.draft?.created_at ?? null,
    skipped: false,
    groundTruth: false,
    score: null,
    awaitingId: false,
    content: null,
  };
}

function authorOf(
  author: Annotation['completed_by'],
  { user, options }: TabSources,
): Pick<Tab, 'author' | 'initials'> {
  const id = typeof author === 'object' && author !== null ? author.id : author;
  const written = typeof author === 'object' && author !== null ? author : undefined;
  const known = id === user.id ? user : (options.users?.[id ?? -1] ?? written);
  const email = known?.email ?? (id === null || id === undefined ? '' : `#${id}`);
  return { author: email, initials: known?.initials || initialsOf(email) };
}

function initialsOf(email: string): string {
  const parts = (email.split('@')[0] ?? '').split(/[._-]+/).filter((part) => part !== '');
  const letters = parts.length > 1 ? parts.map((part) => part[0]).join('') : (parts[0] ?? '?');
  return letters.slice(0, 2).toUpperCase();
}

/** All tabs of a task, newest first, and the one to open. */
export function openTabs(
  sources: TabSources,
  config: LabelingConfig,
  now: number,
): { tabs: Tab[]; activeKey: string } {
  const { annotations, predictions, options } = sources;
  const drafts = sources.drafts ?? [];
  const fresh = drafts
    .filter((draft) => draft.annotation === null)
    .map((draft) => newTab(sources, { draft }));
  const stored = [
    ...annotations.map((annotation) => annotationTab(annotation, drafts, sources)),
    ...predictions.map(predictionTab),
  ].sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''));
  const tabs = [...fresh, ...stored];

  const selected = options.selectedAnnotation;
  const wanted =
    selected === undefined
      ? undefined
      : tabs.find(
          ({ ref }) =>
            ref.key === `${selected.kind}:${selected.id}` ||
            (selected.kind === 'draft' && ref.draftId === selected.id),
        );
  const existing =
    wanted ??
    fresh[0] ??
    (options.mode === 'stream' ? undefined : stored.find(({ kind }) => kind === 'annotation'));
  if (existing !== undefined) return { tabs, activeKey: existing.ref.key };

  const canAdd = options.readOnly !== true && options.canAddAnnotation !== false;
  const prediction =
    predictions.find(({ model_version: version }) => version === options.modelVersion) ?? predictions[0];
  const copies = options.prelabel === true || options.mode === 'explore';
  if (prediction !== undefined && (!canAdd || copies)) {
    if (!canAdd) return { tabs, activeKey: `prediction:${prediction.id}` };
    const copy = newTab(sources, { parentPrediction: prediction.id });
    copy.content = contentOf(
      loadResult(prediction.result, config, { fromPrediction: true, normalizerFor }),
      config,
      copy,
      now,
    );
    return { tabs: [copy, ...tabs], activeKey: copy.ref.key };
  }
  const empty = newTab(sources);
  return { tabs: [empty, ...tabs], activeKey: empty.ref.key };
}

/** Reads what a tab shows. */
export function loadContent(tab: Tab, config: LabelingConfig, now: number): Content {
  const { annotation, prediction, draft } = tab.source;
  const read = (result: readonly ResultElement[]): LoadedDocument =>
    loadResult(result, config, { fromPrediction: prediction !== undefined, normalizerFor });
  const stored = draft?.result ?? annotation?.result ?? prediction?.result;
  if (stored === undefined) {
    return contentOf({ document: newDocument(config), hidden: [], dropped: [] }, config, tab, now);
  }
  const content = contentOf(read(stored), config, tab, now);
  if (draft === undefined || annotation === undefined) return content;
  return { ...content, unsavedFromStart: true, submitted: read(annotation.result).document };
}

/** Wraps a document as the content of a tab that was just opened. */
export function contentOf(
  { document, hidden, dropped }: LoadedDocument,
  config: LabelingConfig,
  tab: Tab,
  now: number,
): Content {
  const { annotation, draft } = tab.source;
  const draftTime = draft?.lead_time ?? 0;
  const began =
    draft === undefined ? now : Math.max(now - draftTime * 1000, Date.parse(draft.created_at ?? '') || 0);
  return {
    document,
    history: emptyHistory,
    initial: document,
    savedStep: undefined,
    unsavedFromStart: false,
    submitted: null,
    showing: 'current',
    dropped,
    timer: {
      base: (annotation?.lead_time ?? 0) + draftTime,
      spent: 0,
      since: null,
      startedAt: new Date(began).toISOString(),
    },
    view: newView(config, hidden, tab.kind === 'annotation'),
  };
}

function newView(config: LabelingConfig, hidden: readonly string[], editable: boolean): View {
  return {
    selection: [],
    hovered: null,
    hidden: Object.fromEntries(hidden.map((id) => [id, true])),
    locked: {},
    activeLabels: editable ? preselectedLabels(config) : {},
    relationFrom: null,
    relationsHidden: false,
    hiddenRelations: {},
    hoveredRelation: null,
    items: {},
    texts: editable ? prefilledTexts(config) : {},
    assist: noAssist,
  };
}

/** Labels that are picked from the start: `selected="true"`. */
function preselectedLabels(config: LabelingConfig): Record<string, string[]> {
  const picked: Record<string, string[]> = {};
  for (const control of config.controls.values()) {
    const names = control.labels.filter(({ node }) => attrFlag(node, 'selected')).map(({ name }) => name);
    const kept = attrText(control.node, 'choice') === 'multiple' ? names : names.slice(-1);
    if (kept.length > 0) picked[control.name] = kept;
  }
  return picked;
}

/** What a new annotation holds before anybody touched it. */
function newDocument(config: LabelingConfig): AnnotationDocument {
  return initialAnswers(emptyDocument, config);
}
