import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ContentText, rangeOf } from '../src/tags/hypertext/places';
import { openEditor } from './harness';

const config = `<View><HyperTextLabels name="ner" toName="doc"><Label value="LOC"/></HyperTextLabels>
  <HyperText name="doc" value="$html"/></View>`;

/** Selects from one text to the end of another, as a drag of the pointer does. */
async function select(from: string, to = from): Promise<void> {
  const root = screen.getByRole('document', { name: 'Text doc' });
  fireEvent.pointerDown(root, { button: 0 });
  const range = document.createRange();
  const [start, at] = find(root, from);
  const [end, until] = find(root, to);
  range.setStart(start, at);
  range.setEnd(end, until + to.length);
  window.getSelection()?.removeAllRanges();
  window.getSelection()?.addRange(range);
  await act(async () => {
    fireEvent.pointerUp(root, { button: 0 });
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

function find(root: Node, part: string): [Text, number] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node instanceof Text ? node.data.indexOf(part) : -1;
    if (node instanceof Text && at >= 0) return [node, at];
  }
  throw new Error(`There is no "${part}".`);
}

describe('labels on marked-up text', () => {
  test('a selection is stored by paths, offsets and its text', async () => {
    const editor = openEditor({
      config,
      data: { html: '<div><h3>🐶 Note:</h3> <p>🐶 dogs in London</p></div>' },
    });
    await editor.user.click(editor.label(/^LOC/));
    await select('London');
    expect(editor.written()).toMatchObject([
      {
        from_name: 'ner',
        to_name: 'doc',
        type: 'hypertextlabels',
        value: {
          start: '/div[1]/p[1]/text()[1]',
          end: '/div[1]/p[1]/text()[1]',
          startOffset: 11,
          endOffset: 17,
          globalOffsets: { start: 18, end: 24 },
          text: 'London',
          hypertextlabels: ['LOC'],
        },
      },
    ]);
  });

  test.each([
    ['word', 'ond', 'Second'],
    ['sentence', 'ond', 'Second one'],
    ['paragraph', 'four', 'Third and fourth. Fifth'],
  ])('a selection becomes a whole %s, as far as its block goes', async (granularity, part, expected) => {
    const editor = openEditor({
      config: config.replace('<HyperText ', `<HyperText granularity="${granularity}" `),
      data: {
        html: '<ul><li>First</li><li>Se<b>cond</b> one</li></ul><p>Third and four<i>th</i>. Fifth</p>',
      },
    });
    await editor.user.click(editor.label(/^LOC/));
    await select(part);
    expect(editor.written()[0]?.value?.['text']).toBe(expected);
  });

  test('without a label nothing is made', async () => {
    const editor = openEditor({ config, data: { html: '<p>London</p>' } });
    await select('London');
    expect(editor.changes).toEqual([]);
  });

  test('nothing of the content runs', () => {
    openEditor({
      config,
      data: {
        html: '<p onclick="alert(1)">Text<script>alert(1)</script><iframe src="javascript:alert(1)"></iframe></p><a href="javascript:alert(1)">link</a>',
      },
    });
    const root = screen.getByRole('document', { name: 'Text doc' });
    expect(root.innerHTML).toBe('<p>Text</p><a>link</a>');
  });
});

describe('places', () => {
  const content = (html: string) => {
    const root = document.createElement('div');
    root.innerHTML = html;
    return { root, text: new ContentText(root) };
  };

  test('a break counts one, a blank between blocks too', () => {
    const { root, text } = content('one<br>two<b>three</b>');
    const range = document.createRange();
    range.selectNodeContents(root.querySelector('b') ?? root);
    const span = text.spanOf(range);
    expect(span && text.valueOf(span)).toEqual({
      start: '/b[1]/text()[1]',
      end: '/b[1]/text()[1]',
      startOffset: 0,
      endOffset: 5,
      globalOffsets: { start: 7, end: 12 },
    });
  });

  test.each([
    [
      'paths',
      { start: '/div[1]/p[1]/text()[1]', end: '/div[1]/p[2]/text()[1]', startOffset: 6, endOffset: 9 },
    ],
    [
      'paths to elements',
      { start: '/div[1]/p[1]', end: '/div[1]/p[2]/text()[1]', startOffset: 0, endOffset: 9 },
    ],
    [
      'offsets over all, where the paths lead nowhere',
      { start: '/x[1]', end: '/x[1]', globalOffsets: { start: 6, end: 21 } },
    ],
    ['offsets alone', { start: 6, end: 21 }],
  ])('a region is found by %s', (_, value) => {
    const { text } = content('<div><p>I saw London</p><p>and Paris</p></div>');
    const span = text.spanFrom(value);
    expect(span && rangeOf(span).toString()).toMatch(/London.*and Paris$/);
  });

  test('one that cannot be placed is not shown', () => {
    const { text } = content('<p>Rome</p>');
    expect(
      text.spanFrom({ start: '/p[2]/text()[1]', end: '/p[2]/text()[1]', startOffset: 0, endOffset: 2 }),
    ).toBeNull();
    expect(
      text.spanFrom({ start: '/p[1]/text()[1]', end: '/p[1]/text()[1]', startOffset: 0, endOffset: 20 }),
    ).toBeNull();
  });
});
