import {
  createTheme,
  defaultVariantColorsResolver,
  localStorageColorSchemeManager,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import { t } from '../messages';
import { dark, light, type Tokens } from './tokens';

/** The scheme chosen in this browser; public/assets/color-scheme.js reads the same key before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'goldset:color-scheme' });

/** Ten shades around a role's two tokens: the dark scheme's at index 4, the light scheme's at 6. */
function shades(role: keyof Tokens): MantineColorsTuple {
  const mix = (color: string, other: string, percent: number) =>
    `color-mix(in oklab, ${color} ${String(percent)}%, ${other})`;
  return [
    mix(light[role], 'white', 8),
    mix(light[role], 'white', 16),
    mix(dark[role], 'white', 55),
    mix(dark[role], 'white', 78),
    dark[role],
    mix(dark[role], 'black', 88),
    light[role],
    mix(light[role], 'black', 88),
    mix(light[role], 'black', 76),
    mix(light[role], 'black', 62),
  ];
}

const inlineFieldStyles = {
  label: { fontSize: 14 },
  description: { fontSize: 13, lineHeight: '20px', marginTop: 0 },
};

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  white: '#FFFFFF',
  black: light.text,
  colors: {
    accent: shades('accent'),
    gold: shades('gold'),
    good: shades('good'),
    warn: shades('warn'),
    bad: shades('bad'),
    // Mantine's own names for the neutrals and for errors, so that every component follows the tokens.
    red: shades('bad'),
    gray: [
      '#F7F7F5',
      '#F1F0ED',
      '#E9E8E4',
      '#E3E2DE',
      '#CFCEC9',
      '#8B9198',
      '#656D76',
      '#4A5159',
      '#343A41',
      '#1F2328',
    ],
    dark: [
      '#E8E6E1',
      '#C9CAC9',
      '#9BA1A8',
      '#7C828A',
      '#43474E',
      '#2A2D32',
      '#222529',
      '#1B1D20',
      '#141517',
      '#0E0F10',
    ],
  },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
      h4: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--gs-shadow)',
    lg: 'var(--gs-shadow)',
    xl: 'var(--gs-shadow)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // The dark scheme's filled colours are light: their text is dark.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colors, color: 'var(--gs-on-accent)' } : colors;
  },
  focusClassName: 'gs-focus',
  activeClassName: '',
  components: {
    Badge: { styles: { label: { textTransform: 'none', fontWeight: 500 } } },
    Button: {
      defaultProps: { size: 'sm' },
      vars: () => ({
        root: { '--button-fz': '14px', '--button-height': '32px', '--button-padding-x': '12px' },
      }),
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Input: { vars: () => ({ wrapper: { '--input-fz': '14px', '--input-height': '32px' } }) },
    InputWrapper: {
      styles: {
        label: { fontWeight: 500, fontSize: 14, marginBottom: 4 },
        description: { fontSize: 13, lineHeight: '20px' },
        error: { fontSize: 13, lineHeight: '20px', marginTop: 4 },
      },
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.45 },
        closeButtonProps: { 'aria-label': t('common.close') },
        // A dialog's header is not the page's banner.
        attributes: { header: { role: 'presentation' } },
      },
      styles: { title: { fontWeight: 600, fontSize: 16 } },
    },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Combobox: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 0 } } },
    Table: { defaultProps: { fz: 13, verticalSpacing: 6, horizontalSpacing: 12 } },
    Pagination: { vars: () => ({ root: { '--pagination-active-color': 'var(--gs-on-accent)' } }) },
    Checkbox: {
      vars: () => ({ root: { '--checkbox-icon-color': 'var(--gs-on-accent)' } }),
      styles: inlineFieldStyles,
    },
    Radio: {
      vars: () => ({ root: { '--radio-icon-color': 'var(--gs-on-accent)' } }),
      styles: inlineFieldStyles,
    },
    Switch: { styles: inlineFieldStyles },
    Fieldset: {
      styles: {
        root: { border: 0, margin: 0, padding: 0, background: 'none' },
        legend: { fontSize: 16, lineHeight: '24px', fontWeight: 600, padding: 0, marginBottom: 12 },
      },
    },
    SegmentedControl: {
      styles: {
        root: { background: 'var(--gs-hover)' },
        indicator: { background: 'var(--gs-raised)', boxShadow: '0 0 0 1px var(--gs-line)' },
      },
    },
    Skeleton: { defaultProps: { radius: 'sm' } },
  },
});

