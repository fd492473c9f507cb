import { canCompare } from '../state/actions/tabs';
import type { Command } from './command';

export const showShortcuts: Command = {
  name: 'editor:shortcuts',
  label: 'shortcuts',
  group: 'groupGeneral',
  keys: '?',
  perform: ({ actions }) => actions.openDialog({ kind: 'shortcuts' }),
};

export const showPalette: Command = {
  name: 'editor:palette',
  label: 'palette',
  group: 'groupGeneral',
  keys: 'ctrl+/',
  inFields: true,
  perform: ({ actions }) => actions.openDialog({ kind: 'palette' }),
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

export const compareAll: Command = {
  name: 'annotation:compare',
  label: 'compareAll',
  group: 'groupAnnotation',
  keys: 'alt+c',
  available: ({ core }) => core.state.comparing || canCompare(core),
  perform: ({ core, actions }) => actions.compare(!core.state.comparing),
};

export const viewCommands: readonly Command[] = [
  showShortcuts,
  showPalette,
  showSettings,
  showInstructions,
  compareAll,
];
