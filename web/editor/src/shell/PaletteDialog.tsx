import { useId, useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { displayKeys } from '../commands/keys';
import { commands, keysOf } from '../commands/registry';
import type { CommandContext } from '../commands/command';
import { useActions, useEditor, useTranslate, type EditorContextValue } from '../state/context';
import type { Translate } from '../messages';
import { Dialog } from './Dialog';
import { flags } from './SettingsDialog';
import { answerShortcuts, commandShortcuts } from './shortcuts';
import { tabName } from './tabName';

interface Entry {
  key: string;
  title: string;
  group: string;
  keys: string;
  perform(): void;
}

/** Everything that can be done now, found by typing a part of its name. */
export function PaletteDialog(): JSX.Element {
  const t = useTranslate();
  const editor = useEditor();
  const actions = useActions();
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [entries] = useState(() => entriesOf(editor, t));
  const found = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    return entries.filter(({ title, group }) => {
      const text = `${title} ${group}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }, [entries, query]);

  const move = (to: number): void => {
    if (found.length === 0) return;
    const next = (to + found.length) % found.length;
    setAt(next);
    list.current?.children[next]?.scrollIntoView?.({ block: 'nearest' });
  };
  const perform = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    actions.closeDialog();
    // After the dialog has given the focus back, so that a command may move it.
    requestAnimationFrame(() => entry.perform());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'Enter') perform(found[at]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={t('palette')} onClose={actions.closeDialog} palette>
      <input
        className="gs-input"
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[at] === undefined ? undefined : `${listId}-${at}`}
        aria-label={t('palettePlaceholder')}
        placeholder={t('palettePlaceholder')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id={listId} role="listbox" aria-label={t('palette')} className="gs-palette">
        {found.map((entry, index) => (
          <li
            key={entry.key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseMove={() => setAt(index)}
            onClick={() => perform(entry)}
          >
            <span>{entry.title}</span>
            <span className="gs-palette-group">{entry.group}</span>
            {entry.keys !== '' && <kbd>{displayKeys(entry.keys)}</kbd>}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="gs-muted">{t('nothingFound')}</p>}
    </Dialog>
  );
}

function entriesOf({ core, actions, localKeys, props }: EditorContextValue, t: Translate): Entry[] {
  const { config, tabs, activeKey, settings } = core.state;
  const { hotkeys, mode } = props.options;
  const root = document.querySelector<HTMLElement>('.gs-editor');
  const context: CommandContext = { core, actions, root };
  const known = new Set(commands.map(({ name }) => name));
  const onScreen = (keys: string, name: string, title: string, group: string): Entry[] => {
    const binding = localKeys.written(keys);
    return binding === undefined ? [] : [{ key: name, title, group, keys, perform: () => binding.perform() }];
  };
  return [
    ...commands
      .filter(({ name, available }) => name !== 'editor:palette' && available?.(context) !== false)
      .map((command) => ({
        key: command.name,
        title: t(command.label),
        group: t(command.group),
        keys: keysOf(command, hotkeys),
        perform: () => command.perform(context),
      })),
    ...answerShortcuts(config).flatMap(({ name, title, keys }) =>
      onScreen(keys, name, title, t('groupLabels')),
    ),
    ...[...commandShortcuts(config, hotkeys, t)].flatMap(([group, list]) =>
      list
        .filter(({ name }) => !known.has(name))
        .flatMap(({ name, title, keys }) => onScreen(keys, name, title, t(group))),
    ),
    ...(mode === 'explore' ? tabs : [])
      .filter(({ ref }) => ref.key !== activeKey)
      .map((tab) => ({
        key: tab.ref.key,
        title: tabName(tab, t),
        group: t('tabs'),
        keys: '',
        perform: () => actions.openTab(tab.ref.key),
      })),
    ...flags.map(({ setting, label }) => ({
      key: setting,
      title: t(settings[setting] ? 'switchOff' : 'switchOn', { setting: t(label) }),
      group: t('settings'),
      keys: '',
      perform: () => actions.changeSettings({ [setting]: !settings[setting] }),
    })),
  ];
}
