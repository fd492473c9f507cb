import { addressOf, api, ApiError, csrfToken, NetworkError, type ImportAnswer } from '@goldset/api';

import { respondAsync } from '../jobs/requests';
import type { ImportState } from './contract';
import type { DatasetChoice } from './datasets';

interface UploadOptions {
  /** What it is read as, where it is a dataset; undefined: tasks or media. */
  format?: string | undefined;
  signal: AbortSignal;
  /** Called with the share already sent, 0 to 1. */
  onProgress: (share: number) => void;
}

/** Uploads one file without making tasks of it. Asks for a sign-in and goes on when the session has ended. */
export async function uploadFile(
  projectId: number,
  file: File,
  options: UploadOptions,
): Promise<ImportAnswer> {
  try {
    return await sendFile(projectId, file, options);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    // The client asks for the sign-in over the screen; afterwards the upload starts again.
    await api.get('/api/current-user/whoami', { signal: options.signal });
    return sendFile(projectId, file, options);
  }
}

/** `fetch` cannot tell how much of a body has been sent; XMLHttpRequest can. */
function sendFile(
  projectId: number,
  file: File,
  { format, signal, onProgress }: UploadOptions,
): Promise<ImportAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file, file.name);
    request.open(
      'POST',
      addressOf('post', '/api/projects/{id}/import', {
        path: { id: projectId },
        query: format === undefined ? { commit_to_project: false } : { commit_to_project: false, format },
      }),
    );
    request.setRequestHeader('X-CSRFToken', csrfToken());
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => {
      reject(new NetworkError());
    };
    request.onabort = () => {
      reject(new DOMException('The upload was cancelled.', 'AbortError'));
    };
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status < 400) resolve(body as ImportAnswer);
      else reject(new ApiError(request.status, body, request.statusText || `HTTP ${request.status}`));
    };
    signal.addEventListener('abort', () => {
      request.abort();
    });
    request.send(form);
  });
}

/** Has the server fetch a file; still without making tasks of it. */
export async function uploadAddress(
  projectId: number,
  url: string,
  signal: AbortSignal,
): Promise<ImportAnswer> {
  const answer = await api.post('/api/projects/{id}/import', {
    path: { id: projectId },
    body: new URLSearchParams({ url }),
    query: { commit_to_project: false },
    signal,
  });
  if ('import' in answer) throw new TypeError('The file was not fetched at once.');
  return answer;
}

/**
 * Has tasks made of uploaded files in the background. All or nothing: an error leaves the project as it was.
 * @returns The job's id.
 */
export async function commitImport(
  projectId: number,
  uploads: Pick<ImportState, 'fileUploadIds' | 'filesAsTasksList' | 'dataset'>,
): Promise<number> {
  const { dataset } = uploads;
  const answer = await api.post('/api/projects/{id}/reimport', {
    path: { id: projectId },
    ...(dataset && { query: queryOf(dataset) }),
    headers: respondAsync,
    body: {
      file_upload_ids: [...uploads.fileUploadIds],
      files_as_tasks_list: uploads.filesAsTasksList ?? true,
    },
  });
  if (!('reimport' in answer)) throw new TypeError('The import was not queued.');
  return answer.reimport;
}

function queryOf(dataset: DatasetChoice) {
  return {
    format: dataset.format,
    as: dataset.as,
    skip_unreadable: dataset.skipUnreadable,
    extend_config: dataset.extendConfig,
    ...(dataset.as === 'predictions' &&
      dataset.modelVersion !== '' && { model_version: dataset.modelVersion }),
  };
}

/** Removes uploads no tasks were made of. */
export async function discardUploads(projectId: number, fileUploadIds: readonly number[]): Promise<void> {
  // Without ids the server would remove every upload of the project.
  if (fileUploadIds.length === 0) return;
  await api.del('/api/projects/{id}/file-uploads', {
    path: { id: projectId },
    body: { file_upload_ids: [...fileUploadIds] },
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
