import { api, ApiError, type Job } from '@goldset/api';
import { queryOptions, type QueryClient } from '@tanstack/react-query';

/** Asks for an answer as soon as the work is queued. */
export const respondAsync = { Prefer: 'respond-async' };

/** How often jobs are looked up while one goes on, and while none does. */
const RUNNING_MS = 1_000;
const IDLE_MS = 20_000;

const key = (projectId: number) => ['jobs', projectId] as const;

/** The project's imports and actions that go on in the background. */
export function activeJobsQuery(projectId: number) {
  return queryOptions({
    queryKey: [...key(projectId), 'active'],
    queryFn: ({ signal }) =>
      api.get('/api/projects/{id}/jobs/', { path: { id: projectId }, query: { active: true }, signal }),
    refetchInterval: (query) => ((query.state.data?.length ?? 0) > 0 ? RUNNING_MS : IDLE_MS),
  });
}

/** The project's latest jobs, those that have ended too, without what was wrong with them. */
export function recentJobsQuery(projectId: number) {
  return queryOptions({
    queryKey: [...key(projectId), 'recent'],
    queryFn: ({ signal }) => api.get('/api/projects/{id}/jobs/', { path: { id: projectId }, signal }),
  });
}

/** One that has ended, with what was wrong with it. */
export function jobQuery(projectId: number, jobId: number) {
  return queryOptions({
    queryKey: ['job', projectId, jobId],
    queryFn: ({ signal }) => getJob(projectId, jobId, signal),
    staleTime: Infinity,
  });
}

/** Looks for jobs now: one was queued or stopped. */
export function refreshJobs(queryClient: QueryClient, projectId: number): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: key(projectId) });
}

export function getJob(projectId: number, jobId: number, signal?: AbortSignal): Promise<Job> {
  return api.get('/api/projects/{id}/jobs/{jobId}/', {
    path: { id: projectId, jobId },
    ...(signal && { signal }),
  });
}

/** Stops a job. Of an import nothing is left; an action keeps what it has done. */
export function cancelJob(projectId: number, jobId: number): Promise<Job> {
  return api.post('/api/projects/{id}/jobs/{jobId}/cancel/', { path: { id: projectId, jobId } });
}

export function isUnderWay(job: Job): boolean {
  return job.status === 'created' || job.status === 'in_progress';
}

/** Why a job failed, as the error that a request which waits for its end gets. */
export function errorOf(job: Job): ApiError {
  const body = { status_code: 400, detail: job.error ?? '', validation_errors: job.validation_errors ?? {} };
  return new ApiError(400, body, job.error ?? '');
}

/** Waits for the end of a job, whichever it is. */
export async function endOfJob(
  projectId: number,
  jobId: number,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (job: Job) => void } = {},
): Promise<Job> {
  for (let pause = 150; ; pause = Math.min(pause * 1.5, RUNNING_MS)) {
    const job = await getJob(projectId, jobId, signal);
    if (!isUnderWay(job)) return job;
    onProgress?.(job);
    await delay(pause, signal);
  }
}

function delay(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const aborted = () => {
      clearTimeout(timer);
      reject(new DOMException('No longer waited for.', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }, ms);
    signal?.addEventListener('abort', aborted, { once: true });
  });
}
