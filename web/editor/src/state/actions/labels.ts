import { attrFlag, attrText } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import { elementOf, head, labelsOf, objectOf, type Entry } from '../../model/document';
import { addRegion, labelUsages, setLabels } from '../../model/edit';
import { newId } from '../../model/ids';
import { omit } from '../../model/omit';
import type { Wording } from '../../messages';
import type { EditorCore } from '../core';
import { selectedRegions } from '../selectors';
import { askAbout } from './assist';
import { blankLabel, elementsFor } from './regionElements';

export interface RegionToCreate {
  object: string;
  /** Tool that drew it, e.g. `rectangle`; null for objects whose regions all have one shape. */
  shape: string | null;
  geometry: Record<string, unknown>;
  /** Top-level keys of image regions and the like. */
  shared?: Record<string, unknown>;
}

export function labelActions(core: EditorCore) {
  return {
    /**
     * Picks a label. With regions selected they are relabeled, else the label is switched on or off for drawing.
     */
    toggleLabel(controlName: string, label: string): void {
      const control = core.state.config.controls.get(controlName);
      if (control === undefined || !core.editable) return;
      const selected = selectedRegions(core.state);
      const fitting = selected.filter((region) => labelFits(core, control, region));
      if (fitting.length > 0) {
        const editable = fitting.filter((region) => core.canEdit(region));
        if (editable.length > 0) relabel(core, control, label, editable);
        return;
      }
      if (selected.length > 0) core.updateView({ selection: [] });
      core.updateView({ activeLabels: pick(core, control, label) });
    },

    /** Picks paths of a labeling Taxonomy, by their keys, for the next region. */
    pickForDrawing(controlName: string, keys: readonly string[]): void {
      if (!core.editable) return;
      if (selectedRegions(core.state).length > 0) core.updateView({ selection: [] });
      core.updateView({ activeLabels: { ...core.content.view.activeLabels, [controlName]: keys } });
    },

    /** Switches off every label picked for drawing. */
    clearActiveLabels(): void {
      core.updateView({ activeLabels: {} });
    },

    /**
     * Adds a region with the labels picked for drawing. Gives its id, or null when no control takes the region:
     * no label is picked, or one is used up (then the person is told).
     */
    createRegion({ object, shape, geometry, shared }: RegionToCreate): string | null {
      if (!core.editable) return null;
      const elements = elementsFor(core, object, shape);
      if (elements.length === 0) return null;
      for (const { control, value } of elements) {
        const labels = Array.isArray(value) ? value.filter((label) => typeof label === 'string') : [];
        if (labels.some((label) => refuseExhausted(core, control, label, 1))) return null;
      }
      const id = newId();
      core.change((draft) => addRegion(draft, { id, object, elements, geometry, ...(shared && { shared }) }));
      const { keepLabelSelected, selectAfterCreating } = core.state.settings;
      if (!keepLabelSelected) core.updateView({ activeLabels: {} });
      if (selectAfterCreating) core.updateView({ selection: [id] });
      const created = core.content.document.entries[id];
      if (created !== undefined && geometry['closed'] !== false)
        core.props.onRegionFinished?.(core.regionEvent(created));
      if (core.state.config.objects.get(object)?.tag !== 'image') void askAbout(core, id);
      return id;
    },

    /**
     * A region that was drawn in several steps is complete: it stays selected, and its labels picked for the next one,
     * as the person's settings say.
     */
    finishRegion(id: string): void {
      const region = core.content.document.entries[id];
      if (region === undefined) return;
      const { keepLabelSelected, selectAfterCreating } = core.state.settings;
      const labels = region.elements.flatMap((element) => {
        const names = labelsOf(element);
        return names.length > 0 ? [[element.from_name ?? '', names] as const] : [];
      });
      core.updateView({
        selection: selectAfterCreating ? [id] : [],
        activeLabels: keepLabelSelected && !selectAfterCreating ? Object.fromEntries(labels) : {},
      });
      core.props.onRegionFinished?.(core.regionEvent(region));
    },
  };
}

/** Whether a control can label a region: on the same object, and of a shape the control knows. */
function labelFits(core: EditorCore, control: ControlTag, region: Entry): boolean {
  if (!control.toNames.includes(objectOf(region))) return false;
  if (control.tag === 'labels' || core.state.config.objects.get(objectOf(region))?.tag !== 'image')
    return true;
  return shapeOf(head(region).type) === shapeOf(control.tag);
}

function shapeOf(type: string): string {
  return type.replace(/labels$/, '');
}

function relabel(core: EditorCore, control: ControlTag, label: string, regions: readonly Entry[]): void {
  const multiple = attrText(control.node, 'choice') === 'multiple';
  const allowEmpty = attrFlag(control.node, 'allowempty');
  const current = (region: Entry): string[] => {
    const element = elementOf(region, control.name);
    return element === undefined ? [] : labelsOf(element);
  };
  if (label === blankLabel) {
    core.change((draft) => regions.forEach(({ id }) => setLabels(draft, id, control, [], true)));
    return;
  }
  const removing = regions.every((region) => current(region).includes(label));
  if (!removing) {
    const added = regions.filter((region) => !current(region).includes(label)).length;
    if (refuseExhausted(core, control, label, added)) return;
  }
  core.change((draft) => {
    for (const region of regions) {
      const labels = current(region);
      const rest = labels.filter((name) => name !== label);
      const next = removing ? rest : multiple ? [...rest, label] : [label];
      // The control that holds the region's place keeps a label, unless none is allowed.
      if (next.length > 0 || allowEmpty || head(region).from_name !== control.name)
        setLabels(draft, region.id, control, next, allowEmpty);
    }
  });
}

/** Labels picked for drawing after one more is switched on or off. */
function pick(core: EditorCore, control: ControlTag, label: string): Record<string, readonly string[]> {
  const active: Record<string, readonly string[]> = { ...core.content.view.activeLabels };
  const current = active[control.name] ?? [];
  const multiple = attrText(control.node, 'choice') === 'multiple' && label !== blankLabel;
  const rest = current.filter((name) => name !== label && name !== blankLabel);
  const next = current.includes(label) ? (multiple ? rest : []) : multiple ? [...rest, label] : [label];
  active[control.name] = next;
  // Two drawing tools cannot be in the hand at once.
  const laidDown = [...core.state.config.controls.values()].filter((other) => {
    const sameObject = other.toNames.some((name) => control.toNames.includes(name));
    const tools = ![other.tag, control.tag].some((tag) => tag === 'labels' || tag === 'taxonomy');
    return sameObject && tools && other.tag !== control.tag;
  });
  return omit(active, ...laidDown.map(({ name }) => name));
}

/** Tells the person when a label has no uses left; true means the change must not happen. */
function refuseExhausted(core: EditorCore, control: ControlTag, name: string, added: number): boolean {
  const label = control.labels.find((candidate) => candidate.name === name);
  if (label === undefined || label.maxUsages === Infinity) return false;
  if (labelUsages(core.content.document, control.name, name) + added <= label.maxUsages) return false;
  const text: Wording = { key: 'labelUsedUp', values: { label: label.title, count: label.maxUsages } };
  core.store.setState({ dialog: { kind: 'message', text } });
  return true;
}
