import { ApiError } from '@goldset/api';
import { describe, expect, it } from 'vitest';

import { formatOf, joined } from './datasets';
import { fileSize } from './fileSize';
import { isHidden, isSupported } from './fileTypes';
import { linesOf } from './ImportErrors';
import { commonColumns, uploadIdsOf, uploadReducer, type Upload } from './uploads';

const upload = (key: string): Upload => ({
  key,
  name: `${key}.csv`,
  size: 10,
  source: new File(['a'], `${key}.csv`),
  state: 'waiting',
  progress: 0,
  answer: null,
  error: null,
});

const answer = (id: number, columns: string[]) => ({
  file_upload_ids: [id],
  could_be_tasks_list: true,
  data_columns: columns,
  task_count: 1,
  annotation_count: null,
  prediction_count: null,
  duration: 0.1,
  found_formats: { '.csv': 1 },
});

describe('files of an import', () => {
  it('go from waiting to done, each by itself', () => {
    let uploads = uploadReducer([], { type: 'added', uploads: [upload('a'), upload('b')] });
    uploads = uploadReducer(uploads, { type: 'started', key: 'a' });
    uploads = uploadReducer(uploads, { type: 'progressed', key: 'a', share: 1 });
    expect(uploads.map((one) => one.state)).toEqual(['reading', 'waiting']);
    uploads = uploadReducer(uploads, { type: 'arrived', key: 'a', answer: answer(4, ['text', 'id']) });
    uploads = uploadReducer(uploads, { type: 'arrived', key: 'b', answer: answer(5, ['text']) });
    expect(uploadIdsOf(uploads)).toEqual([4, 5]);
    expect(commonColumns(uploads)).toEqual(['text']);
    expect(uploadIdsOf(uploadReducer(uploads, { type: 'removed', key: 'a' }))).toEqual([5]);
  });

  it('are judged by their extension, whatever its case', () => {
    expect(['a.CSV', 'b.jpeg', 'c.jsonl', 'd.pdf'].every(isSupported)).toBe(true);
    expect(['a.exe', 'noextension'].some(isSupported)).toBe(false);
    expect(['.DS_Store', 'Thumbs.db'].every(isHidden)).toBe(true);
  });

  it('have sizes people can read', () => {
    expect(fileSize(250_000)).toBe('250 kB');
    expect(fileSize(4_200_000)).toBe('4.2 MB');
  });
});

describe('what the server found wrong', () => {
  it('is taken apart into item, message and excerpt', () => {
    const error = new ApiError(
      400,
      {
        status_code: 400,
        detail: 'Validation error',
        validation_errors: {
          non_field_errors: [
            {},
            "Error at item 1: \"image\" key is expected in task data :: {'text': 'a'}",
            'plain',
          ],
        },
      },
      '',
    );
    expect(linesOf(error)).toEqual([
      { item: 1, message: '"image" key is expected in task data', excerpt: "{'text': 'a'}" },
      { item: null, message: 'plain', excerpt: null },
    ]);
  });
});

describe('a dataset', () => {
  const file = (name: string, text: string) => ({
    name,
    slice: (start: number, end: number) => ({ text: () => Promise.resolve(text.slice(start, end)) }),
  });

  it('is recognised by its name or its first bytes', async () => {
    const formats = await Promise.all(
      [
        file('set.zip', ''),
        file('coco.json', '{"info": {}, "images": [{"file_name": "a.jpg"}]}'),
        file('voc.xml', '<annotation><object/></annotation>'),
        file('ner.txt', '-DOCSTART- -X- O\n'),
        file('tasks.json', '[{"data": {"images": 1}, "annotations": []}]'),
        file('page.xml', '<html/>'),
        file('a.csv', 'annotations'),
      ].map((one) => formatOf(one, 'recognised')),
    );
    expect(formats).toEqual(['auto', 'auto', 'auto', 'auto', undefined, undefined, undefined]);
    expect(await formatOf(file('a.json', ''), 'COCO')).toBe('COCO');
    expect(await formatOf(file('a.zip', ''), 'tasks')).toBeUndefined();
  });

  it('of several files counts together', () => {
    const found = (label: string, problems: number) => ({
      format: 'VOC',
      task_count: 1,
      annotation_count: 1,
      region_count: 2,
      file_count: 0,
      labels: ['cat', label],
      label_count: 2,
      label_config: '<View/>',
      missing_labels: ['x'],
      sets_config: false,
      problems: [],
      problem_count: problems,
    });
    expect(joined([])).toBeUndefined();
    expect(joined([found('dog', 0), found('cow', 3)])).toMatchObject({
      task_count: 2,
      region_count: 4,
      labels: ['cat', 'dog', 'cow'],
      label_count: 3,
      missing_labels: ['x'],
      problem_count: 3,
    });
  });
});
