import { commands, keysOf, type HotkeySettings } from '../commands/registry';
import type { ChoiceDefinition, LabelingConfig } from '../config/compile';
import type { MessageKey, Translate } from '../messages';
import { imageKeys } from '../tags/image/imageKeys';

export interface Shortcut {
  name: string;
  title: string;
  keys: string;
}

/** Commands that have keys, by group; those of images only where the task has one. */
export function commandShortcuts(
  config: LabelingConfig,
  settings: HotkeySettings | undefined,
  t: Translate,
): Map<MessageKey, Shortcut[]> {
  const found = new Map<MessageKey, Shortcut[]>();
  const hasImage = [...config.objects.values()].some(({ tag }) => tag === 'image');
  for (const command of hasImage ? [...commands, ...imageKeys] : commands) {
    const keys = keysOf(command, settings);
    if (keys === '') continue;
    const shortcut = { name: command.name, title: t(command.label), keys };
    found.set(command.group, [...(found.get(command.group) ?? []), shortcut]);
  }
  return found;
}

/** Labels and choices that have keys. */
export function answerShortcuts(config: LabelingConfig): Shortcut[] {
  const all = [...config.controls.values()].flatMap((control) => [
    ...control.labels.map(({ title, hotkey }) => ({
      name: `${control.name}/${title}`,
      title,
      keys: hotkey ?? '',
    })),
    ...choiceShortcuts(control.name, control.choices),
  ]);
  return all.filter(({ keys }) => keys !== '');
}

function choiceShortcuts(control: string, choices: readonly ChoiceDefinition[]): Shortcut[] {
  return choices.flatMap(({ title, hotkey, children, name }) => [
    { name: `${control}/${name}`, title, keys: hotkey ?? '' },
    ...choiceShortcuts(`${control}/${name}`, children),
  ]);
}
