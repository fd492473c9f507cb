import type { Draft as ImmerDraft } from 'immer';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LabelingConfig } from '../config/compile';
import { isReadOnly, regionsOf, type AnnotationDocument, type Entry } from '../model/document';
import { record } from '../model/history';
import { masksStored, withStoredMask } from '../model/painted';
import { writeResult } from '../model/write';
import type { EditorProps, RegionEvent, SaveEvent } from '../types';
import { readSettings } from './settings';
import { loadContent, openTabs } from './tabs';
import type { Content, EditorState, Tab, View } from './types';

export type EditorStore = StoreApi<EditorState>;

/**
 * What the editor's actions share: the state, the app's newest props, and the one way a document changes.
 */
export class EditorCore {
  readonly store: EditorStore;
  props: EditorProps;

  /** @param shown The only tab there is; without it the tabs are those of the props. */
  constructor(props: EditorProps, config: LabelingConfig, shown?: Tab) {
    this.props = props;
    const now = Date.now();
    const { tabs, activeKey } =
      shown === undefined ? openTabs(props, config, now) : { tabs: [shown], activeKey: shown.ref.key };
    this.store = createStore<EditorState>(() => ({
      config,
      task: props.task,
      tabs: opened(tabs, activeKey, config, now),
      activeKey,
      settings: readSettings(),
      dialog: null,
      comparing: false,
      busy: false,
      failure: null,
      filters: {},
      editingNotes: false,
    }));
  }

  get state(): EditorState {
    return this.store.getState();
  }

  /** The open tab. */
  get tab(): Tab {
    return activeTab(this.state);
  }

  get content(): Content {
    return activeContent(this.state);
  }

  /** Replaces a tab, by key. */
  updateTab(key: string, change: (tab: Tab) => Tab): void {
    this.store.setState(({ tabs }) => ({
      tabs: tabs.map((tab) => (tab.ref.key === key ? change(tab) : tab)),
    }));
  }

  /** Makes a tab the open one, reading its content when this is the first time. */
  open(key: string, tabs: readonly Tab[] = this.state.tabs): void {
    this.store.setState({
      tabs: opened(tabs, key, this.state.config, Date.now()),
      activeKey: key,
      comparing: false,
      editingNotes: false,
      failure: null,
    });
  }

  updateContent(change: (content: Content) => Content): void {
    this.updateTab(this.state.activeKey, (tab) =>
      tab.content === null ? tab : { ...tab, content: change(tab.content) },
    );
  }

  updateView(change: Partial<View>): void {
    this.updateContent((content) => ({ ...content, view: { ...content.view, ...change } }));
  }

  /** Whether the open tab may be changed at all. */
  get editable(): boolean {
    return isEditable(this.state, this.props);
  }

  /** Whether this region may be changed: the tab is editable and the region is neither read-only nor locked. */
  canEdit(region: Entry): boolean {
    return this.editable && !isReadOnly(region) && this.content.view.locked[region.id] !== true;
  }

  /**
   * Changes the open document as one undoable step and tells the app. Steps of the same gesture are joined.
   * Does nothing where nothing may be changed.
   */
  change(recipe: (draft: ImmerDraft<AnnotationDocument>) => void, gesture: string | null = null): void {
    if (!this.editable) return;
    const before = this.content;
    const { document, history } = record(before, recipe, gesture);
    if (document === before.document) return;
    this.setDocument({ document, history });
  }

  /** Puts a document and its history in place, drops what no longer exists from the selection, tells the app. */
  setDocument(next: Pick<Content, 'document' | 'history'>): void {
    const before = this.content.document;
    this.updateContent((content) => ({
      ...content,
      ...next,
      view: withoutMissing(content.view, next.document),
    }));
    this.tellRegions(before, next.document);
    this.#tellSoon(this.state.activeKey);
  }

  /** Tells the app which regions came and went. */
  private tellRegions(before: AnnotationDocument, after: AnnotationDocument): void {
    const { onRegionCreated, onRegionDeleted } = this.props;
    if (before.order === after.order) return;
    for (const { entries, other, tell } of [
      { entries: after, other: before, tell: onRegionCreated },
      { entries: before, other: after, tell: onRegionDeleted },
    ]) {
      if (tell === undefined) continue;
      for (const region of regionsOf(entries))
        if (other.entries[region.id] === undefined) tell(this.regionEvent(region));
    }
  }

