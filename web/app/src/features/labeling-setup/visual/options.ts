import type { MessageKey } from '../../../messages';
import { attribute, type ConfigElement } from '../config/document';

/** A switch of the visual editor: one attribute with two values. */
export interface Option {
  label: MessageKey & `visual.option.${string}`;
  attribute: string;
  /** Value when switched on, and off; null leaves the attribute out. */
  on: string | null;
  off: string | null;
}

const byTag: Record<string, readonly Option[]> = {
  Image: [
    { label: 'visual.option.zoomControl', attribute: 'zoomControl', on: null, off: 'false' },
    { label: 'visual.option.rotateControl', attribute: 'rotateControl', on: 'true', off: null },
    { label: 'visual.option.brightnessControl', attribute: 'brightnessControl', on: 'true', off: null },
    { label: 'visual.option.contrastControl', attribute: 'contrastControl', on: 'true', off: null },
  ],
  Text: [{ label: 'visual.option.word', attribute: 'granularity', on: 'word', off: null }],
  HyperText: [{ label: 'visual.option.word', attribute: 'granularity', on: 'word', off: null }],
  Audio: [{ label: 'visual.option.splitChannels', attribute: 'splitChannels', on: 'true', off: null }],
  Choices: [
    { label: 'visual.option.multiple', attribute: 'choice', on: 'multiple', off: null },
    { label: 'visual.option.required', attribute: 'required', on: 'true', off: null },
    { label: 'visual.option.inline', attribute: 'layout', on: 'inline', off: null },
  ],
};

/** The switches an element has. */
export function optionsOf(element: ConfigElement): readonly Option[] {
  return byTag[element.name] ?? [];
}

export function isOn(element: ConfigElement, option: Option): boolean {
  const value = attribute(element, option.attribute)?.value;
  return option.on === null ? value !== option.off : value === option.on;
}
