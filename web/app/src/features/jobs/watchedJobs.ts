/** Ids of jobs whose end a dialog waits for and tells, so that nobody else does. */
export const watchedJobs = new Set<number>();
