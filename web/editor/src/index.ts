export { Editor } from './Editor';
export { parseConfig, ConfigSyntaxError } from './config/parse';
export type { ConfigNode } from './config/parse';
export type {
  Annotation,
  AnnotationRef,
  AnnotationSelector,
  Draft,
  EditorOptions,
  EditorProps,
  EditorUser,
  HotkeySetting,
  MessageOverrides,
  Prediction,
  PromptEvent,
  RegionEvent,
  ResultElement,
  SaveEvent,
  SaveOutcome,
  SaveState,
  SubmitEvent,
  Task,
} from './types';
