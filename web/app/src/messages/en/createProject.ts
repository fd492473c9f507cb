export const createProject = {} as const;
