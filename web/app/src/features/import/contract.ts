import type { DatasetChoice } from './datasets';

/** What the create-project wizard needs to know of an import in progress. */
export interface ImportState {
  /** Ids of the uploaded files that are to become tasks. */
  fileUploadIds: number[];
  /** Whether each row of a table file is a task (true) or the file as a whole is (false); undefined until chosen. */
  filesAsTasksList: boolean | undefined;
  /** How the files become tasks, where they are a dataset. */
  dataset?: DatasetChoice;
  /** The labeling config that the dataset implies. */
  impliedConfig?: string;
  /** Names of the data fields found in the files. */
  dataColumns: string[];
  /** An upload is still running. */
  uploading: boolean;
  /** A question about the files waits for its answer. */
  questionOpen: boolean;
}

export interface ImportPanelProps {
  projectId: number;
  onState: (state: ImportState) => void;
  /** Points at the open question, after an attempt to go on without its answer. */
  highlightQuestion?: boolean;
}
