export const dataManager = {
  'data.taskCount': { one: '{count} task', other: '{count} tasks' },
} as const;
