import type { ControlTag, LabelingConfig } from '../config/compile';
import type { ElementNormalizer } from '../model/load';
import type { ControlRules } from '../model/validation';

/** What a tag does with results, apart from how it looks. */
export interface TagBehavior {
  /** Brings stored elements of this control, or on this object, into today's form. */
  normalize?: ElementNormalizer;
  /** Checks before an annotation is stored. */
  rules?: ControlRules;
  /** Answer a new annotation starts with; undefined for none. */
  initial?(control: ControlTag): unknown;
  /** Answer that is stored when the person gave none; undefined for none. */
  fallback?(control: ControlTag, config: LabelingConfig): unknown;
  /** Text a text area starts with; empty for none. */
  prefill?(control: ControlTag, config: LabelingConfig): string;
}
