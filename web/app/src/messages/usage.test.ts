import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { en } from './en';

it('shows every message somewhere', () => {
  const folder = join(import.meta.dirname, '..');
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('messages'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  // Names of tags are put together from the table of the labeling language.
  const unused = Object.keys(en).filter((key) => !key.startsWith('tag.') && !code.includes(`'${key}'`));
  expect(unused).toEqual([]);
});
