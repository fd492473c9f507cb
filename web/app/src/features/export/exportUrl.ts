import { addressOf } from '@goldset/api';

import { optionsOf } from './formats';

/** What a person chose for an export that is downloaded at once. */
export interface DownloadChoices {
  /** Also tasks nobody has annotated. */
  allTasks: boolean;
  interpolate: boolean;
  files: boolean;
  classOrder: 'name' | 'config';
  report: boolean;
}

export const initialDownload: DownloadChoices = {
  allTasks: false,
  interpolate: false,
  files: true,
  classOrder: 'name',
  report: false,
};

/** The parameters of an export; what the format has no use for, or is the same without, is left out. */
export function exportQuery(format: string, choices: DownloadChoices) {
  const options = optionsOf(format);
  return {
    exportType: format,
    download_all_tasks: choices.allTasks,
    ...(choices.interpolate && { interpolate_key_frames: true }),
    ...(options.files && !choices.files && { download_resources: false }),
    ...(options.classOrder && choices.classOrder === 'config' && { class_order: 'config' }),
  };
}

/** Where the browser downloads an export from; the answer streams straight to disk. */
export function exportUrl(projectId: number, format: string, choices: DownloadChoices): string {
  return addressOf('get', '/api/projects/{id}/export', {
    path: { id: projectId },
    query: {
      ...exportQuery(format, choices),
      ...(optionsOf(format).report && choices.report && { report: true }),
    },
  });
}
