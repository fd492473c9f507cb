import { useMemo, type JSX } from 'react';
import { displayKeys } from '../commands/keys';
import { useActions, useConfig, useEditor, useTranslate } from '../state/context';
import { Dialog } from './Dialog';
import { answerShortcuts, commandShortcuts } from './shortcuts';

/** All keys of this task: the editor's commands by group, then labels and choices. */
export function ShortcutsDialog(): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  return (
    <Dialog title={t('shortcuts')} onClose={actions.closeDialog} wide>
      <ShortcutList />
    </Dialog>
  );
}

export function ShortcutList(): JSX.Element {
  const t = useTranslate();
  const config = useConfig();
  const { props } = useEditor();
  const groups = useMemo(() => {
    const found = commandShortcuts(config, props.options.hotkeys, t);
    found.set('groupLabels', answerShortcuts(config));
    return [...found].filter(([, list]) => list.length > 0);
  }, [config, props.options.hotkeys, t]);
  const uses = new Map<string, number>();
  for (const [, list] of groups) for (const { keys } of list) uses.set(keys, (uses.get(keys) ?? 0) + 1);
  return (
    <>
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
      {props.hotkeySettingsUrl !== undefined && (
        <p>
          <a className="gs-link" href={props.hotkeySettingsUrl}>
            {t('changeKeys')}
          </a>
        </p>
      )}
    </>
  );
}
