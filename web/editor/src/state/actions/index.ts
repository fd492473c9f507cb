import type { FilterText } from '../../tags/filter/filters';
import type { EditorCore } from '../core';
import { writeSettings, type Settings } from '../settings';
import type { Dialog } from '../types';
import { assistActions } from './assist';
import { historyActions } from './history';
import { labelActions } from './labels';
import { regionActions } from './regions';
import { savingActions } from './saving';
import { tabActions } from './tabs';
import { textActions } from './texts';
import { valueActions } from './values';

/** Everything a person can do in the editor. */
export function createActions(core: EditorCore) {
  return {
    ...assistActions(core),
    ...historyActions(core),
    ...labelActions(core),
    ...regionActions(core),
    ...savingActions(core),
    ...tabActions(core),
    ...textActions(core),
    ...valueActions(core),

    openDialog(dialog: Dialog): void {
      core.store.setState({ dialog });
    },

    closeDialog(): void {
      core.store.setState({ dialog: null });
    },

    setFilter(control: string, filter: FilterText): void {
      core.store.setState(({ filters }) => ({ filters: { ...filters, [control]: filter } }));
    },

    changeSettings(change: Partial<Settings>): void {
      const settings = { ...core.state.settings, ...change };
      core.store.setState({ settings });
      writeSettings(settings);
    },
  };
}

export type EditorActions = ReturnType<typeof createActions>;
