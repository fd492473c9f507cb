import type { ControlTag, LabelingConfig } from '../config/compile';
import type { MessageKey } from '../messages';
import type { Entry } from '../model/document';
import type { ElementNormalizer } from '../model/load';
import type { ControlRules } from '../model/validation';

/** A number of a region's place that can be typed. */
export interface RegionField {
  /** Key in the region's value. */
  part: string;
  /** Shown before the field, as short as a letter. */
  sign: string;
  label: MessageKey;
  value: number;
  min: number;
  max: number;
  /** Beyond `max` it starts again at `min`, as degrees do. */
  wraps?: boolean;
}

/** What a tag does with results, apart from how it looks. */
export interface TagBehavior {
  /** Brings stored elements of this control, or on this object, into today's form. */
  normalize?: ElementNormalizer;
  /** Objects: the numbers that place a region on it, for the details. */
  fields?(region: Entry): readonly RegionField[];
  /** Checks before an annotation is stored. */
  rules?: ControlRules;
  /** Answer a new annotation starts with; undefined for none. */
  initial?(control: ControlTag): unknown;
  /** Answer that is stored when the person gave none; undefined for none. */
  fallback?(control: ControlTag, config: LabelingConfig): unknown;
  /** Text a text area starts with; empty for none. */
  prefill?(control: ControlTag, config: LabelingConfig): string;
}
