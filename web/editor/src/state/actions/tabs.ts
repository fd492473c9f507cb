import { loadResult } from '../../model/load';
import { writeResult } from '../../model/write';
import { normalizerFor } from '../../tags/behaviors';
import type { AnnotationRef, EditorProps } from '../../types';
import { hasUnsavedChanges, type EditorCore } from '../core';
import { annotationTab, contentOf, loadContent, newTab, predictionTab } from '../tabs';
import type { Tab } from '../types';
import { addPendingTexts } from './texts';

export function tabActions(core: EditorCore) {
  const openTab = (key: string): void => {
    if (key === core.state.activeKey) {
      core.store.setState({ comparing: false });
      return;
    }
    addPendingTexts(core, 'region');
    core.open(key);
    core.props.onSelectAnnotation?.(core.tab.ref);
  };
  const addTab = (tab: Tab): void => {
    core.open(tab.ref.key, [tab, ...core.state.tabs]);
    core.props.onCreateAnnotation?.(tab.ref);
    core.props.onSelectAnnotation?.(tab.ref);
  };

  return {
    openTab,

    /** Opens the tab before or after the open one. */
    stepTab(step: 1 | -1): void {
      const { tabs, activeKey } = core.state;
      const next = tabs[tabs.findIndex(({ ref }) => ref.key === activeKey) + step];
      if (next !== undefined) openTab(next.ref.key);
    },

    /** Shows all annotations and predictions beside each other, or the open one again. */
    compare(comparing: boolean): void {
      if (comparing === core.state.comparing || (comparing && !canCompare(core))) return;
      if (comparing) addPendingTexts(core, 'region');
      core.store.setState({ comparing, editingNotes: false });
    },

    addEmpty(): void {
      if (canAdd(core)) addTab(newTab(core.props));
    },

    /** Opens a new annotation with what a tab holds: of a prediction, or of somebody's annotation. */
    copyTab(key: string): void {
      const source = core.state.tabs.find(({ ref }) => ref.key === key);
      if (source === undefined || !canAdd(core)) return;
      const { config } = core.state;
      const now = Date.now();
      const parent = copiedFrom(source.ref);
      const tab = newTab(core.props, parent);
      const { document } = source.content ?? loadContent(source, config, now);
      tab.content = contentOf(
        loadResult(writeResult(document, config), config, { normalizerFor }),
        config,
        tab,
        now,
      );
      addTab(tab);
    },

    /** Shows the stored version beside a draft, or the draft again. */
    show(version: 'current' | 'submitted'): void {
      core.updateContent((content) =>
        content.submitted === null ? content : { ...content, showing: version },
      );
    },

    async deleteTab(key: string): Promise<void> {
      const tab = core.state.tabs.find(({ ref }) => ref.key === key);
      if (tab === undefined) return;
      try {
        // Also what was never submitted: the app may have kept drafts of it that are known only to the app.
        await core.props.onDeleteAnnotation?.(tab.ref);
        closeTab(core, key);
      } catch (error) {
        core.store.setState({ failure: error instanceof Error ? error.message : String(error) });
      }
    },

    async setGroundTruth(key: string, groundTruth: boolean): Promise<void> {
      const tab = core.state.tabs.find(({ ref }) => ref.key === key);
      if (tab === undefined || tab.ref.annotationId === null) return;
      try {
        await core.props.onSetGroundTruth?.(tab.ref, groundTruth);
        core.updateTab(key, (current) => ({ ...current, groundTruth }));
      } catch (error) {
        core.store.setState({ failure: error instanceof Error ? error.message : String(error) });
      }
    },

    /** Takes over new props of the app: tabs that came, went or changed. Unsaved work is never replaced. */
    receive(props: EditorProps): void {
      const before = core.props;
      core.props = props;
      if (props.annotations !== before.annotations || props.predictions !== before.predictions)
        merge(core, props);
      const selected = props.options.selectedAnnotation;
      const earlier = before.options.selectedAnnotation;
      if (selected !== undefined && (selected.kind !== earlier?.kind || selected.id !== earlier.id)) {
        const wanted = core.state.tabs.find((tab) => matches(tab.ref, selected));
        if (wanted !== undefined && wanted.ref.key !== core.state.activeKey) core.open(wanted.ref.key);
      }
    },
  };
}

/** Whether there is more than one tab to look at, and the app lets it. */
export function canCompare({ state, props: { options } }: EditorCore): boolean {
  return options.mode === 'explore' && options.canCompare !== false && state.tabs.length > 1;
}

export function canAdd({ props: { options } }: EditorCore): boolean {
  return options.readOnly !== true && options.canAddAnnotation !== false && options.mode !== 'stream';
}

function copiedFrom({ annotationId, predictionId }: AnnotationRef): {
  parentAnnotation?: number;
  parentPrediction?: number;
} {
  if (predictionId !== null) return { parentPrediction: predictionId };
  return annotationId === null ? {} : { parentAnnotation: annotationId };
}

function matches(ref: AnnotationRef, { kind, id }: { kind: string; id: number }): boolean {
  if (kind === 'annotation') return ref.annotationId === id;
  return kind === 'prediction' ? ref.predictionId === id : ref.draftId === id;
}

function closeTab(core: EditorCore, key: string): void {
  const tabs = core.state.tabs.filter(({ ref }) => ref.key !== key);
  if (core.state.activeKey !== key) {
    core.store.setState({ tabs });
    return;
  }
  openFirst(core, tabs);
  core.props.onSelectAnnotation?.(core.tab.ref);
}

function merge(core: EditorCore, props: EditorProps): void {
  const drafts = props.drafts ?? [];
  const unknown = new Set(props.annotations.map(({ id }) => id));
  const merged = core.state.tabs.flatMap((tab): Tab[] => {
    const { annotationId, predictionId } = tab.ref;
    if (predictionId !== null) return props.predictions.some(({ id }) => id === predictionId) ? [tab] : [];
    if (annotationId === null && !tab.awaitingId) return [tab];
    const annotation = tab.awaitingId
      ? props.annotations.find(({ id }) => !core.state.tabs.some(({ ref }) => ref.annotationId === id))
      : props.annotations.find(({ id }) => id === annotationId);
    if (annotation === undefined)
      return tab.content !== null && hasUnsavedChanges(tab.content) ? [tab] : tab.awaitingId ? [tab] : [];
    unknown.delete(annotation.id);
    const incoming = annotationTab(annotation, drafts, props);
    return [{ ...incoming, ref: { ...incoming.ref, key: tab.ref.key }, content: tab.content }];
  });
  const added = [
    ...props.annotations
      .filter(({ id }) => unknown.has(id))
      .map((annotation) => annotationTab(annotation, drafts, props)),
    ...props.predictions
      .filter(({ id }) => !core.state.tabs.some(({ ref }) => ref.predictionId === id))
      .map(predictionTab),
  ];
  const tabs = [...merged, ...added];
  if (tabs.some(({ ref }) => ref.key === core.state.activeKey)) core.store.setState({ tabs });
  else openFirst(core, tabs);
}

function openFirst(core: EditorCore, tabs: readonly Tab[]): void {
  const first = tabs.find(({ kind }) => kind === 'annotation') ?? tabs[0];
  if (first !== undefined) core.open(first.ref.key, tabs);
  else {
    const empty = newTab(core.props);
    core.open(empty.ref.key, [empty]);
  }
}
