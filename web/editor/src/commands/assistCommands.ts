import type { Command } from './command';

const anySuggested: Command['available'] = ({ core }) => core.content.view.assist.suggestions.length > 0;

export const acceptSuggestions: Command = {
  name: 'suggestion:accept-all',
  label: 'acceptAllSuggestions',
  group: 'groupRegions',
  keys: 'shift+a',
  available: anySuggested,
  perform: ({ actions }) => actions.acceptSuggestions(),
};

export const rejectSuggestions: Command = {
  name: 'suggestion:reject-all',
  label: 'rejectAllSuggestions',
  group: 'groupRegions',
  keys: 'shift+x',
  available: anySuggested,
  perform: ({ actions }) => actions.rejectSuggestions(),
};

export const assistCommands: readonly Command[] = [acceptSuggestions, rejectSuggestions];
