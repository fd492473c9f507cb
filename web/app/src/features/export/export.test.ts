import type { ExportFormat, Snapshot } from '@goldset/api';
import { describe, expect, it } from 'vitest';

import { exportUrl, initialDownload } from './exportUrl';
import { arrangeFormats, describeFormat } from './formats';
import { hasKeyFrames } from './hasKeyFrames';
import { leftOutText } from './leftOut';
import {
  holdsAnnotations,
  initialChoices,
  isChanging,
  snapshotRequest,
  snapshotUrl,
  totalOf,
} from './snapshots';

function format(name: string, rest: Partial<ExportFormat> = {}): ExportFormat {
  return { name, title: name, description: 'A format.', link: '', ...rest };
}

function snapshot(status: string, conversions: string[] = []): Snapshot {
  return {
    id: 1,
    title: 'Monday',
    created_by: null,
    created_at: '2026-01-05T08:00:00Z',
    finished_at: null,
    status,
    md5: '',
    counters: {},
    converted_formats: conversions.map((state, id) => ({
      id,
      status: state,
      export_type: 'CSV',
      traceback: null,
    })),
  };
}

describe('formats', () => {
  const formats = [
    format('JSON'),
    format('COCO', { disabled: true, tags: ['object detection'] }),
    format('CSV'),
    format('DOCLANG', { title: 'DocLang', description: 'Documents for language models.' }),
  ];

  it('that fit come first, in the order of the server', () => {
    const { fitting, others } = arrangeFormats(formats, '');
    expect(fitting.map(({ name }) => name)).toEqual(['JSON', 'CSV', 'DOCLANG']);
    expect(others.map(({ name }) => name)).toEqual(['COCO']);
  });

  it.each([
    ['csv', ['CSV']],
    ['detection OBJECT', ['COCO']],
    ['spreadsheet', ['CSV']],
    ['language models', ['DOCLANG']],
    ['relations', ['COCO', 'CSV']],
    ['nothing of that kind', []],
  ])('are found by “%s”', (search, names) => {
    const { fitting, others } = arrangeFormats(formats, search);
    expect([...fitting, ...others].map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it('unknown here are described by the server', () => {
    expect(describeFormat(format('DOCLANG')).about).toBe('A format.');
  });
});

describe('the address of an export', () => {
  const address = (name: string, choices: Partial<typeof initialDownload>): URL =>
    new URL(exportUrl(7, name, { ...initialDownload, ...choices }), 'http://goldset.example');
  const query = (url: URL): Record<string, string> => Object.fromEntries(url.searchParams);

  it('names the format and the tasks', () => {
    const url = address('CSV', { allTasks: true });
    expect(url.pathname).toBe('/api/projects/7/export');
    expect(query(url)).toEqual({ exportType: 'CSV', download_all_tasks: 'true' });
  });

  it('carries options only where the format has a use for them', () => {
    const all = { interpolate: true, files: false, classOrder: 'config', report: true } as const;
    const plain = { download_all_tasks: 'false', interpolate_key_frames: 'true' };
    expect(query(address('JSON', all))).toEqual({ exportType: 'JSON', ...plain });
    expect(query(address('YOLO', all))).toEqual({
      exportType: 'YOLO',
      ...plain,
      class_order: 'config',
      report: 'true',
    });
    expect(query(address('VOC', all))).toEqual({
      exportType: 'VOC',
      ...plain,
      download_resources: 'false',
      report: 'true',
    });
  });
});

describe('a snapshot', () => {
  it('is asked for without what goes without saying', () => {
    expect(snapshotRequest(initialChoices)).toEqual({ task_filter_options: {}, serialization_options: {} });
  });

  it('is asked for with everything that was chosen', () => {
    expect(
      snapshotRequest({
        title: ' Monday ',
        view: 5,
        only: 'unfinished',
        annotations: { usual: false, groundTruth: true, skipped: false },
        dropEmpty: true,
        full: { drafts: true, predictions: true, authors: true },
        interpolate: true,
      }),
    ).toEqual({
      title: 'Monday',
      task_filter_options: { view: 5, finished: 'exclude', only_with_annotations: true },
      annotation_filter_options: { usual: false, ground_truth: true, skipped: false },
      serialization_options: {
        drafts: { only_id: false },
        predictions: { only_id: false },
        annotations__completed_by: { only_id: false },
        interpolate_key_frames: true,
      },
    });
  });

  it('needs a kind of annotation: the server would take none for all', () => {
    const none = { usual: false, groundTruth: false, skipped: false };
    expect(holdsAnnotations(initialChoices)).toBe(true);
    expect(holdsAnnotations({ ...initialChoices, annotations: none })).toBe(false);
  });

  it('is watched until it and its conversions have ended', () => {
    expect(isChanging([])).toBe(false);
    expect(isChanging([snapshot('completed', ['completed', 'failed']), snapshot('failed')])).toBe(false);
    expect(isChanging([snapshot('completed'), snapshot('created')])).toBe(true);
    expect(isChanging([snapshot('completed', ['completed', 'in_progress'])])).toBe(true);
  });

  it('has an address for each format', () => {
    expect(snapshotUrl(7, 3)).toBe('/api/projects/7/exports/3/download');
    expect(snapshotUrl(7, 3, 'CSV')).toBe('/api/projects/7/exports/3/download?exportType=CSV');
  });

  it('tells its size with any part of it', () => {
    expect(totalOf('bytes 0-0/81234')).toBe(81234);
    expect(totalOf('bytes 0-0/*')).toBeNull();
    expect(totalOf(null)).toBeNull();
  });
});

it('key frames are in projects with boxes on videos only', () => {
  expect(hasKeyFrames({ label_config: '<View><VideoRectangle name="b" toName="v"/></View>' })).toBe(true);
  expect(hasKeyFrames({ label_config: '<View><Video name="v" value="$v"/></View>' })).toBe(false);
});

it('reasons are told in words, unknown ones by name', () => {
  expect(leftOutText('no_label')).toBe('without a label');
  expect(leftOutText('too_new')).toBe('too new');
});
