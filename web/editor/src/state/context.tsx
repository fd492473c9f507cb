import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { attrText } from '../config/attributes';
import type { ControlTag, LabelingConfig, ObjectTag } from '../config/compile';
import type { ConfigNode } from '../config/parse';
import {
  elementOf,
  entriesOf,
  isClassificationOf,
  ownValue,
  type AnnotationDocument,
  type Entry,
} from '../model/document';
import type { ValueScope } from '../model/edit';
import { isVisible } from '../model/visibility';
import type { Translate } from '../messages';
import type { EditorProps } from '../types';
import type { EditorActions } from './actions';
import type { LocalKeys } from '../commands/localKeys';
import type { TagComponents } from '../tags/TagView';
import type { AnchorRegistry } from './anchors';
import { activeContent, isEditable, shownDocument, type EditorCore } from './core';
import { selectedRegion } from './selectors';
import type { EditorState, View } from './types';

export interface EditorContextValue {
  core: EditorCore;
  actions: EditorActions;
  anchors: AnchorRegistry;
  localKeys: LocalKeys;
  /** What draws each tag. */
  tags: TagComponents;
  props: EditorProps;
  t: Translate;
}

export const EditorContext = createContext<EditorContextValue | null>(null);

export function useEditor(): EditorContextValue {
  const value = useContext(EditorContext);
  if (value === null) throw new Error('A part of the editor was rendered outside of it.');
  return value;
}

/** A part of the state; the component renders again when it is another value. */
export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().core.store, select);
}

export function useActions(): EditorActions {
  return useEditor().actions;
}

export function useTranslate(): Translate {
  return useEditor().t;
}

export function useConfig(): LabelingConfig {
  return useEditorState((state) => state.config);
}

export function useDocument(): AnnotationDocument {
  return useEditorState(shownDocument);
}

export function useView<T>(select: (view: View) => T): T {
  return useEditorState((state) => select(activeContent(state).view));
}

export function useSelectedRegion(): Entry | null {
  return useEditorState(selectedRegion);
}

/** Whether the open annotation can be changed. */
export function useEditable(): boolean {
  const { props } = useEditor();
  return useEditorState((state) => isEditable(state, props));
}

/** Whether this region can be changed. */
export function useCanEdit(region: Entry | null): boolean {
  const editable = useEditable();
  const locked = useView((view) => region !== null && view.locked[region.id] === true);
  return (
    editable && region !== null && !locked && !region.elements.some((element) => element.readonly === true)
  );
}

export function useObject(node: ConfigNode): ObjectTag | undefined {
  return useConfig().objects.get(attrText(node, 'name') ?? '');
}

export function useControl(node: ConfigNode): ControlTag | undefined {
  return useConfig().controls.get(attrText(node, 'name') ?? '');
}

/** Shown item of an object, from 0. */
export function useItem(object: string): number {
  return useView((view) => view.items[object] ?? 0);
}

/** A control's answer where the person is now: for the annotation, the item or the selected region. */
export interface Answer {
  /** Undefined when there is none. */
  value: unknown;
  /** Undefined takes the answer back. Changes of one gesture are one step of undo. */
  set(value: unknown, gesture?: string): void;
  scope: ValueScope;
  disabled: boolean;
}

export function useAnswer(control: ControlTag): Answer {
  const document = useDocument();
  const actions = useActions();
  const editable = useEditable();
  const region = useSelectedRegion();
  const regionEditable = useCanEdit(region);
  const item = useItem(control.toName);
  const regionId = control.perRegion ? region?.id : undefined;
  const scope = useMemo<ValueScope>(
    () => ({ ...(regionId !== undefined && { regionId }), ...(control.perItem && { item }) }),
    [control, regionId, item],
  );
  const entry = useMemo(() => {
    if (control.perRegion) return region;
    return entriesOf(document, 'classification').find((candidate) =>
      isClassificationOf(candidate, control.name, scope.item),
    );
  }, [document, control, region, scope]);
  const unplaced = control.perRegion && region === null;
  return {
    value: entry === null || entry === undefined ? undefined : ownValue(elementOf(entry, control.name)),
    set: (value, gesture) => actions.setValue(control.name, value, scope, gesture ?? null),
    scope,
    disabled: unplaced || (control.perRegion ? !regionEditable : !editable),
  };
}

/** Whether the tag's own condition, if it has one, lets it be seen. */
export function useVisible(node: ConfigNode): boolean {
  const config = useConfig();
  const conditional =
    node.attrs['visiblewhen'] !== undefined ||
    node.attrs['whenchoicevalue'] !== undefined ||
    node.attrs['perregion'] === true;
  const document = useEditorState((state) => (conditional ? shownDocument(state) : null));
  const region = useEditorState((state) => (conditional ? selectedRegion(state) : null));
  return useMemo(
    () => document === null || isVisible(node, { config, document, region }),
    [node, config, document, region],
  );
}
