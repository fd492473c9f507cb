import type { Translate } from '../messages';
import type { Tab } from '../state/types';

/** What an annotation or a prediction is called where there is room for a sentence. */
export function tabName({ kind, ref, author }: Tab, t: Translate): string {
  if (kind === 'prediction') return t('predictionTab', { id: String(ref.predictionId), author });
  if (ref.annotationId === null) return t('newAnnotationTab', { author });
  return t('annotationTab', { id: String(ref.annotationId), author });
}
