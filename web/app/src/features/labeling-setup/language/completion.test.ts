import { CompletionContext, type CompletionResult, type CompletionSource } from '@codemirror/autocomplete';
import { xml } from '@codemirror/lang-xml';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { completeLanguage, completeReferences } from './completion';
import { tagNamed, tags } from './tags';

/** What is offered at the `|` in a text. */
async function offered(source: CompletionSource, marked: string): Promise<string[]> {
  const position = marked.indexOf('|');
  const doc = marked.replace('|', '');
  const state = EditorState.create({ doc, extensions: [xml()] });
  ensureSyntaxTree(state, doc.length, 5000);
  const context = new CompletionContext(state, position, true);
  const result = (await source(context)) as CompletionResult | null;
  return result?.options.map(({ label }) => label) ?? [];
}

describe('the language', () => {
  it('offers tags', async () => {
    expect(await offered(completeLanguage, '<View><|</View>')).toEqual(
      expect.arrayContaining(['Image', 'RectangleLabels', 'Choices', 'Repeater']),
    );
  });

  it('offers only what belongs inside a tag', async () => {
    const inside = await offered(completeLanguage, '<View><Labels name="l" toName="t"><|</Labels></View>');
    expect(inside).toContain('Label');
    expect(inside).not.toContain('Image');
  });

  it('offers attributes and their words', async () => {
    expect(await offered(completeLanguage, '<View><Image | /></View>')).toEqual(
      expect.arrayContaining(['name', 'value', 'valueList', 'zoomControl']),
    );
    const words = await offered(completeLanguage, '<View><Choices choice="|"/></View>');
    expect(words.map((word) => word.replaceAll('"', ''))).toEqual(['single', 'single-radio', 'multiple']);
  });
});

describe('references', () => {
  const source = completeReferences(['image', 'caption']);

  it('offers the fields of the data', async () => {
    expect(await offered(source, '<View><Image name="a" value="$|"/></View>')).toEqual([
      '$image',
      '$caption',
    ]);
  });

  it('offers objects to label, and controls to depend on', async () => {
    const config = (place: string) =>
      `<View><Text name="t" value="$t"/><Image name="i" value="$i"/><Choices name="c" toName="t"/>${place}</View>`;
    expect(await offered(source, config('<Labels name="l" toName="|"/>'))).toEqual(['t', 'i']);
    expect(await offered(source, config('<Pairwise name="p" toName="t,|"/>'))).toEqual(['t', 'i']);
    expect(await offered(source, config('<View whenTagName="|"/>'))).toEqual(['c']);
  });

  it('stays silent where nothing is referred to', async () => {
    expect(await offered(source, '<View><Image name="|"/></View>')).toEqual([]);
  });
});

describe('the table', () => {
  it('names only tags it knows as children', () => {
    for (const child of tags.flatMap((tag) => tag.children ?? [])) expect(tagNamed(child)?.name).toBe(child);
  });

  it('gives every tag each attribute once', () => {
    for (const { name, attributes } of tags) {
      const names = attributes.map((attribute) => attribute.name);
      expect(new Set(names).size, name).toBe(names.length);
    }
  });

  it('reads the notation', () => {
    const attributes = tagNamed('image')?.attributes;
    expect(attributes).toContainEqual({
      name: 'defaultZoom',
      type: 'choice',
      required: false,
      values: ['auto', 'original', 'fit'],
      default: 'fit',
    });
    expect(attributes?.find(({ name }) => name === 'name')?.required).toBe(true);
  });
});
