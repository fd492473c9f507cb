import { expect, it } from 'vitest';
import { tokenExpiry } from './tokenExpiry';

const encode = (claims: object) =>
  btoa(JSON.stringify(claims)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

it('reads the end of a token, with or without its signature', () => {
  const payload = encode({ exp: 8071005600, name: 'Ünal ÿ?>' });
  expect(tokenExpiry(`head.${payload}`)?.toISOString()).toBe('2225-10-05T10:00:00.000Z');
  expect(tokenExpiry(`head.${payload}.signature`)).toEqual(tokenExpiry(`head.${payload}`));
});

it.each(['', 'abc', 'a.!!!', `a.${encode({ exp: 'never' })}`, `a.${btoa('[')}`])(
  'has no end for %j',
  (token) => {
    expect(tokenExpiry(token)).toBeUndefined();
  },
);
