import { regionsOf } from '../model/document';
import { numberRegions } from '../shell/regionRows';
import { shownDocument } from '../state/core';
import type { Command, CommandContext } from './command';

const hasSelection = ({ core }: CommandContext): boolean => core.content.view.selection.length > 0;
const canChangeSelection = (context: CommandContext): boolean =>
  context.core.editable && hasSelection(context);
const hasRegions = ({ core }: CommandContext): boolean => regionsOf(shownDocument(core.state)).length > 0;

export const deleteAll: Command = {
  name: 'region:delete-all',
  label: 'commandDeleteAll',
  group: 'groupRegions',
  keys: 'ctrl+backspace',
  available: (context) => context.core.editable && hasRegions(context),
  perform: ({ actions }) => actions.askDeleteAll(),
};

export const focusAnswer: Command = {
  name: 'region:focus',
  label: 'commandFocus',
  group: 'groupRegions',
  keys: 'enter',
  available: ({ core, root }) => core.content.view.selection.length === 1 && firstAnswer(root) !== null,
  perform: ({ root }) => firstAnswer(root)?.focus(),
};

/** The first field that asks about the selected region. */
export function firstAnswer(root: HTMLElement | null): HTMLElement | null {
  return (
    root?.querySelector<HTMLElement>(
      '[data-per-region] :is(input, textarea, select, button):not(:disabled)',
    ) ?? null
  );
}

export const startRelation: Command = {
  name: 'region:relation',
  label: 'commandRelation',
  group: 'groupRegions',
  keys: 'alt+r',
  available: canChangeSelection,
  perform: ({ actions }) => actions.startRelation(),
};

export const toggleHidden: Command = {
  name: 'region:visibility',
  label: 'commandVisibility',
  group: 'groupRegions',
  keys: 'alt+h',
  available: hasSelection,
  perform: ({ core, actions }) => actions.toggleHidden(core.content.view.selection),
};

export const toggleAllHidden: Command = {
  name: 'region:visibility-all',
  label: 'commandVisibilityAll',
  group: 'groupRegions',
  keys: 'ctrl+h',
  available: hasRegions,
  perform: ({ actions }) => actions.toggleAllHidden(),
};

export const toggleLocked: Command = {
  name: 'region:lock',
  label: 'commandLock',
  group: 'groupRegions',
  keys: 'alt+l',
  available: canChangeSelection,
  perform: ({ core, actions }) => actions.toggleLocked(core.content.view.selection),
};

export const editNotes: Command = {
  name: 'region:meta',
  label: 'commandNotes',
  group: 'groupRegions',
  keys: 'alt+m',
  available: canChangeSelection,
  perform: ({ actions }) => actions.startNotes(),
};

export const unselect: Command = {
  name: 'region:unselect',
  label: 'commandUnselect',
  group: 'groupRegions',
  keys: 'u',
  perform: ({ actions }) => actions.unselect(),
};

export const exit: Command = {
  name: 'region:exit',
  label: 'commandExit',
  group: 'groupRegions',
  keys: 'escape',
  perform: ({ core, actions }) => {
    if (core.content.view.relationFrom !== null) actions.cancelRelation();
    else actions.unselect();
  },
};

export const deleteSelected: Command = {
  name: 'region:delete',
  label: 'commandDelete',
  group: 'groupRegions',
  keys: 'backspace,delete',
  available: canChangeSelection,
  perform: ({ core, actions }) => actions.deleteRegions(core.content.view.selection),
};

export const selectNext: Command = {
  name: 'region:cycle',
  label: 'commandCycle',
  group: 'groupRegions',
  keys: 'alt+.',
  available: hasRegions,
  perform: ({ actions }) => actions.selectNext(),
};

export const duplicate: Command = {
  name: 'region:duplicate',
  label: 'commandDuplicate',
  group: 'groupRegions',
  keys: 'ctrl+d',
  available: canChangeSelection,
  perform: ({ actions }) => actions.duplicateSelected(),
};

export const selectNumber: Command = {
  name: 'region:select-number',
  label: 'commandSelectNumber',
  group: 'groupRegions',
  fixed: true,
  keys: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `alt+shift+${digit}`).join(','),
  available: hasRegions,
  perform: ({ core, actions }, press) => {
    const digit = Number(/\d$/.exec(press?.code ?? '')?.[0]);
    const numbers = numberRegions(shownDocument(core.state), core.state.settings);
    const [id] = [...numbers].find(([, number]) => number === digit) ?? [];
    if (id !== undefined) actions.select([id]);
  },
};

export const regionCommands: readonly Command[] = [
  deleteAll,
  focusAnswer,
  startRelation,
  toggleHidden,
  toggleAllHidden,
  toggleLocked,
  editNotes,
  unselect,
  exit,
  deleteSelected,
  selectNext,
  duplicate,
  selectNumber,
];
