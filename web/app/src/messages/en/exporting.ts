export const exporting = {
  'export.title': 'Export data',
  'export.format': 'Format',
  'export.unsuitable': 'Does not fit the labeling interface of this project',
  'export.tasks': 'Tasks',
  'export.tasks.annotated': 'Only tasks with annotations',
  'export.tasks.all': 'All tasks',
  'export.download': 'Export as {format}',
  'export.started': 'Your browser is saving the file. Large exports keep arriving while they are made.',
} as const;
