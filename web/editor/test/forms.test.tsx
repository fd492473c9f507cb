import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openEditor, selectText, story } from './harness';

afterEach(() => vi.unstubAllGlobals());

const text = '<Text name="text" value="$text"/>';
const values = (editor: ReturnType<typeof openEditor>) => editor.written().map(({ value }) => value);

describe('taxonomies', () => {
  const animals = (attributes = '') => `<View>${text}<Taxonomy name="tax" toName="text" ${attributes}>
    <Choice value="Animals"><Choice value="Cat" alias="felis"/><Choice value="Dog"/><Choice value="Dog" alias="again"/></Choice>
    <Choice value="Plants"/></Taxonomy></View>`;
  const open = (attributes?: string) => {
    const editor = openEditor({ config: animals(attributes), data: { text: 'A cat.' } });
    fireEvent.click(screen.getByText('Choose…'));
    return editor;
  };
  const box = (name: string) => screen.getByRole('checkbox', { name });

  test('a path of aliases is stored, its title shown; a second click takes it back', async () => {
    const editor = open('showFullPath="true"');
    await editor.user.click(screen.getByRole('button', { name: 'Unfold Animals' }));
    await editor.user.click(box('Cat'));
    expect(values(editor)).toEqual([{ taxonomy: [['Animals', 'felis']] }]);
    expect(within(screen.getByRole('list', { name: 'tax' })).getByText('Animals / Cat')).toBeTruthy();
    await editor.user.click(box('Cat'));
    expect(editor.written()).toEqual([]);
  });

  test('of equal siblings the first is offered; a search unfolds what it finds', async () => {
    const editor = open();
    await editor.user.type(screen.getByRole('searchbox'), 'do');
    expect(screen.getAllByRole('checkbox', { name: 'Dog' })).toHaveLength(1);
    expect(screen.queryByRole('checkbox', { name: 'Plants' })).toBeNull();
    await editor.user.click(box('Dog'));
    expect(values(editor)).toEqual([{ taxonomy: [['Animals', 'Dog']] }]);
  });

  test('as many as allowed can be picked, and only leaves where the config says so', async () => {
    const editor = open('maxUsages="1" leafsOnly="true"');
    expect(box('Animals')).toHaveProperty('disabled', true);
    await editor.user.click(box('Plants'));
    await editor.user.click(screen.getByRole('button', { name: 'Unfold Animals' }));
    expect(box('Cat')).toHaveProperty('disabled', true);
    await editor.user.click(box('Plants'));
    expect(box('Cat')).toHaveProperty('disabled', false);
  });

  test('too many of a stored answer are told before it is saved', async () => {
    const editor = openEditor({
      config: `<View>${text}<Taxonomy name="tax" toName="text" maxUsages="1"><Choice value="A"/><Choice value="B"/></Taxonomy>
        <Choices name="ok" toName="text"><Choice value="Yes"/></Choices></View>`,
      data: { text: 'A cat.' },
      result: [
        { id: 'a', from_name: 'tax', to_name: 'text', type: 'taxonomy', value: { taxonomy: [['A'], ['B']] } },
      ],
    });
    await editor.user.click(screen.getByRole('checkbox', { name: /^Yes/ }));
    await editor.user.click(screen.getByRole('button', { name: /^Update/ }));
    expect(screen.getByRole('dialog').textContent).toContain(
      'options selected (2) exceed the maximum allowed (1)',
    );
    expect(editor.onUpdate).not.toHaveBeenCalled();
  });

  test('nodes come from an address, children when they are unfolded', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
      asked.push(
        `${url.pathname}${url.search} ${new Headers(init.headers).get('authorization') ?? ''}`.trim(),
      );
      const items =
        url.search === '' ? [{ value: 'Animals', isLeaf: false }] : [{ value: 'Cat', alias: 'felis' }];
      return { ok: true, json: async () => ({ items }) };
    });
    const editor = openEditor({
      config: `<View>${text}<Taxonomy name="tax" toName="text" apiUrl="https://ada:secret@example.com/nodes"/></View>`,
      data: { text: 'A cat.' },
    });
    const details = screen.getByText('Choose…').closest('details');
    if (details) details.open = true;
    await editor.user.click(await screen.findByRole('button', { name: 'Unfold Animals' }));
    await editor.user.click(await screen.findByRole('checkbox', { name: 'Cat' }));
    expect(values(editor)).toEqual([{ taxonomy: [['Animals', 'felis']] }]);
    const login = `Basic ${btoa('ada:secret')}`;
    expect(asked).toEqual([`/nodes ${login}`, `/nodes?path=Animals ${login}`]);
  });
});

