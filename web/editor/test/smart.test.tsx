import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EditorProps } from '../src';
import { openEditor, selectText } from './harness';

const config =
  '<View><Labels name="ner" toName="text" smart="true"><Label value="PER"/></Labels><Text name="text" value="$text"/></View>';
const person = (id: string, start: number, end: number, text: string) => ({
  id,
  from_name: 'ner',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text, labels: ['PER'] },
});

beforeEach(() => localStorage.clear());

describe('a model beside a text', () => {
  const open = (onPrompt: NonNullable<EditorProps['onPrompt']>) =>
    openEditor({ config, data: { text: 'Alice met Bob.' }, onPrompt });

  test('what it answers takes the place of the span at once', async () => {
    const onPrompt = vi.fn(async () => [person('a', 0, 5, 'Alice'), person('b', 10, 13, 'Bob')]);
    const { user, written, label } = open(onPrompt);
    await user.click(screen.getByRole('switch', { name: 'Auto-Annotation' }));
    await user.click(label(/^PER/));
    await selectText('Alice');
    await vi.waitFor(() => expect(written().map(({ id }) => id)).toEqual(['a', 'b']));
    expect(onPrompt).toHaveBeenCalledWith({
      annotation: expect.anything(),
      result: [expect.objectContaining({ value: { start: 0, end: 5, text: 'Alice', labels: ['PER'] } })],
    });
    expect(written()).toMatchObject([{ origin: 'prediction' }, { origin: 'prediction' }]);
  });

  test('its failure is told and the span stays', async () => {
    const { user, written, label } = open(() => Promise.reject(new Error('out of memory')));
    await user.click(screen.getByRole('switch', { name: 'Auto-Annotation' }));
    await user.click(label(/^PER/));
    await selectText('Bob');
    expect(await screen.findByText('The model gave no answer: out of memory')).toBeTruthy();
    expect(written()).toMatchObject([{ value: { start: 10, end: 13 } }]);
  });

  test('is not asked while auto-annotation is off', async () => {
    const onPrompt = vi.fn(async () => []);
    const { user, label } = open(onPrompt);
    await user.click(label(/^PER/));
    await selectText('Bob');
    expect(onPrompt).not.toHaveBeenCalled();
  });
});
