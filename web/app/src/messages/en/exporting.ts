export const exporting = {
  'export.title': 'Export data',
} as const;
