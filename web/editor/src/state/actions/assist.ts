import { attrFlag } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import {
  emptyDocument,
  entriesOf,
  geometryOf,
  head,
  labelsOf,
  regionLabels,
  type Entry,
} from '../../model/document';
import { addRegion, deleteRegions, type NewElement } from '../../model/edit';
import { newId } from '../../model/ids';
import { loadResult } from '../../model/load';
import { masksStored, withStoredMask } from '../../model/painted';
import { normalizerFor } from '../../tags/behaviors';
import { combineMasks } from '../../tags/image/geometry/maskSets';
import { MaskCode } from '../../tags/image/masks/MaskCode';
import { noAssist, type Assist } from '../assist';
import type { EditorCore } from '../core';
import { elementsFor } from './regionElements';

/** Something drawn for the model and not for the annotation. */
export interface NewPrompt {
  object: string;
  /** Tool that drew it, e.g. `rectangle`. */
  shape: string;
  geometry: Record<string, unknown>;
  shared: Record<string, unknown>;
  /** Of key points: false for a place that does not belong to what is meant. */
  positive: boolean;
}

/** A stroke is often followed by another one: how long to wait for it, milliseconds. */
const STROKE_PAUSE = 1200;

/** Whether the control draws for a model while auto-annotation is on. */
export const isSmart = ({ node }: ControlTag): boolean =>
  attrFlag(node, 'smart') || attrFlag(node, 'smartonly');

/** The app offers a model and the person has switched it on. */
export const isAssisted = (core: EditorCore): boolean =>
  core.props.onPrompt !== undefined && core.editable && core.state.settings.autoAnnotation;

export function assistActions(core: EditorCore) {
  return {
    /**
     * Adds a prompt with the labels picked for drawing and asks the model about all prompts of its kind. A brush goes on
     * with the prompt it painted before. Gives its id, or null when no smart control takes it.
     */
    addPrompt(prompt: NewPrompt): string | null {
      if (!isAssisted(core)) return null;
      const elements = elementsFor(core, prompt.object, prompt.shape);
      if (!elements.some(({ control }) => isSmart(control))) return null;
      const drawn = promptOf(prompt, elements);
      const { prompts } = core.content.view.assist;
      const strokes = prompt.shape === 'brush' ? prompts.filter((other) => isAlike(other, drawn)) : [];
      const geometry = joinedWith(strokes, prompt.geometry);
      const entry = strokes.length > 0 ? promptOf({ ...prompt, geometry }, elements) : drawn;
      update(core, { prompts: [...prompts.filter((other) => !strokes.includes(other)), entry] });
      asking(core, entry, prompt.shape === 'brush' ? STROKE_PAUSE : 0);
      return entry.id;
    },

    /** Makes suggestions part of the annotation, in one step; they take the place of what was drawn for the model. */
    acceptSuggestions(ids?: readonly string[]): void {
      const { suggestions } = core.content.view.assist;
      const chosen = suggestions.filter(({ id }) => ids === undefined || ids.includes(id));
      if (chosen.length === 0) return;
      insert(core, chosen);
      const rest = suggestions.filter((one) => !chosen.includes(one));
      update(core, { suggestions: rest, prompts: [], waiting: false });
      if (!core.state.settings.keepLabelSelected && rest.length === 0) core.updateView({ activeLabels: {} });
    },

    /** Drops suggestions; with the last one goes what was drawn for the model. */
    rejectSuggestions(ids?: readonly string[]): void {
      const { suggestions } = core.content.view.assist;
      const rest = suggestions.filter(({ id }) => ids !== undefined && !ids.includes(id));
      if (rest.length > 0) update(core, { suggestions: rest });
      else update(core, { suggestions: [], prompts: [], waiting: false });
    },

    /** Forgets prompts, suggestions and the question under way. */
    stopAssist,

    dismissAssistFailure(): void {
      update(core, { failure: null });
    },
  };

  function stopAssist(): void {
    if (core.content.view.assist !== noAssist) core.updateView({ assist: noAssist });
  }
}

/** Changes what a tab, the open one unless another is named, has to do with the model. */
function update(core: EditorCore, change: Partial<Assist>, key: string = core.state.activeKey): void {
  core.updateTab(key, (tab) => {
    if (tab.content === null) return tab;
    const { view } = tab.content;
    return { ...tab, content: { ...tab.content, view: { ...view, assist: { ...view.assist, ...change } } } };
  });
}

/** Prompts of a tab. */
const promptsIn = (core: EditorCore, key: string): readonly Entry[] =>
  core.state.tabs.find(({ ref }) => ref.key === key)?.content?.view.assist.prompts ?? [];

