import { describe, expect, it } from 'vitest';
import { contrast, dark, light } from './tokens';

describe.each([
  ['light', light],
  ['dark', dark],
])('%s tokens', (_, tokens) => {
  const grounds = ['background', 'surface', 'raised'] as const;

  it.each(['text', 'muted', 'accent', 'good', 'warn', 'bad'] as const)(
    '%s can be read on every ground',
    (role) => {
      for (const ground of grounds)
        expect(contrast(tokens[role], tokens[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('gold can be seen as a mark', () => {
    for (const ground of grounds) expect(contrast(tokens.gold, tokens[ground])).toBeGreaterThanOrEqual(3);
  });

  it.each(['accent', 'good', 'warn', 'bad'] as const)('text can be read on a filled %s', (role) => {
    expect(contrast(tokens.onAccent, tokens[role])).toBeGreaterThanOrEqual(4.5);
  });
});

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.478, 3);
});
