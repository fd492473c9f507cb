/** One key with its modifiers. */
export interface Combination {
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  meta: boolean;
  /** Lower-case key name: a letter, a digit, a sign, or `enter`, `space`, `left`, … */
  key: string;
}

/** What is needed of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

const names: ReadonlyMap<string, string> = new Map([
  [' ', 'space'],
  ['arrowleft', 'left'],
  ['arrowright', 'right'],
  ['arrowup', 'up'],
  ['arrowdown', 'down'],
  ['esc', 'escape'],
  ['plus', '='],
  ['minus', '-'],
  ['return', 'enter'],
  ['del', 'delete'],
]);

/** Reads `ctrl+shift+z, command+y`. Parts that name no key are left out. */
export function parseKeys(written: string): Combination[] {
  return written.split(',').flatMap((part) => {
    const pieces = part.trim().toLowerCase().split('+');
    const key = pieces.pop() ?? '';
    if (key === '') return [];
    const modifiers = new Set(pieces);
    return [
      {
        ctrl: modifiers.has('ctrl') || modifiers.has('control'),
        alt: modifiers.has('alt') || modifiers.has('option'),
        shift: modifiers.has('shift'),
        meta: modifiers.has('command') || modifiers.has('cmd') || modifiers.has('meta'),
        key: names.get(key) ?? key,
      },
    ];
  });
}

/**
 * Whether a press is the combination. Digits match by position as well, so that layouts whose digits need shift work
 * (the numeric keypad says itself whether it is a digit or an arrow); letters match by position when the layout gives no Latin letter.
 */
export function matches(combination: Combination, press: KeyPress): boolean {
  const { ctrl, alt, shift, meta, key } = combination;
  if (ctrl !== press.ctrlKey || alt !== press.altKey || meta !== press.metaKey) return false;
  const keys = pressedKeys(press);
  if (!keys.includes(key)) return false;
  // A sign such as "?" may need shift on one layout and not on another.
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key);
  return shift === press.shiftKey || (isSign && !shift && keys[0] === key);
}

function pressedKeys({ key, code, altKey }: KeyPress): string[] {
  const named = names.get(key.toLowerCase()) ?? key.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return [named, digit];
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const latin = named.length === 1 && /[a-z]/.test(named);
  return letter !== undefined && (!latin || altKey) ? [named, letter] : [named];
}

export const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);

const signs: ReadonlyMap<string, string> = new Map([
  ['left', '←'],
  ['right', '→'],
  ['up', '↑'],
  ['down', '↓'],
  ['enter', '↵'],
  ['escape', 'Esc'],
  ['space', 'Space'],
  ['backspace', '⌫'],
  ['delete', 'Del'],
  ['pageup', 'PageUp'],
  ['pagedown', 'PageDown'],
  ['=', '+'],
  ['-', '−'],
]);

/** The first combination as it is shown beside a button. */
export function displayKeys(written: string, mac = isMac): string {
  const [first] = parseKeys(written);
  if (first === undefined) return '';
  const { ctrl, alt, shift, meta, key } = first;
  const modifiers = mac
    ? [ctrl && '⌃', alt && '⌥', shift && '⇧', meta && '⌘']
    : [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', meta && 'Meta'];
  const shown =
    signs.get(key) ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1));
  return [...modifiers.filter((modifier) => modifier !== false), shown].join(mac ? '' : '+');
}

const written: ReadonlyMap<string, string> = new Map([
  ['=', 'plus'],
  ['-', 'minus'],
]);

const modifierKeys = new Set(['control', 'shift', 'alt', 'meta', 'altgraph', 'capslock', 'dead', 'process']);

/**
 * A key press the way hotkeys are stored, e.g. `ctrl+shift+z`; null while only modifiers are held, and for the comma,
 * which separates combinations.
 */
export function writeKeys(press: KeyPress): string | null {
  if (modifierKeys.has(press.key.toLowerCase())) return null;
  const keys = pressedKeys(press);
  const digit = keys[1];
  const key = digit !== undefined ? digit : (keys[0] ?? '');
  if (key === '' || key === ',' || key === '+') return key === '+' ? combine(press, 'plus', false) : null;
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key);
  return combine(press, written.get(key) ?? key, press.shiftKey && !isSign);
}

function combine({ ctrlKey, altKey, metaKey }: KeyPress, key: string, shift: boolean): string {
  const parts = [ctrlKey && 'ctrl', metaKey && 'command', altKey && 'alt', shift && 'shift', key];
  return parts.filter((part) => part !== false).join('+');
}
