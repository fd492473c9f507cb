import { setValue } from '../../model/edit';
import type { Step } from '../../model/history';
import { masksStored } from '../../model/painted';
import { validate, type ValidationFailure } from '../../model/validation';
import { elementOf, entriesOf, isClassificationOf, regionsOf } from '../../model/document';
import { fallbackAnswer, rulesFor } from '../../tags/behaviors';
import type { Annotation, SaveEvent, SaveOutcome } from '../../types';
import { hasUnsavedChanges, leadTime, type EditorCore } from '../core';
import { selectedRegion } from '../selectors';
import type { Tab } from '../types';
import { addPendingTexts } from './texts';

/** Milliseconds during which buttons stay disabled while a request runs: at least, and at most. */
const busyLimits = { least: 200, most: 5000 };

export function savingActions(core: EditorCore) {
  return {
    /**
     * Submits the open annotation, or updates it when it is stored already. Text still in a box is added first;
     * a missing or wrong answer is shown instead of saving. `exit` leaves the label stream afterwards.
     */
    async save(exit = false): Promise<void> {
      if (saveObstacle(core) !== null) return;
      addPendingTexts(core, 'all');
      if (core.state.dialog?.kind === 'message') return;
      addFallbacks(core);
      const failure = validate(
        core.content.document,
        core.state.config,
        rulesFor,
        selectedRegion(core.state),
      );
      if (failure !== null) {
        showFailure(core, failure);
        return;
      }
      const stored = whenMasksStored(core);
      if (stored !== null) await stored;
      const { onSubmit, onUpdate } = core.props;
      const event = { ...core.saveEvent(), exit };
      await run(core, event, () =>
        event.annotation.annotationId === null ? onSubmit?.(event) : onUpdate?.(event),
      );
    },

    /** Skips the task with whatever the annotation holds; nothing is validated. */
    async skip(): Promise<void> {
      if (!canSkip(core)) return;
      const stored = whenMasksStored(core);
      if (stored !== null) await stored;
      const event = core.saveEvent();
      await run(core, event, () => core.props.onSkip?.(event));
    },

    async unskip(): Promise<void> {
      if (!core.tab.skipped || core.state.busy) return;
      const event = core.saveEvent();
      await run(core, event, () => core.props.onUnskip?.(event));
    },
  };
}

/** Settles when masks are in their stored form, and nothing else is saved meanwhile; `null` when all are. */
function whenMasksStored(core: EditorCore): Promise<void> | null {
  const stored = masksStored(core.content.document);
  if (stored === null) return null;
  core.store.setState({ busy: true });
  return stored.then(() => core.tellNow());
}

export type SaveObstacle = 'nothing-to-save' | 'no-changes' | 'empty' | 'busy' | 'config';

/** Why the open tab cannot be saved now; null when it can. */
export function saveObstacle(core: EditorCore): SaveObstacle | null {
  const { options } = core.props;
  const { tab, content, state } = core;
  if (!core.editable || tab.skipped || options.mode === 'preview' || options.showSubmit === false)
    return 'nothing-to-save';
  if (state.config.issues.some(({ severity }) => severity === 'error')) return 'config';
  if (state.busy) return 'busy';
  if (options.enableEmptyAnnotation === false && isEmptyResult(core)) return 'empty';
  if (tab.ref.annotationId !== null && !hasUnsavedChanges(content) && !hasTypedText(core))
    return 'no-changes';
  return null;
}

function isEmptyResult(core: EditorCore): boolean {
  return core.content.document.order.length === 0 && !hasTypedText(core);
}

function hasTypedText(core: EditorCore): boolean {
  return Object.values(core.content.view.texts).some(({ text, typed }) => typed && text.trim() !== '');
}

export function canSkip(core: EditorCore): boolean {
  const { options } = core.props;
  const { tab, state } = core;
  return (
    core.editable &&
    !tab.skipped &&
    !state.busy &&
    options.mode !== 'preview' &&
    options.showSkip !== false &&
    state.task.allow_skip !== false
  );
}

/** Answers a control stores although the person gave none, e.g. the default of a Number. */
function addFallbacks(core: EditorCore): void {
  const { document } = core.content;
  for (const control of core.state.config.controls.values()) {
    const value = fallbackAnswer(control, core.state.config);
    if (value === undefined) continue;
    if (control.perRegion) {
      const missing = regionsOf(document).filter(
        (region) =>
          control.toNames.includes(region.elements[0]?.to_name ?? '') &&
          elementOf(region, control.name) === undefined,
      );
      if (control.node.attrs['required'] !== true) continue;
      core.change((draft) => missing.forEach(({ id }) => setValue(draft, control, value, { regionId: id })));
    } else if (
      !entriesOf(document, 'classification').some((entry) =>
        isClassificationOf(entry, control.name, undefined),
      )
    ) {
      core.change((draft) => setValue(draft, control, value));
    }
  }
}

function showFailure(core: EditorCore, failure: ValidationFailure): void {
  const { regionId, item, control, message } = failure;
  if (regionId !== undefined) core.updateView({ selection: [regionId] });
  const object = core.state.config.controls.get(control)?.toName;
  if (item !== undefined && object !== undefined) {
    core.updateView({ items: { ...core.content.view.items, [object]: item } });
  }
  core.store.setState({ dialog: { kind: 'message', text: message } });
}

/** Runs a request of the app; what it answers becomes the stored version of the tab. */
async function run(core: EditorCore, event: SaveEvent, request: () => SaveOutcome): Promise<void> {
  const { key } = event.annotation;
  const { history } = core.content;
  core.store.setState({ busy: true, failure: null });
  const giveUp = setTimeout(() => core.store.setState({ busy: false }), busyLimits.most);
  const pause = new Promise((resolve) => setTimeout(resolve, busyLimits.least));
  try {
    const stored = await request();
    core.updateTab(key, (tab) => asStored(tab, stored ?? null, history.past.at(-1)));
  } catch (error) {
    core.store.setState({ failure: error instanceof Error ? error.message : String(error) });
  } finally {
    await pause;
    clearTimeout(giveUp);
    core.store.setState({ busy: false });
  }
}

function asStored(tab: Tab, stored: Annotation | null, savedStep: Step | undefined): Tab {
  const now = Date.now();
  const { content } = tab;
  return {
    ...tab,
    ref: { ...tab.ref, annotationId: stored?.id ?? tab.ref.annotationId, draftId: null },
    source: stored === null ? tab.source : { annotation: stored },
    skipped: stored?.was_cancelled ?? tab.skipped,
    groundTruth: stored?.ground_truth ?? tab.groundTruth,
    createdAt: stored?.created_at ?? tab.createdAt ?? new Date(now).toISOString(),
    awaitingId: tab.ref.annotationId === null && stored === null,
    content: content && {
      ...content,
      savedStep,
      unsavedFromStart: false,
      submitted: null,
      showing: 'current',
      timer: {
        base: stored?.lead_time ?? leadTime(content.timer, now),
        spent: 0,
        since: content.timer.since === null ? null : now,
        startedAt: new Date(now).toISOString(),
      },
    },
  };
}
