import type { CurrentUser } from '@goldset/api';
import type { HotkeySetting } from '@goldset/editor';

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
  command: string,
  usual: string,
): string | null {
  const setting = user.custom_hotkeys?.[`data_manager:${command}`];
  if (setting?.active === false) return null;
  return setting?.key ?? usual;
}
