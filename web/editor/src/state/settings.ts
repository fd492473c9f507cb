/** Habits of the person, kept in the browser. */
export interface Settings {
  keepLabelSelected: boolean;
  selectAfterCreating: boolean;
  showLabels: boolean;
  showLineNumbers: boolean;
  /** Pixels of an enlarged image are blended, as far as the enlargement is small. */
  smoothPixels: boolean;
  /** The wheel zooms an image the other way. */
  invertZoom: boolean;
  /** Smart tools are offered where the app has a model to ask. */
  autoAnnotation: boolean;
  /** What the model suggests is accepted at once. */
  autoAcceptSuggestions: boolean;
  hotkeysEnabled: boolean;
  showHotkeys: boolean;
  /** Tooltips of buttons name their keys. */
  showTooltipKeys: boolean;
  /** The next task starts with the tool of this one. */
  keepTool: boolean;
  /** Tool to start the next task with; empty until one is chosen. */
  tool: string;
  regionGrouping: 'manual' | 'label' | 'tool';
  /** `start`: by place in time or text. */
  regionOrder: 'time' | 'score' | 'start';
  regionOrderDescending: boolean;
  relationOrderDescending: boolean;
}

export const defaultSettings: Settings = {
  keepLabelSelected: false,
  selectAfterCreating: false,
  showLabels: true,
  showLineNumbers: false,
  smoothPixels: true,
  invertZoom: false,
  autoAnnotation: false,
  autoAcceptSuggestions: false,
  hotkeysEnabled: true,
  showHotkeys: true,
  showTooltipKeys: true,
  keepTool: true,
  tool: '',
  regionGrouping: 'manual',
  regionOrder: 'time',
  regionOrderDescending: false,
  relationOrderDescending: false,
};

const storageKey = 'goldset.editor.settings';

/** Reads the stored settings; what is missing or of the wrong type takes its default. */
export function readSettings(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return stored !== null && typeof stored === 'object' ? withDefaults(stored) : defaultSettings;
  } catch (error) {
    if (isStorageFault(error)) return defaultSettings;
    throw error;
  }
}

/** Storage that is switched off, full or damaged costs the habits, not the work. */
function isStorageFault(error: unknown): boolean {
  return error instanceof DOMException || error instanceof SyntaxError;
}

function withDefaults(stored: object): Settings {
  const types = new Map(Object.entries(defaultSettings).map(([key, value]) => [key, typeof value]));
  const valid = Object.entries(stored).filter(([key, value]) => types.get(key) === typeof value);
  const settings: Settings = { ...defaultSettings, ...Object.fromEntries(valid) };
  return settings.keepTool ? settings : { ...settings, tool: '' };
}

export function writeSettings(settings: Settings): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings));
  } catch (error) {
    if (!isStorageFault(error)) throw error;
  }
}
