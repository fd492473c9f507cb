import { useId, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { useActions, useConfig, useEditorState, useTranslate } from '../state/context';
import type { Settings } from '../state/settings';
import type { MessageKey } from '../messages';
import { Dialog } from './Dialog';
import { ShortcutList } from './ShortcutsDialog';

type Flag = { [Key in keyof Settings]: Settings[Key] extends boolean ? Key : never }[keyof Settings];

/** Settings that are on or off. */
export const flags: readonly { setting: Flag; label: MessageKey; object?: string }[] = [
  { setting: 'hotkeysEnabled', label: 'settingHotkeys' },
  { setting: 'showHotkeys', label: 'settingShowHotkeys' },
  { setting: 'showTooltipKeys', label: 'settingTooltipKeys' },
  { setting: 'showLabels', label: 'settingShowLabels' },
  { setting: 'keepLabelSelected', label: 'settingKeepLabel' },
  { setting: 'selectAfterCreating', label: 'settingSelectAfter' },
  { setting: 'showLineNumbers', label: 'settingLineNumbers', object: 'text' },
  { setting: 'keepTool', label: 'settingKeepTool', object: 'image' },
  { setting: 'smoothPixels', label: 'settingSmoothPixels', object: 'image' },
  { setting: 'invertZoom', label: 'settingInvertZoom', object: 'image' },
];

const tabs = [
  { name: 'general', label: 'settingsGeneral' },
  { name: 'hotkeys', label: 'settingsHotkeys' },
] as const satisfies readonly { name: string; label: MessageKey }[];

/** How the editor behaves for this person, in this browser. */
export function SettingsDialog(): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<(typeof tabs)[number]['name']>('general');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const next = tabs[(tabs.findIndex(({ name }) => name === open) + 1) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    setOpen(next.name);
    bar.current?.querySelector<HTMLElement>(`[data-tab=${next.name}]`)?.focus();
  };
  return (
    <Dialog title={t('settings')} onClose={actions.closeDialog} wide>
      <div
        ref={bar}
        role="tablist"
        aria-label={t('settings')}
        className="gs-dialog-tabs"
        onKeyDown={onKeyDown}
      >
        {tabs.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            data-tab={name}
            data-autofocus={name === open || undefined}
            aria-selected={name === open}
            aria-controls={`${id}-panel`}
            tabIndex={name === open ? 0 : -1}
            onClick={() => setOpen(name)}
          >
            {t(label)}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${open}`} className="gs-dialog-panel">
        {open === 'general' ? <General /> : <ShortcutList />}
      </div>
    </Dialog>
  );
}

function General(): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const config = useConfig();
  const settings = useEditorState((state) => state.settings);
  const objects = new Set([...config.objects.values()].map(({ tag }) => tag));
  return (
    <div className="gs-settings">
      {flags
        .filter(({ object }) => object === undefined || objects.has(object))
        .map(({ setting, label }) => (
          <label key={setting} className="gs-choice">
            <input
              type="checkbox"
              checked={settings[setting]}
              onChange={(event) => actions.changeSettings({ [setting]: event.target.checked })}
            />
            <span>{t(label)}</span>
          </label>
        ))}
    </div>
  );
}
