import { expect, it } from 'vitest';
import { freeTitle } from './createDraft';

it('takes the first free number', () => {
  expect(freeTitle([])).toBe('New Project #1');
  expect(freeTitle(['New Project #1', 'New Project #3', 'New Project #2'])).toBe('New Project #4');
  expect(freeTitle(['New Project #2'])).toBe('New Project #1');
});
