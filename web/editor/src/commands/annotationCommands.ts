import { canSkip, saveObstacle } from '../state/actions/saving';
import type { Command } from './command';

export const submit: Command = {
  name: 'annotation:submit',
  label: 'commandSubmit',
  group: 'groupAnnotation',
  keys: 'ctrl+enter',
  inFields: true,
  available: ({ core }) => saveObstacle(core) === null,
  perform: ({ actions }) => void actions.save(),
};

export const skip: Command = {
  name: 'annotation:skip',
  label: 'commandSkip',
  group: 'groupAnnotation',
  keys: 'ctrl+space',
  mac: 'alt+enter',
  available: ({ core }) => canSkip(core),
  perform: ({ actions }) => void actions.skip(),
};

export const undo: Command = {
  name: 'annotation:undo',
  label: 'undo',
  group: 'groupAnnotation',
  keys: 'ctrl+z',
  available: ({ core }) => core.editable && core.content.history.past.length > 0,
  perform: ({ actions }) => actions.undo(),
};

export const redo: Command = {
  name: 'annotation:redo',
  label: 'redo',
  group: 'groupAnnotation',
  keys: 'ctrl+shift+z',
  available: ({ core }) => core.editable && core.content.history.future.length > 0,
  perform: ({ actions }) => actions.redo(),
};

export const reset: Command = {
  name: 'annotation:reset',
  label: 'reset',
  group: 'groupAnnotation',
  keys: '',
  available: ({ core }) => core.editable && core.content.document !== core.content.initial,
  perform: ({ actions }) => actions.reset(),
};

export const previousTab: Command = {
  name: 'annotation:previous',
  label: 'commandPreviousTab',
  group: 'groupAnnotation',
  keys: 'ctrl+alt+pageup',
  available: ({ core }) => core.props.options.mode === 'explore',
  perform: ({ actions }) => actions.stepTab(-1),
};

export const nextTab: Command = {
  name: 'annotation:next',
  label: 'commandNextTab',
  group: 'groupAnnotation',
  keys: 'ctrl+alt+pagedown',
  available: ({ core }) => core.props.options.mode === 'explore',
  perform: ({ actions }) => actions.stepTab(1),
};

export const previousTask: Command = {
  name: 'task:previous',
  label: 'previousTask',
  group: 'groupAnnotation',
  keys: 'alt+pageup',
  available: ({ core }) =>
    core.props.onPreviousTask !== undefined && core.props.options.hasPreviousTask !== false,
  perform: ({ core }) => core.props.onPreviousTask?.(),
};

export const nextTask: Command = {
  name: 'task:next',
  label: 'nextTask',
  group: 'groupAnnotation',
  keys: 'alt+pagedown',
  available: ({ core }) => core.props.onNextTask !== undefined && core.props.options.hasNextTask !== false,
  perform: ({ core }) => core.props.onNextTask?.(),
};

export const annotationCommands: readonly Command[] = [
  submit,
  skip,
  undo,
  redo,
  reset,
  previousTab,
  nextTab,
  previousTask,
  nextTask,
];
