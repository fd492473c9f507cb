import { expect, it } from 'vitest';
import { en } from './en';
import { fill } from './format';

it('fills placeholders and separates thousands', () => {
  expect(fill('{done} of {total} in {where}', { done: 1042, total: 20000, where: 'A' }, 'en')).toBe(
    '1,042 of 20,000 in A',
  );
});

it('chooses the plural form by count', () => {
  const message = { one: '{count} task', other: '{count} tasks' };
  expect(fill(message, { count: 1 }, 'en')).toBe('1 task');
  expect(fill(message, { count: 0 }, 'en')).toBe('0 tasks');
});

it('has one area per key, and no message twice under one key', () => {
  for (const key of Object.keys(en)) expect(key).toMatch(/^[a-z]\w*(\.[\w-]+)+$/i);
});
