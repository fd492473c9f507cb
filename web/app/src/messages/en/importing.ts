export const importing = {
  'import.title': 'Import data',
} as const;
