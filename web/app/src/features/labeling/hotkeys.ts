import type { CurrentUser } from '@goldset/api';
import type { HotkeySetting } from '@goldset/editor';

/** Name under which the key of a command is stored. */
export function storedName(section: string, command: string): string {
  return `${section}:${command}`;
}

/** The keys a person changed, by command, as the editor takes them. They are stored as `<section>:<command>`. */
export function editorHotkeys({
  custom_hotkeys: custom,
}: Pick<CurrentUser, 'custom_hotkeys'>): Record<string, HotkeySetting> {
  return Object.fromEntries(
    Object.entries(custom ?? {}).map(([name, setting]) => [name.slice(name.indexOf(':') + 1), setting]),
  );
}

/** The key of a command of the task list, or null where it is switched off. */
export function listHotkey(
  user: Pick<CurrentUser, 'custom_hotkeys'>,
  { name, keys }: ListCommand,
): string | null {
  const setting = user.custom_hotkeys?.[storedName('data_manager', name)];
  if (setting?.active === false) return null;
  return setting?.key ?? keys;
}

/** A command of the task list with its usual key. */
export interface ListCommand {
  name: string;
  keys: string;
}

/** Keys of the task list while a task is open beside it. */
export const listCommands = {
  previous: { name: 'dm.focus-previous', keys: 'shift+up' },
  next: { name: 'dm.focus-next', keys: 'shift+down' },
  close: { name: 'dm.close-labeling', keys: 'shift+left' },
} as const satisfies Record<string, ListCommand>;
