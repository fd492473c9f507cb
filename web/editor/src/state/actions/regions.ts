import { head, regionsOf, type Entry } from '../../model/document';
import {
  addRelation,
  cycleDirection,
  deleteRegions,
  deleteRelation,
  duplicateRegions,
  insertElements,
  setGeometry,
  setNotes,
  setParent,
  setRelationLabels,
  setShared,
} from '../../model/edit';
import { mayContain } from '../../model/nesting';
import { omit } from '../../model/omit';
import type { ResultElement } from '../../types';
import { noAssist } from '../assist';
import { shownDocument, type EditorCore } from '../core';
import { selectedRegions } from '../selectors';
import { addPendingTexts } from './texts';

export type SelectMode = 'replace' | 'toggle';

export function regionActions(core: EditorCore) {
  const select = (selection: readonly string[]): void => {
    addPendingTexts(core, 'region');
    const { view } = core.content;
    const activeLabels = selection.length > 0 ? {} : view.activeLabels;
    core.updateView({ selection, activeLabels, items: itemsFor(core, selection) });
    core.store.setState({ editingNotes: false });
  };
  const deletable = (regions: readonly Entry[]): string[] =>
    regions.filter((region) => core.canEdit(region)).map(({ id }) => id);

  return {
    select,

    /** A click on a region: selects it, or makes it the other end of a relation. */
    clickRegion(id: string, mode: SelectMode = 'replace'): void {
      const { relationFrom, selection } = core.content.view;
      if (relationFrom !== null) {
        core.change((draft) => void addRelation(draft, relationFrom, id));
        core.updateView({ relationFrom: null });
        return;
      }
      if (mode === 'replace') select([id]);
      else select(selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id]);
    },

    /** Selects nothing and lets go of every label. */
    unselect(): void {
      select([]);
      core.updateView({ activeLabels: {}, relationFrom: null, assist: noAssist });
    },

    /** Selects the region after the selected one, in order of creation, and starts again after the last. */
    selectNext(): void {
      const regions = regionsOf(shownDocument(core.state));
      const current = core.content.view.selection.at(-1);
      const next = regions[(regions.findIndex(({ id }) => id === current) + 1) % regions.length];
      if (next !== undefined) select([next.id]);
    },

    hover(id: string | null): void {
      if (core.content.view.hovered !== id) core.updateView({ hovered: id });
    },

    /** Hides the regions, or shows them when all of them are hidden. */
    toggleHidden(ids: readonly string[]): void {
      core.updateView({ hidden: toggled(core.content.view.hidden, ids) });
    },

    /** Hides all regions, or shows all when none is visible. */
    toggleAllHidden(): void {
      core.updateView({
        hidden: toggled(
          core.content.view.hidden,
          regionsOf(shownDocument(core.state)).map(({ id }) => id),
        ),
      });
    },

    toggleLocked(ids: readonly string[]): void {
      core.updateView({ locked: toggled(core.content.view.locked, ids) });
    },

    deleteRegions(ids: readonly string[]): void {
      const { entries } = core.content.document;
      const chosen = deletable(ids.flatMap((id) => entries[id] ?? []));
      if (chosen.length > 0) core.change((draft) => deleteRegions(draft, chosen));
    },

    /** Deletes every region that may be deleted, once the person has confirmed; classifications stay. */
    askDeleteAll(): void {
      const onConfirm = (): void => {
        const chosen = deletable(regionsOf(core.content.document));
        if (chosen.length > 0) core.change((draft) => deleteRegions(draft, chosen));
      };
      core.store.setState({ dialog: { kind: 'confirm', question: 'delete-all', onConfirm } });
    },

    /** Copies the selected regions in place and selects the copies. */
    duplicateSelected(): void {
      if (core.content.view.selection.length === 0) return;
      let copies: string[] = [];
      core.change((draft) => {
        copies = duplicateRegions(draft, core.content.view.selection);
      });
      if (copies.length > 0) select(copies);
    },

    /** Elements of the selected regions, as they go to the clipboard. */
    copySelected(): ResultElement[] {
      return selectedRegions(core.state).flatMap(({ elements }) => elements);
    },

    /** Inserts elements from the clipboard whose controls and objects this config has. */
    paste(elements: readonly ResultElement[]): void {
      const { controls, objects } = core.state.config;
      const known = elements.filter(
        ({ from_name: from, to_name: to }) => controls.has(from ?? '') && objects.has(to ?? ''),
      );
      let copies: string[] = [];
      core.change((draft) => {
        copies = insertElements(draft, known);
      });
      if (copies.length > 0) select(copies);
    },

    /** Moves or resizes a region. Calls of one drag share a gesture and are one step. */
    setGeometry(
      id: string,
      geometry: Record<string, unknown>,
      gesture: string | null = null,
      shared: Record<string, unknown> = {},
    ): void {
      const region = core.content.document.entries[id];
      if (region === undefined || !core.canEdit(region)) return;
      core.change((draft) => setGeometry(draft, id, geometry, shared), gesture);
    },

    /** Moves or resizes several regions as one step. */
    setGeometries(
      changes: readonly { readonly id: string; readonly geometry: Record<string, unknown> }[],
      shared: Record<string, unknown> = {},
    ): void {
      const { entries } = core.content.document;
      const allowed = changes.filter(({ id }) => {
        const region = entries[id];
        return region !== undefined && core.canEdit(region);
      });
      if (allowed.length === 0) return;
      core.change((draft) => {
        for (const { id, geometry } of allowed) setGeometry(draft, id, geometry, shared);
      });
    },

    /** Gives a region another place and deletes the regions that have become part of it, as one step. */
    absorbRegions(
      id: string,
      geometry: Record<string, unknown>,
      gone: readonly string[],
      shared: Record<string, unknown> = {},
    ): void {
      const { entries } = core.content.document;
      const all = [id, ...gone].flatMap((each) => entries[each] ?? []);
      if (all.length !== gone.length + 1 || !all.every((region) => core.canEdit(region))) return;
      core.change((draft) => {
        setGeometry(draft, id, geometry, shared);
        deleteRegions(draft, gone);
      });
      select([id]);
    },

    /** Stores how the picture under regions is turned, degrees clockwise; their geometry does not change. */
    setImageRotation(ids: readonly string[], rotation: number): void {
      core.change((draft) => {
        for (const id of ids) setShared(draft, id, { image_rotation: rotation });
      });
    },

    setNotes(id: string, notes: readonly string[]): void {
      const region = core.content.document.entries[id];
      if (region !== undefined && core.canEdit(region)) core.change((draft) => setNotes(draft, id, notes));
    },

    /** Nests a region under another as far as the labels let it, or takes it to the root. */
    setParent(id: string, parentId: string | undefined): void {
      const region = core.content.document.entries[id];
      if (region === undefined || !core.canEdit(region)) return;
      if (parentId !== undefined && !mayContain(core.content.document, core.state.config, parentId, id))
        return;
      core.change((draft) => void setParent(draft, id, parentId));
    },

    /** The next region that is clicked becomes the other end of a relation. */
    startRelation(): void {
      const id = core.content.view.selection.at(-1);
      if (id !== undefined && core.editable) core.updateView({ relationFrom: id });
    },

    cancelRelation(): void {
      core.updateView({ relationFrom: null });
    },

    deleteRelation(key: string): void {
      core.change((draft) => deleteRelation(draft, key));
    },

    cycleDirection(key: string): void {
      core.change((draft) => cycleDirection(draft, key));
    },

    setRelationLabels(key: string, labels: readonly string[]): void {
      core.change((draft) => setRelationLabels(draft, key, labels));
    },

    /** Hides all relations, or shows all, those hidden by themselves too. */
    toggleRelations(): void {
      core.updateView({ relationsHidden: !core.content.view.relationsHidden, hiddenRelations: {} });
    },

    hoverRelation(key: string | null): void {
      core.updateView({ hoveredRelation: key });
    },

    toggleRelation(key: string): void {
      const { hiddenRelations, relationsHidden } = core.content.view;
      if (!relationsHidden) {
        core.updateView({ hiddenRelations: toggled(hiddenRelations, [key]) });
        return;
      }
      // All were hidden together: this one comes back alone.
      const others = shownDocument(core.state).relations.filter((relation) => relation.key !== key);
      const hidden = Object.fromEntries(others.map((relation) => [relation.key, true as const]));
      core.updateView({ relationsHidden: false, hiddenRelations: hidden });
    },

    /** Turns to an item of an object that has several. */
    showItem(object: string, item: number): void {
      const { items, selection } = core.content.view;
      const { entries } = shownDocument(core.state);
      const staying = selection.filter((id) => {
        const region = entries[id];
        return (
          region === undefined || head(region).to_name !== object || (head(region).item_index ?? 0) === item
        );
      });
      core.updateView({ items: { ...items, [object]: item }, selection: staying });
    },

    startNotes(): void {
      if (core.content.view.selection.length > 0) core.store.setState({ editingNotes: true });
    },

    stopNotes(): void {
      core.store.setState({ editingNotes: false });
    },
  };
}

/** A region on another item turns its object to that item. */
function itemsFor(core: EditorCore, selection: readonly string[]): Readonly<Record<string, number>> {
  const { items } = core.content.view;
  const last = shownDocument(core.state).entries[selection.at(-1) ?? ''];
  const item = last === undefined ? undefined : head(last).item_index;
  const object = last === undefined ? undefined : head(last).to_name;
  return item === undefined || object === undefined ? items : { ...items, [object]: item };
}

function toggled(
  marks: Readonly<Record<string, true>>,
  ids: readonly string[],
): Readonly<Record<string, true>> {
  if (ids.every((id) => marks[id] === true)) return omit(marks, ...ids);
  return { ...marks, ...Object.fromEntries(ids.map((id) => [id, true as const])) };
}
