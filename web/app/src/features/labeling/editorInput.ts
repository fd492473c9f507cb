import type {
  Annotation as ServerAnnotation,
  Draft as ServerDraft,
  Prediction as ServerPrediction,
} from '@goldset/api';
import type { Annotation, Draft, Prediction } from '@goldset/editor';

import { authorId, type Author } from './tasks';

/** Where the API leaves a result out, the editor wants an empty one. */
export function editorAnnotation(
  annotation: Omit<ServerAnnotation, 'completed_by'> & { completed_by: Author },
): Annotation {
  return { ...annotation, result: annotation.result ?? [], completed_by: authorId(annotation.completed_by) };
}

export function editorPrediction(prediction: ServerPrediction): Prediction {
  return { ...prediction };
}

export function editorDraft(draft: ServerDraft): Draft {
  return { ...draft };
}
