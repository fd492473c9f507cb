import type { EditorActions } from '../state/actions';
import type { EditorCore } from '../state/core';
import type { MessageKey } from '../messages';

export interface CommandContext {
  core: EditorCore;
  actions: EditorActions;
  /** Root element of the editor, for commands that move the focus. */
  root: HTMLElement | null;
}

/** Something a person can do by key, button or menu. */
export interface Command {
  /** Action name, by which it is remapped. */
  name: string;
  label: MessageKey;
  group: MessageKey;
  /** Default keys, e.g. `ctrl+enter`; on a Mac `ctrl` reads as the command key unless `mac` says otherwise. */
  keys: string;
  mac?: string;
  /** The keys say what is meant, so that others cannot take their place. */
  fixed?: boolean;
  /** Also works while a text field has the focus. */
  inFields?: boolean;
  /** Whether it can be done now; without it, always. */
  available?(context: CommandContext): boolean;
  perform(context: CommandContext, press?: KeyboardEvent): void;
}
