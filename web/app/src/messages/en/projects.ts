export const projects = {
  'projects.title': 'Projects',
  'projects.create': 'Create project',
  'projects.untitled': 'Untitled project',
} as const;
