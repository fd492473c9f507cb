import type { ControlTag, LabelingConfig } from '../config/compile';
import { objectOf, type AnnotationDocument, type Entry } from '../model/document';
import { setValue } from '../model/edit';
import type { ElementNormalizer } from '../model/load';
import type { ControlRules } from '../model/validation';
import { produce } from 'immer';
import { textKey } from '../state/textKey';
import type { PendingText } from '../state/types';
import type { RegionField, TagBehavior } from './behavior';
import { choicesBehavior } from './choices/behavior';
import { dateTimeBehavior } from './datetime/behavior';
import { imageBehavior } from './image/behavior';
import { numberBehavior } from './number/behavior';
import { untouchedOrder } from './ranker/order';
import { ratingBehavior } from './rating/behavior';
import { taxonomyBehavior } from './taxonomy/behavior';
import { textBehavior } from './text/behavior';
import { textAreaBehavior } from './textarea/behavior';

const behaviors: Readonly<Record<string, TagBehavior>> = {
  choices: choicesBehavior,
  datetime: dateTimeBehavior,
  image: imageBehavior,
  number: numberBehavior,
  ranker: { fallback: untouchedOrder },
  rating: ratingBehavior,
  taxonomy: taxonomyBehavior,
  text: textBehavior,
  textarea: textAreaBehavior,
};

export function normalizerFor(tag: string): ElementNormalizer | undefined {
  return behaviors[tag]?.normalize;
}

/** The numbers that place a region, as far as they can be typed. */
export function fieldsOf(region: Entry, config: LabelingConfig): readonly RegionField[] {
  return behaviors[config.objects.get(objectOf(region))?.tag ?? '']?.fields?.(region) ?? [];
}

export function rulesFor(tag: string): ControlRules | undefined {
  return behaviors[tag]?.rules;
}

export function fallbackAnswer(control: ControlTag, config: LabelingConfig): unknown {
  return behaviors[control.tag]?.fallback?.(control, config);
}

/** A document with the answers a new annotation starts with. */
export function initialAnswers(document: AnnotationDocument, config: LabelingConfig): AnnotationDocument {
  return produce(document, (draft) => {
    for (const control of config.controls.values()) {
      const value = control.perRegion ? undefined : behaviors[control.tag]?.initial?.(control);
      if (value !== undefined) setValue(draft, control, value);
    }
  });
}

/** Texts the config puts into text areas. */
export function prefilledTexts(config: LabelingConfig): Record<string, PendingText> {
  const texts: Record<string, PendingText> = {};
  for (const control of config.controls.values()) {
    const text = control.perRegion ? '' : (behaviors[control.tag]?.prefill?.(control, config) ?? '');
    if (text !== '') texts[textKey(control.name)] = { text, typed: false };
  }
  return texts;
}
