export const jobs = {
  'jobs.bar': 'Going on in the background',
  'jobs.progress': 'Progress of {title}',
  'jobs.waits': 'Waiting',
  'jobs.tasks': { one: '{count} task', other: '{count} tasks' },
  'jobs.tasksOf': '{done} of {total} tasks',
  'jobs.cancel': 'Cancel {title}',
  'jobs.cancelled': 'Cancelled: {title}',
  'jobs.failed': 'Failed: {title}',
  'jobs.done': 'Done: {title}',
  'jobs.dismiss': 'Hide {title}',
} as const;