function schemeVariables(tokens: Tokens, scheme: 'light' | 'dark'): Record<string, string> {
  const tint = (color: string, percent: number) =>
    `color-mix(in srgb, ${color} ${String(percent)}%, transparent)`;
  const variables: Record<string, string> = {
    '--gs-background': tokens.background,
    '--gs-surface': tokens.surface,
    '--gs-raised': tokens.raised,
    '--gs-line': tokens.line,
    '--gs-text': tokens.text,
    '--gs-muted': tokens.muted,
    '--gs-accent': tokens.accent,
    '--gs-on-accent': tokens.onAccent,
    '--gs-gold': tokens.gold,
    '--gs-good': tokens.good,
    '--gs-warn': tokens.warn,
    '--gs-bad': tokens.bad,
    '--gs-hover': tint(tokens.text, scheme === 'light' ? 5 : 7),
    '--gs-selected': tint(tokens.accent, scheme === 'light' ? 10 : 16),
    '--gs-shadow': scheme === 'light' ? '0 4px 16px rgb(0 0 0 / 14%)' : '0 4px 16px rgb(0 0 0 / 50%)',
    '--mantine-color-body': tokens.surface,
    '--mantine-color-text': tokens.text,
    '--mantine-color-bright': tokens.text,
    '--mantine-color-dimmed': tokens.muted,
    '--mantine-color-placeholder': tokens.muted,
    '--mantine-color-anchor': tokens.accent,
    '--mantine-color-error': tokens.bad,
    '--mantine-color-success': tokens.good,
    '--mantine-color-default': tokens.surface,
    '--mantine-color-default-hover': scheme === 'light' ? '#F1F0ED' : '#2A2D32',
    '--mantine-color-default-color': tokens.text,
    '--mantine-color-default-border': scheme === 'light' ? '#CFCEC9' : '#43474E',
    '--mantine-color-disabled': scheme === 'light' ? '#F1F0ED' : '#222529',
    '--mantine-color-disabled-color': tokens.muted,
    '--mantine-color-disabled-border': tokens.line,
    '--mantine-primary-color-contrast': tokens.onAccent,
  };
  for (const [name, role] of [
    ['accent', 'accent'],
    ['gold', 'gold'],
    ['good', 'good'],
    ['warn', 'warn'],
    ['bad', 'bad'],
    ['red', 'bad'],
    ['gray', 'muted'],
  ] as const) {
    const color = tokens[role];
    variables[`--mantine-color-${name}-text`] = color;
    variables[`--mantine-color-${name}-filled`] = color;
    variables[`--mantine-color-${name}-filled-hover`] =
      `color-mix(in oklab, ${color} 88%, ${scheme === 'light' ? 'black' : 'white'})`;
    variables[`--mantine-color-${name}-contrast`] = tokens.onAccent;
    variables[`--mantine-color-${name}-light`] = tint(color, 10);
    variables[`--mantine-color-${name}-light-hover`] = tint(color, 15);
    variables[`--mantine-color-${name}-light-color`] = color;
    variables[`--mantine-color-${name}-outline`] = color;
    variables[`--mantine-color-${name}-outline-hover`] = tint(color, 8);
  }
  return variables;
}

/** Puts the tokens into CSS variables (`--gs-…`) and makes Mantine's own variables follow them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: schemeVariables(light, 'light'),
  dark: schemeVariables(dark, 'dark'),
});
