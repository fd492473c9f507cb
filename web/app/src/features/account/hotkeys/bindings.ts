import { displayKeys, hotkeyCatalogue, parseKeys } from '@goldset/editor/hotkeys';
import type { HotkeySetting } from '@goldset/editor';

import { t, type MessageKey } from '../../../messages';
import { listCommands, storedName } from '../../labeling/hotkeys';

/** The keys a person changed, by stored name `<section>:<command>`. */
export type CustomHotkeys = Readonly<Record<string, HotkeySetting>>;

/** A command with the key it has now. */
export interface Binding {
  /** Name under which a changed key is stored. */
  stored: string;
  section: string;
  title: string;
  /** Usual key on this computer; empty where there is none. */
  usual: string;
  key: string;
  active: boolean;
  /** Whether anything is different from the usual. */
  changed: boolean;
}

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

interface Command {
  name: string;
  section: string;
  title: string;
  usual: string;
}

const listTitles = {
  previous: 'account.hotkeys.list.previous',
  next: 'account.hotkeys.list.next',
  close: 'account.hotkeys.list.close',
} as const satisfies Record<keyof typeof listCommands, MessageKey>;

/** Sections in the order of the page. */
export const sections = [
  'annotation',
  'data_manager',
  'regions',
  'tools',
  'image_gallery',
  'audio',
  'video',
  'timeseries',
  'paragraphs',
  'repeater',
] as const;

function catalogue(): Command[] {
  return [
    ...hotkeyCatalogue.map(({ name, section, title, keys, mac }) => ({
      name,
      section,
      title,
      usual: apple ? (mac ?? keys.replaceAll('ctrl+', 'command+')) : keys,
    })),
    ...Object.entries(listCommands).map(([key, { name, keys }]) => ({
      name,
      section: 'data_manager',
      title: t(listTitles[key as keyof typeof listCommands]),
      usual: keys,
    })),
  ];
}

/** Every command with its key, in the order of the page. */
export function bindingsOf(custom: CustomHotkeys): Binding[] {
  return catalogue().map(({ name, section, title, usual }) => {
    const stored = storedName(section, name);
    const setting = custom[stored];
    return {
      stored,
      section,
      title,
      usual,
      key: setting?.key ?? usual,
      active: setting?.active !== false,
      changed: setting !== undefined,
    };
  });
}

/** The keys with one of them changed; a setting that says what is usual anyway is left out. */
export function withHotkey(
  custom: CustomHotkeys,
  { stored, usual }: Pick<Binding, 'stored' | 'usual'>,
  { key, active }: Required<HotkeySetting>,
): CustomHotkeys {
  const rest = Object.fromEntries(Object.entries(custom).filter(([name]) => name !== stored));
  return key === usual && active ? rest : { ...rest, [stored]: { key, active } };
}

/** Titles of other commands with the same key, by stored name. Pairs that share a key from the start do not count. */
export function conflictsOf(bindings: readonly Binding[]): ReadonlyMap<string, string[]> {
  const users = new Map<string, Binding[]>();
  for (const binding of bindings) {
    if (!binding.active) continue;
    for (const combination of combinationsOf(binding.key))
      users.set(combination, [...(users.get(combination) ?? []), binding]);
  }
  const found = new Map<string, string[]>();
  for (const sharing of users.values()) {
    for (const one of sharing) {
      const others = sharing.filter((other) => other !== one && !(isUsual(one) && isUsual(other)));
      if (others.length > 0)
        found.set(one.stored, [...(found.get(one.stored) ?? []), ...others.map(({ title }) => title)]);
    }
  }
  return found;
}

function isUsual({ key, usual }: Binding): boolean {
  return key === usual;
}

function combinationsOf(keys: string): string[] {
  return parseKeys(keys).map((combination) => JSON.stringify(combination));
}

/** Every combination of a key as it is shown. */
export function shownKeys(keys: string): string {
  return keys
    .split(',')
    .map((key) => displayKeys(key, apple))
    .filter((key) => key !== '')
    .join(' , ');
}

/** Hotkeys read from text, or why they can't be. */
export function parseHotkeys(text: string): { hotkeys: CustomHotkeys } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: t('account.hotkeys.problem.json', { reason: error.message }) };
  }
  if (!isRecord(json)) return { problem: t('account.hotkeys.problem.object') };
  const known = new Map(
    catalogue().flatMap(({ name, section, usual }) => {
      const stored = storedName(section, name);
      const command = { stored, usual };
      return [
        [stored, command],
        [name, command],
      ];
    }),
  );
  let hotkeys: CustomHotkeys = {};
  for (const [name, entry] of Object.entries(json)) {
    const command = known.get(name);
    if (command === undefined) return { problem: t('account.hotkeys.problem.command', { name }) };
    if (!isRecord(entry) || typeof entry.key !== 'string' || entry.key.trim() === '')
      return { problem: t('account.hotkeys.problem.entry', { name }) };
    const property = Object.keys(entry).find((key) => !['key', 'active', 'description'].includes(key));
    if (property !== undefined) return { problem: t('account.hotkeys.problem.property', { name, property }) };
    hotkeys = withHotkey(hotkeys, command, { key: entry.key, active: entry.active !== false });
  }
  return { hotkeys };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