describe('taxonomies that label', () => {
  const labeling = `<View><Taxonomy name="kind" toName="text" labeling="true">
    <Choice value="Person"><Choice value="Scientist"/></Choice><Choice value="Place"/></Taxonomy>
    <Text name="text" value="$text"/></View>`;

  test('what is picked goes to the next region, and then to the one that is selected', async () => {
    const editor = openEditor({ config: labeling, data: { text: story } });
    await editor.user.click(screen.getByText('Choose…'));
    await editor.user.click(screen.getByRole('button', { name: 'Unfold Person' }));
    await editor.user.click(screen.getByRole('checkbox', { name: 'Scientist' }));
    await selectText('Ada Lovelace');
    expect(editor.written()).toMatchObject([
      {
        from_name: 'kind',
        type: 'taxonomy',
        value: { start: 0, end: 12, text: 'Ada Lovelace', taxonomy: [['Person', 'Scientist']] },
      },
    ]);
    expect(screen.getByRole('checkbox', { name: 'Scientist' })).toHaveProperty('checked', false);
    await editor.user.click(editor.region('Region 1: Scientist'));
    await editor.user.click(screen.getByRole('checkbox', { name: 'Place' }));
    expect(editor.written()[0]?.value?.['taxonomy']).toEqual([['Person', 'Scientist'], ['Place']]);
  });

  test('a hundred thousand nodes are searched, moved through by keys, and mostly not drawn', async () => {
    const editor = openEditor({
      config:
        '<View><Text name="text" value="$text"/><Taxonomy name="tax" toName="text" value="$tree"/></View>',
      data: {
        text: 'Some text',
        tree: Array.from({ length: 100 }, (_, at) => ({
          value: `Group ${String(at)}`,
          children: Array.from({ length: 1000 }, (__, leaf) => ({
            value: `Leaf ${String(at)}.${String(leaf)}`,
          })),
        })),
      },
    });
    await editor.user.click(screen.getByText('Choose…'));
    expect(screen.getAllByRole('checkbox')).toHaveLength(100);
    const search = screen.getByRole('searchbox', { name: 'Search' });
    fireEvent.change(search, { target: { value: 'leaf' } });
    await waitFor(() => expect(screen.getAllByRole('checkbox').length).toBeLessThan(40));
    fireEvent.change(search, { target: { value: 'Leaf 73.41' } });
    await screen.findByRole('checkbox', { name: 'Leaf 73.412' });
    search.focus();
    await editor.user.keyboard('{ArrowDown}{ArrowDown} ');
    expect(editor.written()[0]?.value?.['taxonomy']).toEqual([['Group 73', 'Leaf 73.41']]);
    await editor.user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(screen.queryByRole('checkbox', { name: 'Leaf 73.412' })).toBeNull();
  });
});

describe('pairwise', () => {
  const config =
    '<View><Pairwise name="pw" toName="l,r"/><Text name="l" value="$a"/><Text name="r" value="$b"/></View>';

  test('one of two is picked and let go again', async () => {
    const editor = openEditor({ config, data: { a: 'left text', b: 'right text' } });
    await editor.user.click(screen.getByRole('button', { name: 'Choose the second' }));
    expect(editor.written()).toMatchObject([
      { from_name: 'pw', to_name: 'pw', type: 'pairwise', value: { selected: 'right' } },
    ]);
    await editor.user.click(screen.getByRole('button', { name: 'Choose the first' }));
    expect(values(editor)).toEqual([{ selected: 'left' }]);
    await editor.user.click(screen.getByRole('button', { name: 'Choose the first' }));
    expect(editor.written()).toEqual([]);
  });

  test('a click on the card counts too', async () => {
    const editor = openEditor({ config, data: { a: 'left text', b: 'right text' } });
    fireEvent.click(screen.getByRole('button', { name: 'Choose the second' }).parentElement ?? document.body);
    expect(values(editor)).toEqual([{ selected: 'right' }]);
  });
});

test('a comparison of one object is a fault of the config', () => {
  openEditor({
    config: '<View><Text name="a" value="$a"/><Pairwise name="pw" toName="a"/></View>',
    data: { a: 'One' },
  });
  screen.getByText(/^Incorrect toName parameter on Pairwise/);
});

describe('lists', () => {
  const items = [
    { id: 1, title: 'One', body: 'b1' },
    { id: 2, title: 'Two', html: '<b>b2</b><img src="x" onerror="alert(1)">' },
    { id: 3, title: 'Three' },
  ];
  const list = (ranker: string) => `<View><List name="list" value="$items" title="Results"/>${ranker}</View>`;
  const titles = () => screen.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent);

  test('without a Ranker they are only shown, their HTML without scripts', () => {
    openEditor({ config: list(''), data: { items } });
    expect(titles()).toEqual(['One', 'Two', 'Three']);
    expect(document.querySelector('.gs-list b')?.textContent).toBe('b2');
    expect(document.querySelector('.gs-list [onerror]')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });

  test('items are moved by buttons and keys', async () => {
    const editor = openEditor({ config: list('<Ranker name="rank" toName="list"/>'), data: { items } });
    await editor.user.click(screen.getByRole('button', { name: 'Move Three up' }));
    expect(values(editor)).toEqual([{ ranker: { rank: ['1', '3', '2'] } }]);
    fireEvent.keyDown(screen.getByText('One').closest('li') ?? document.body, {
      key: 'ArrowDown',
      altKey: true,
    });
    expect(values(editor)).toEqual([{ ranker: { rank: ['3', '1', '2'] } }]);
    expect(titles()).toEqual(['Three', 'One', 'Two']);
  });

  test('buckets take items; a list nobody touched is stored as it was', async () => {
    const buckets =
      '<Ranker name="rank" toName="list"><Bucket name="best" title="Best"/><Bucket name="rest" default="true"/></Ranker>';
    const editor = openEditor({ config: list(buckets), data: { items } });
    await editor.user.click(screen.getByRole('button', { name: /^Submit/ }));
    expect(editor.onSubmit.mock.calls[0]?.[0].result[0]?.value).toEqual({
      ranker: { best: [], rest: ['1', '2', '3'] },
    });
    await editor.user.click(await screen.findByRole('button', { name: 'Move Two to Best' }));
    expect(values(editor)).toEqual([{ ranker: { best: ['2'], rest: ['1', '3'] } }]);
  });

  test('an item is dragged before another', () => {
    const editor = openEditor({ config: list('<Ranker name="rank" toName="list"/>'), data: { items } });
    const item = (name: string) => screen.getByText(name).closest('li') ?? document.body;
    const dataTransfer = { setData: () => undefined, effectAllowed: '' };
    fireEvent.dragStart(item('Three'), { dataTransfer });
    fireEvent.drop(item('One'), { dataTransfer });
    expect(values(editor)).toEqual([{ ranker: { rank: ['3', '1', '2'] } }]);
  });
});