  regionEvent(region: Entry): RegionEvent {
    return { annotation: this.tab.ref, id: region.id, elements: region.elements.map(withStoredMask) };
  }

  /** Tabs whose last change the app was not told yet: their masks are on the way to their stored form. */
  readonly #untold = new Map<string, AnnotationDocument>();

  /** Tells the app of a change, once its masks are in their stored form; a newer change takes the place of it. */
  #tellSoon(key: string): void {
    const { document } = this.content;
    const stored = masksStored(document);
    if (stored === null) {
      this.#untold.delete(key);
      this.props.onChange?.(this.saveEvent(key));
      return;
    }
    this.#untold.set(key, document);
    void stored.then(() => {
      if (this.#untold.get(key) === document) this.#tell(key);
    });
  }

  #tell(key: string): void {
    this.#untold.delete(key);
    if (this.state.tabs.some(({ ref }) => ref.key === key)) this.props.onChange?.(this.saveEvent(key));
  }

  /** Tells the app at once of every change it does not know: the editor is about to go. */
  tellNow(): void {
    for (const key of [...this.#untold.keys()]) this.#tell(key);
  }

  /** What a save of a tab would store; of the open one when none is named. */
  saveEvent(key: string = this.state.activeKey): SaveEvent {
    const tab = this.state.tabs.find(({ ref }) => ref.key === key) ?? this.tab;
    const { ref } = tab;
    const { document, timer } = tab.content ?? this.content;
    return {
      annotation: ref,
      result: writeResult(document, this.state.config),
      leadTime: leadTime(timer, Date.now()),
      startedAt: timer.startedAt,
    };
  }
}

export function activeTab(state: EditorState): Tab {
  const tab = state.tabs.find(({ ref }) => ref.key === state.activeKey);
  if (tab === undefined) throw new Error(`There is no tab ${state.activeKey}.`);
  return tab;
}

export function activeContent(state: EditorState): Content {
  const { content } = activeTab(state);
  if (content === null) throw new Error(`Tab ${state.activeKey} is not loaded.`);
  return content;
}

/** The document on screen: the one being worked on, or the stored version beside a draft. */
export function shownDocument(state: EditorState): AnnotationDocument {
  const { document, submitted, showing } = activeContent(state);
  return showing === 'submitted' && submitted !== null ? submitted : document;
}

export function isEditable(state: EditorState, { options }: Pick<EditorProps, 'options'>): boolean {
  const { kind, content } = activeTab(state);
  return (
    options.readOnly !== true && !state.comparing && kind === 'annotation' && content?.showing !== 'submitted'
  );
}

/** Whether the open tab holds changes that are not stored as an annotation. */
export function hasUnsavedChanges({ history, savedStep, unsavedFromStart }: Content): boolean {
  return unsavedFromStart || history.past.at(-1) !== savedStep;
}

export function leadTime({ base, spent, since }: Content['timer'], now: number): number {
  const milliseconds = spent + (since === null ? 0 : now - since);
  return base + milliseconds / 1000;
}

/** Tabs with one of them open: its content is read, its clock runs and all others stand still. */
function opened(tabs: readonly Tab[], key: string, config: LabelingConfig, now: number): Tab[] {
  return tabs.map((tab) => {
    const content = tab.ref.key === key ? (tab.content ?? loadContent(tab, config, now)) : tab.content;
    if (content === null) return tab;
    const { timer } = content;
    const spent = timer.spent + (timer.since === null ? 0 : now - timer.since);
    return {
      ...tab,
      content: { ...content, timer: { ...timer, spent, since: tab.ref.key === key ? now : null } },
    };
  });
}

function withoutMissing(view: View, document: AnnotationDocument): View {
  const exists = (id: string | null): boolean => id !== null && document.entries[id] !== undefined;
  return {
    ...view,
    selection: view.selection.every(exists) ? view.selection : view.selection.filter(exists),
    hovered: exists(view.hovered) ? view.hovered : null,
    relationFrom: exists(view.relationFrom) ? view.relationFrom : null,
  };
}
