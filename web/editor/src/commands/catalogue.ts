import { en } from '../messages/en';
import type { MessageKey } from '../messages';
import { imageKeys } from '../tags/image/imageKeys';
import { commands } from './registry';

export { displayKeys, matches, parseKeys, writeKeys } from './keys';

/** A command whose key can be changed. */
export interface HotkeyDefinition {
  /** Action name, e.g. `annotation:submit`. */
  name: string;
  /** Group of the account page it belongs to, as stored keys are prefixed: `annotation`, `regions`, … */
  section: string;
  /** What it does, in English. */
  title: string;
  /** Key of the title among the editor's messages. */
  label: MessageKey;
  /** Default; empty where it has none. */
  keys: string;
  /** Default on a Mac, where it is not the same with command for ctrl. */
  mac?: string;
}

const sections: Readonly<Record<string, string>> = {
  region: 'regions',
  segment: 'regions',
  tool: 'tools',
  polygon: 'tools',
  image: 'image_gallery',
  media: 'video',
  ts: 'timeseries',
  phrases: 'paragraphs',
  task: 'annotation',
  editor: 'annotation',
};

const changeable = commands.filter(({ fixed }) => fixed !== true);

/** Every command of the editor whose key can be changed, with its default. */
export const hotkeyCatalogue: readonly HotkeyDefinition[] = [...changeable, ...imageKeys].map((command) => {
  const prefix = command.name.slice(0, command.name.indexOf(':'));
  return {
    name: command.name,
    section: sections[prefix] ?? prefix,
    title: textOf(command.label),
    label: command.label,
    keys: command.keys,
    ...(command.mac !== undefined && { mac: command.mac }),
  };
});

function textOf(label: MessageKey): string {
  const message = en[label];
  return typeof message === 'string' ? message : message.other;
}
