import type { EditorOptions } from './types';

/** Names of pieces that stand for one option. */
const flags = {
  topbar: 'showTopBar',
  'side-column': 'showPanels',
  'edit-history': 'showHistory',
  skip: 'showSkip',
  'annotations:view-all': 'canCompare',
  'annotations:add-new': 'canAddAnnotation',
  'annotations:delete': 'canDeleteAnnotation',
  'ground-truth': 'canSetGroundTruth',
} as const satisfies Record<string, keyof EditorOptions>;

/** Options as a list of pieces asks for them, by the names Label Studio gives the pieces. */
export function withInterfaces(options: EditorOptions): EditorOptions {
  const { interfaces, mode } = options;
  if (interfaces === undefined) return options;
  const has = (...names: string[]): boolean => names.some((name) => interfaces.includes(name));
  const tabs = has('annotations:tabs', 'predictions:tabs', 'annotations:menu');
  return {
    ...options,
    ...Object.fromEntries(Object.entries(flags).map(([name, option]) => [option, has(name)])),
    mode: mode === 'preview' ? mode : tabs ? 'explore' : 'stream',
    showSubmit: has('controls') && has('submit', 'update'),
    showSkip: has('controls') && has('skip'),
    enableEmptyAnnotation: !has('annotations:deny-empty'),
    ...(!has('instruction') && { instruction: '', showInstruction: false }),
  };
}
