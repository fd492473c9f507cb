import type { FoundDataset } from '@goldset/api';

/** Formats of datasets by the names the server knows them by. */
export const datasetFormats = [
  { name: 'COCO', title: 'COCO' },
  { name: 'YOLO', title: 'YOLO' },
  { name: 'YOLO_OBB', title: 'YOLO OBB' },
  { name: 'VOC', title: 'Pascal VOC' },
  { name: 'CONLL2003', title: 'CoNLL 2003' },
  { name: 'JSONL', title: 'JSON Lines' },
  { name: 'PARQUET', title: 'Parquet' },
] as const;

/** How files are read: recognised one by one, always as tasks and media, or as a dataset of this format. */
export type ReadAs = 'recognised' | 'tasks' | (typeof datasetFormats)[number]['name'];

export function isReadAs(value: string | null): value is ReadAs {
  return (
    value === 'recognised' || value === 'tasks' || datasetFormats.some((format) => format.name === value)
  );
}

/** How a dataset is to become tasks. */
export interface DatasetChoice {
  format: string;
  as: 'annotations' | 'predictions';
  modelVersion: string;
  /** Leave out what cannot be read. */
  skipUnreadable: boolean;
  /** Add labels and controls that the labeling config lacks. */
  extendConfig: boolean;
}

/** Files of these types are nothing else than datasets. */
const datasetExtensions = /\.(?:zip|conll|iob2?|bio|ndjson)$/iu;
const head = 64 * 1024;

/** As much of a file as it takes to recognise it. */
interface ReadableFile {
  readonly name: string;
  slice: (start: number, end: number) => { text: () => Promise<string> };
}

/** What the server is to read a file as; undefined: as tasks or media. Looks into the first bytes of texts that could be either. */
export async function formatOf(file: ReadableFile, readAs: ReadAs): Promise<string | undefined> {
  if (readAs === 'tasks') return undefined;
  if (readAs !== 'recognised') return readAs;
  if (datasetExtensions.test(file.name)) return 'auto';
  if (!/\.(?:json|xml|txt)$/iu.test(file.name)) return undefined;
  return isDataset(file.name, await file.slice(0, head).text()) ? 'auto' : undefined;
}

function isDataset(name: string, text: string): boolean {
  if (/\.xml$/iu.test(name)) return /<annotation[\s>]/u.test(text);
  if (/\.txt$/iu.test(name)) return text.startsWith('-DOCSTART-');
  return (
    text.trimStart().startsWith('{') &&
    /"(?:annotations|images)"\s*:/u.test(text) &&
    /"(?:categories|file_name|image_id)"\s*:/u.test(text)
  );
}

/** What all files of a dataset hold together; undefined when they hold none. */
export function joined(found: readonly FoundDataset[]): FoundDataset | undefined {
  return found.length === 0
    ? undefined
    : found.slice(1).reduce(
        (all, one) => ({
          ...all,
          task_count: all.task_count + one.task_count,
          annotation_count: all.annotation_count + one.annotation_count,
          region_count: all.region_count + one.region_count,
          file_count: all.file_count + one.file_count,
          labels: [...new Set([...all.labels, ...one.labels])],
          label_count: Math.max(
            new Set([...all.labels, ...one.labels]).size,
            all.label_count,
            one.label_count,
          ),
          missing_labels: [...new Set([...all.missing_labels, ...one.missing_labels])],
          problems: [...all.problems, ...one.problems],
          problem_count: all.problem_count + one.problem_count,
        }),
        found[0] as FoundDataset,
      );
}
