import type { HotkeySetting } from '../types';
import { annotationCommands } from './annotationCommands';
import { assistCommands } from './assistCommands';
import type { Command } from './command';
import { isMac, matches, parseKeys, type KeyPress } from './keys';
import { regionCommands } from './regionCommands';
import { viewCommands } from './viewCommands';

export const commands: readonly Command[] = [
  ...annotationCommands,
  ...regionCommands,
  ...assistCommands,
  ...viewCommands,
];

export type HotkeySettings = Readonly<Record<string, HotkeySetting>>;

/** Keys of a command: the person's own, else the default for this machine; empty when it has none. */
export function keysOf(
  command: Pick<Command, 'name' | 'keys' | 'mac'>,
  settings: HotkeySettings | undefined,
  mac = isMac,
): string {
  const setting = settings?.[command.name];
  if (setting?.active === false) return '';
  if (setting !== undefined) return setting.key;
  return mac ? (command.mac ?? command.keys.replaceAll('ctrl+', 'command+')) : command.keys;
}

/** Commands of a key press, whether they can be done now or not. */
export function commandsFor(press: KeyPress, settings: HotkeySettings | undefined): Command[] {
  return commands.filter((command) =>
    parseKeys(keysOf(command, settings)).some((key) => matches(key, press)),
  );
}
