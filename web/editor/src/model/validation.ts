import { attrFlag, attrText } from '../config/attributes';
import type { ControlTag, LabelingConfig } from '../config/compile';
import {
  elementOf,
  entriesOf,
  isClassificationOf,
  objectOf,
  ownValue,
  regionsOf,
  type AnnotationDocument,
  type Entry,
} from './document';
import type { MessageKey, Wording } from '../messages';
import { isVisible, isWritten, regionConditionsHold } from './visibility';

/** What a control checks before its annotation is stored. */
export interface ControlRules {
  /** What to say when a required answer is missing; gets the control's `name`. */
  required: MessageKey;
  /** What is wrong with an answer; null when nothing is. */
  check?(control: ControlTag, value: unknown): Wording | null;
}

/** The first thing that keeps an annotation from being stored. */
export interface ValidationFailure {
  control: string;
  message: Wording;
  /** Region to select, for perRegion controls. */
  regionId?: string;
  /** Item to show, for perItem controls. */
  item?: number;
}

interface Answer {
  value: unknown;
  regionId?: string;
  item?: number;
}

/** Checks every control in config order. `region` is the one selected region. */
export function validate(
  document: AnnotationDocument,
  config: LabelingConfig,
  rulesFor: (tag: string) => ControlRules | undefined,
  region: Entry | null,
): ValidationFailure | null {
  for (const control of config.controls.values()) {
    const rules = rulesFor(control.tag);
    if (rules === undefined) continue;
    for (const { value, ...place } of answersOf(control, document, config, region)) {
      const missing = attrFlag(control.node, 'required') && isEmpty(value);
      const message: Wording | null = missing
        ? attrText(control.node, 'requiredmessage') || { key: rules.required, values: { name: control.name } }
        : isEmpty(value)
          ? null
          : (rules.check?.(control, value) ?? null);
      if (message !== null) return { control: control.name, message, ...place };
    }
  }
  return null;
}

/** Each place where the control has to have an answer, with the answer it has. */
function answersOf(
  control: ControlTag,
  document: AnnotationDocument,
  config: LabelingConfig,
  region: Entry | null,
): Answer[] {
  if (control.perRegion) {
    return regionsOf(document)
      .filter((candidate) => control.toNames.includes(objectOf(candidate)))
      .filter((candidate) => regionConditionsHold(control, candidate, config))
      .filter((candidate) => isWritten(control, { config, document, region: candidate }, candidate))
      .map((candidate) => ({ value: ownValue(elementOf(candidate, control.name)), regionId: candidate.id }));
  }
  if (!isVisible(control.node, { config, document, region })) return [];
  const classification = (item?: number): unknown => {
    const entry = entriesOf(document, 'classification').find((candidate) =>
      isClassificationOf(candidate, control.name, item),
    );
    return ownValue(entry === undefined ? undefined : elementOf(entry, control.name));
  };
  if (!control.perItem) return [{ value: classification() }];
  const items = config.objects.get(control.toName)?.items ?? 1;
  return Array.from({ length: items }, (_, item) => ({ value: classification(item), item }));
}

export function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
