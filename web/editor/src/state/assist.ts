import type { Entry } from '../model/document';

/** Work with a model on the open annotation. Nothing of it is stored, and nothing is a step of undo. */
export interface Assist {
  /** What the person drew to tell the model what is meant. */
  prompts: readonly Entry[];
  /** What the model answered, neither accepted nor rejected yet. */
  suggestions: readonly Entry[];
  /** The model is at work. */
  waiting: boolean;
  /** Why the last question got no answer. */
  failure: string | null;
}

export const noAssist: Assist = { prompts: [], suggestions: [], waiting: false, failure: null };
