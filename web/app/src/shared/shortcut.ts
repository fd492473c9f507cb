const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

const symbols: Record<string, string> = apple
  ? { mod: '⌘', ctrl: '⌃', alt: '⌥', shift: '⇧', enter: '↵' }
  : { mod: 'Ctrl', ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift', enter: 'Enter' };

/** A key combination such as `mod+K` as this platform writes it; `mod` is Command on Apple keyboards, else Control. */
export function shortcut(combination: string): string {
  return combination
    .split('+')
    .map((key) => symbols[key.toLowerCase()] ?? key)
    .join(apple ? '' : ' ');
}
