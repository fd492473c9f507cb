import { writeKeys } from '@goldset/editor/hotkeys';
import { useState, type KeyboardEvent } from 'react';

import { t } from '../../../messages';
import { shownKeys, type Binding } from './bindings';
import classes from './hotkeys.module.css';

/** The key of a command as a button: pressed, it takes the next key. */
export function KeyField({ binding, onChange }: { binding: Binding; onChange: (key: string) => void }) {
  const [recording, setRecording] = useState(false);
  const shown = binding.key === '' ? t('account.hotkeys.none') : shownKeys(binding.key);

  function take(event: KeyboardEvent) {
    if (!recording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' && binding.usual !== 'escape') {
      setRecording(false);
      return;
    }
    const key = writeKeys(event.nativeEvent);
    if (key === null) return;
    setRecording(false);
    onChange(key);
  }

  return (
    <button
      type="button"
      className={classes.key}
      data-recording={recording || undefined}
      aria-label={
        recording
          ? `${t('account.hotkeys.recording')}. ${t('account.hotkeys.recording.hint')}`
          : t('account.hotkeys.change', { command: binding.title, key: shown })
      }
      onClick={() => {
        setRecording(true);
      }}
      onBlur={() => {
        setRecording(false);
      }}
      onKeyDown={take}
      onKeyUp={(event) => {
        // Space would press the button again.
        if (recording) event.preventDefault();
      }}
    >
      {recording ? t('account.hotkeys.recording') : <kbd>{shown}</kbd>}
    </button>
  );
}
