export const home = {
  'home.recent': 'Recent projects',
  'home.viewAll': 'View all projects',
  'home.invite': 'Invite people',
  'home.resources': 'Resources',
  'home.apiReference': 'API reference',
  'home.apiReference.hint': 'Every route, to read and to try.',
  'home.token': 'Access token',
  'home.token.hint': 'For scripts and SDKs that work in your name.',
  'home.version': 'Goldset {version}',
} as const;
