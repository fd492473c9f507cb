import type { ResultElement, Task } from '../src';

export interface EditorCase {
  name: string;
  config: string;
  task: Task;
  result: ResultElement[];
  expected_written?: ResultElement[];
  expected_written_any?: ResultElement[][];
}

const files = import.meta.glob<EditorCase>('../../../tests/golden/editor-cases/*.json', {
  eager: true,
  import: 'default',
});

/** Every golden case, by file name. */
export const editorCases: readonly (EditorCase & { file: string })[] = Object.entries(files).map(
  ([path, editorCase]) => ({
    ...editorCase,
    file: path.slice(path.lastIndexOf('/') + 1),
  }),
);