function promptOf(prompt: NewPrompt, elements: readonly NewElement[]): Entry {
  const { object, shape, geometry, shared, positive } = prompt;
  const id = newId();
  const document = structuredClone(emptyDocument);
  addRegion(document, { id, object, elements: [...elements], geometry, shared });
  const made = document.entries[id] ?? { id, kind: 'region', elements: [] };
  if (shape !== 'keypoint') return made;
  // Models that are asked by points look for the label in one place, whatever the control.
  const labels = regionLabels(made);
  return {
    ...made,
    elements: made.elements.map((element) => ({
      ...element,
      is_positive: positive,
      value: { ...element.value, labels },
    })),
  };
}

/** The place of a stroke with the strokes before it. */
function joinedWith(strokes: readonly Entry[], geometry: Record<string, unknown>): Record<string, unknown> {
  const codes = [...strokes.map((entry) => geometryOf(entry)['rle']), geometry['rle']].filter(
    (code) => code instanceof MaskCode,
  );
  const [first, ...others] = codes;
  if (first === undefined || others.length === 0) return geometry;
  const mask = combineMasks(
    'union',
    codes.map((code) => code.mask),
  );
  return { ...geometry, rle: new MaskCode(mask, first.image, 'rle') };
}

/** Prompts of one type with the same labels on the same picture belong to one question. */
function isAlike(one: Entry, other: Entry): boolean {
  const key = (entry: Entry): string => {
    const { type, to_name: object, item_index: item } = head(entry);
    return JSON.stringify([type, object, item ?? 0, entry.elements.map(labelsOf)]);
  };
  return key(one) === key(other);
}

/** The newest question of each editor: the answer to an older one is not wanted any more. */
const questions = new WeakMap<EditorCore, symbol>();

/** Asks the model about a prompt and all others like it, after a pause. */
function asking(core: EditorCore, prompt: Entry, pause: number): void {
  const question = Symbol(prompt.id);
  questions.set(core, question);
  const key = core.state.activeKey;
  const wanted = (): boolean => questions.get(core) === question && promptsIn(core, key).includes(prompt);
  const run = async (): Promise<void> => {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (!wanted()) return;
    update(core, { waiting: true, failure: null }, key);
    const group = promptsIn(core, key).filter((other) => isAlike(other, prompt));
    try {
      const answer = await answerTo(core, group);
      if (!wanted()) return;
      const atOnce = core.state.settings.autoAcceptSuggestions && core.state.activeKey === key;
      if (atOnce && answer.length > 0) insert(core, answer);
      const left = atOnce ? noAssist : { waiting: false, suggestions: answer };
      update(core, left, key);
    } catch (error) {
      if (wanted()) update(core, { waiting: false, failure: messageOf(error) }, key);
    }
  };
  void run();
}

/** The model's answer as regions of the open annotation's config. */
async function answerTo(core: EditorCore, prompts: readonly Entry[]): Promise<Entry[]> {
  const entries = Object.fromEntries(prompts.map((entry) => [entry.id, entry]));
  const stored = masksStored({ ...emptyDocument, entries });
  if (stored !== null) await stored;
  const result = prompts.flatMap(({ elements }) => elements.map(withStoredMask));
  const answer = await core.props.onPrompt?.({ annotation: core.tab.ref, result });
  const { document } = loadResult(answer ?? [], core.state.config, { fromPrediction: true, normalizerFor });
  return entriesOf(document, 'region');
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Adds a model's regions as one step; one whose id is taken gets another. */
function insert(core: EditorCore, suggested: readonly Entry[], insteadOf?: string): void {
  core.change((draft) => {
    if (insteadOf !== undefined) deleteRegions(draft, [insteadOf]);
    for (const entry of suggested) {
      const id = draft.entries[entry.id] === undefined ? entry.id : newId();
      const elements = entry.elements.map((element) => ({ ...element, id }));
      draft.entries[id] = { ...entry, id, elements };
      draft.order.push(id);
    }
  });
}

/**
 * Asks the model about a region of an object on which suggestions cannot be shown, such as a text: what it answers takes
 * the region's place at once.
 */
export async function askAbout(core: EditorCore, id: string): Promise<void> {
  const region = core.content.document.entries[id];
  if (!isAssisted(core) || region === undefined) return;
  const controls = region.elements.flatMap(
    ({ from_name: name }) => core.state.config.controls.get(name ?? '') ?? [],
  );
  if (!controls.some(isSmart)) return;
  const key = core.state.activeKey;
  update(core, { waiting: true, failure: null });
  try {
    const answer = await answerTo(core, [region]);
    const now = core.state.activeKey === key ? core.content.document.entries[id] : undefined;
    if (answer.length > 0 && now !== undefined && samePlace(now, region)) insert(core, answer, id);
    update(core, { waiting: false }, key);
  } catch (error) {
    update(core, { waiting: false, failure: messageOf(error) }, key);
  }
}

const samePlace = (one: Entry, other: Entry): boolean =>
  JSON.stringify(geometryOf(one)) === JSON.stringify(geometryOf(other));
