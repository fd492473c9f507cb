import type { Command } from './command';

export const showShortcuts: Command = {
  name: 'editor:shortcuts',
  label: 'shortcuts',
  group: 'groupGeneral',
  keys: '?',
  perform: ({ actions }) => actions.openDialog({ kind: 'shortcuts' }),
};

export const showSettings: Command = {
  name: 'editor:settings',
  label: 'settings',
  group: 'groupGeneral',
  keys: '',
  perform: ({ actions }) => actions.openDialog({ kind: 'settings' }),
};

export const showInstructions: Command = {
  name: 'editor:instructions',
  label: 'instructions',
  group: 'groupGeneral',
  keys: '',
  available: ({ core }) => Boolean(core.props.options.instruction?.trim()),
  perform: ({ actions }) => actions.openDialog({ kind: 'instructions' }),
};

export const viewCommands: readonly Command[] = [showShortcuts, showSettings, showInstructions];
