/** The colours of the interface, by role, for each scheme. */
export interface Tokens {
  /** Behind everything. */
  background: string;
  /** Panels, tables, the top bar. */
  surface: string;
  /** What floats: menus, dialogs. */
  raised: string;
  line: string;
  text: string;
  muted: string;
  /** Actions and focus. */
  accent: string;
  /** Text and icons on a filled accent. */
  onAccent: string;
  /** Ground truth and the mark. */
  gold: string;
  good: string;
  warn: string;
  bad: string;
}

export const light: Tokens = {
  background: '#F7F7F5',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  line: '#E3E2DE',
  text: '#1F2328',
  muted: '#656D76',
  accent: '#2F5FD0',
  onAccent: '#FFFFFF',
  gold: '#B8860B',
  good: '#1A7F4B',
  warn: '#9A6700',
  bad: '#C93A3A',
};

export const dark: Tokens = {
  background: '#141517',
  surface: '#1B1D20',
  raised: '#222529',
  line: '#31343A',
  text: '#E8E6E1',
  muted: '#9BA1A8',
  accent: '#7AA2FF',
  onAccent: '#141517',
  gold: '#E3B341',
  good: '#4CC38A',
  warn: '#E0A339',
  bad: '#FF7B72',
};

/** Contrast ratio of two `#RRGGBB` colours as WCAG 2 defines it, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
