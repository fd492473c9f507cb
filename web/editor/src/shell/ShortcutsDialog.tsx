import { useMemo, type JSX } from 'react';
import { displayKeys } from '../commands/keys';
import { commands, keysOf } from '../commands/registry';
import type { ChoiceDefinition } from '../config/compile';
import type { MessageKey } from '../messages';
import { useActions, useConfig, useEditor, useTranslate } from '../state/context';
import { imageKeys } from '../tags/image/imageKeys';
import { Dialog } from './Dialog';

interface Shortcut {
  name: string;
  title: string;
  keys: string;
}

/** All keys of this task: the editor's commands by group, then labels and choices. */
export function ShortcutsDialog(): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const config = useConfig();
  const { props } = useEditor();
  const groups = useMemo(() => {
    const found = new Map<MessageKey, Shortcut[]>();
    const hasImage = [...config.objects.values()].some(({ tag }) => tag === 'image');
    for (const command of hasImage ? [...commands, ...imageKeys] : commands) {
      const keys = keysOf(command, props.options.hotkeys);
      if (keys === '') continue;
      found.set(command.group, [
        ...(found.get(command.group) ?? []),
        { name: command.name, title: t(command.label), keys },
      ]);
    }
    const own = [...config.controls.values()].flatMap((control) => [
      ...control.labels.map(({ title, hotkey }) => ({
        name: `${control.name}/${title}`,
        title,
        keys: hotkey ?? '',
      })),
      ...choiceKeys(control.name, control.choices),
    ]);
    found.set(
      'groupLabels',
      own.filter(({ keys }) => keys !== ''),
    );
    return [...found].filter(([, list]) => list.length > 0);
  }, [config, props.options.hotkeys, t]);
  const uses = new Map<string, number>();
  for (const [, list] of groups) for (const { keys } of list) uses.set(keys, (uses.get(keys) ?? 0) + 1);
  return (
    <Dialog title={t('shortcuts')} onClose={actions.closeDialog} wide>
      <div className="gs-shortcut-groups">
        {groups.map(([group, list]) => (
          <section key={group}>
            <h3>{t(group)}</h3>
            <dl>
              {list.map(({ name, title, keys }) => (
                <div key={name} className="gs-shortcut-row">
                  <dt>{title}</dt>
                  <dd
                    data-clash={(uses.get(keys) ?? 0) > 1}
                    title={(uses.get(keys) ?? 0) > 1 ? t('keyClash') : undefined}
                  >
                    <kbd>{displayKeys(keys)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function choiceKeys(control: string, choices: readonly ChoiceDefinition[]): Shortcut[] {
  return choices.flatMap(({ title, hotkey, children, name }) => [
    { name: `${control}/${name}`, title, keys: hotkey ?? '' },
    ...choiceKeys(`${control}/${name}`, children),
  ]);
}
