import type { ControlTag } from '../../config/compile';
import { elementOf, entriesOf, isClassificationOf, ownValue } from '../../model/document';
import { setValue, type ValueScope } from '../../model/edit';
import { addText, entriesFrom } from '../../tags/textarea/entries';
import { omit } from '../../model/omit';
import type { EditorCore } from '../core';
import { parseTextKey, textKey } from '../textKey';

export function textActions(core: EditorCore) {
  return {
    /** Keeps what is typed into a text area until it is added. */
    setPendingText(control: string, scope: ValueScope, text: string): void {
      if (!core.editable) return;
      const { texts } = core.content.view;
      core.updateView({ texts: { ...texts, [textKey(control, scope)]: { text, typed: true } } });
    },

    /** Adds what is typed into a text area to its answer. */
    addPendingText(control: string, scope: ValueScope): void {
      addPendingText(core, textKey(control, scope));
    },
  };
}

/** Adds unfinished texts to their answers: of regions that are left, or all before a save. */
export function addPendingTexts(core: EditorCore, which: 'region' | 'all'): void {
  const saved = core.tab.ref.annotationId !== null;
  for (const [key, { text, typed }] of Object.entries(core.content.view.texts)) {
    const { scope } = parseTextKey(key);
    const wanted = which === 'all' || scope.regionId !== undefined;
    // What the config filled in is the answer of a new annotation, not an addition to a stored one.
    if (wanted && text.trim() !== '' && (typed || !saved)) addPendingText(core, key);
  }
}

function addPendingText(core: EditorCore, key: string): void {
  const { control: name, scope } = parseTextKey(key);
  const control = core.state.config.controls.get(name);
  const pending = core.content.view.texts[key];
  if (control === undefined || pending === undefined || pending.text.trim() === '') return;
  const outcome = addText(control, entriesFrom(currentValue(core, control, scope)), pending.text);
  if (outcome.refusal !== null) core.store.setState({ dialog: { kind: 'message', text: outcome.refusal } });
  if (outcome.entries !== null) {
    const { entries } = outcome;
    core.change((draft) => setValue(draft, control, entries, scope));
  }
  core.updateView({ texts: omit(core.content.view.texts, key) });
}

function currentValue(core: EditorCore, control: ControlTag, { regionId, item }: ValueScope): unknown {
  const { document } = core.content;
  const entry =
    regionId === undefined
      ? entriesOf(document, 'classification').find((candidate) =>
          isClassificationOf(candidate, control.name, item),
        )
      : document.entries[regionId];
  return entry === undefined ? undefined : ownValue(elementOf(entry, control.name));
}
