import { Form, type Stored } from './support/form';
import { expect, test } from './support/test';

test.beforeEach(async ({ page, signIn }) => {
  await signIn(page);
});

const stored = (
  from_name: string,
  to_name: string,
  type: string,
  value: object,
  more: object = {},
): Stored => ({
  from_name,
  to_name,
  type,
  value,
  origin: 'manual',
  ...more,
});

test('text is labeled by pointer and keys, overlapping, beyond emoji, and its ends are dragged', async ({
  page,
  server,
}) => {
  const form = await Form.open(
    page,
    server,
    `<Labels name="ner" toName="text"><Label value="PER"/><Label value="LOC"/><Label value="SENT" granularity="sentence"/></Labels>
     <Taxonomy name="kind" toName="text" labeling="true"><Choice value="Being"><Choice value="Cat"/></Choice></Taxonomy>
     <Choices name="sure" toName="text" perRegion="true" choice="single-radio" whenLabelValue="LOC"><Choice value="Yes"/><Choice value="No"/></Choices>
     <Text name="text" value="$text"/>`,
    { text: '🧮 Ada met Babbage in London.\nהחתול ישן. The cat 🐈 slept.' },
  );
  const text = page.getByRole('textbox', { name: 'Text text' });
  await form.mark('PER', 'Ada', text);
  await form.mark('SENT', 'Babbage', text);
  await test.step('by keys alone', async () => {
    await text.focus();
    await page.keyboard.press('2');
    await text.evaluate((root) => {
      const segments = [...root.querySelectorAll('.gs-segment')];
      const node = segments.find(({ textContent }) => textContent.includes('London'))?.firstChild;
      if (node instanceof Text) window.getSelection()?.collapse(node, node.data.indexOf('London'));
    });
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Enter');
  });
  await test.step('with an answer for the region', async () => {
    await page.getByRole('button', { name: 'Region 3: LOC' }).click();
    await page.getByRole('radio', { name: 'Yes' }).check();
    await page.keyboard.press('Escape');
  });
  await test.step('from a taxonomy, from right to left', async () => {
    await page.locator('summary').click();
    await page.getByRole('button', { name: 'Unfold Being' }).click();
    await page.getByRole('checkbox', { name: 'Cat' }).check();
    await page.keyboard.press('Escape');
    const word = await text.evaluate((root) => {
      const node = [...root.querySelectorAll('.gs-segment')].find(({ textContent }) =>
        textContent.includes('החתול'),
      )?.firstChild;
      const range = document.createRange();
      if (node instanceof Text) {
        const at = node.data.indexOf('החתול');
        range.setStart(node, at);
        range.setEnd(node, at + 5);
      }
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.dblclick(word.x, word.y);
    await expect(page.getByRole('button', { name: 'Region 4: Cat' })).toBeVisible();
  });
  await test.step('the end of the first is dragged on', async () => {
    await page.getByRole('button', { name: 'Region 1: PER' }).click();
    const grip = await page.locator('.gs-text-grip[data-side=end]').boundingBox();
    const { x, y } = await text.evaluate((root) => {
      const node = [...root.querySelectorAll('.gs-segment')].find(({ textContent }) =>
        textContent.includes(' met'),
      )?.firstChild;
      const range = document.createRange();
      if (node instanceof Text) {
        const at = node.data.indexOf(' met') + 4;
        range.setStart(node, at - 1);
        range.setEnd(node, at);
      }
      const rect = range.getBoundingClientRect();
      return { x: rect.right - 1, y: rect.top + rect.height / 2 };
    });
    if (grip === null) throw new Error('There is no grip.');
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(x - 10, y);
    await page.mouse.move(x, y);
    await page.mouse.up();
    await page.keyboard.press('Escape');
  });
  const london = { start: 21, end: 27, text: 'London' };
  expect(await form.submit()).toEqual([
    stored('ner', 'text', 'labels', { start: 2, end: 9, text: 'Ada met', labels: ['PER'] }),
    stored('ner', 'text', 'labels', {
      start: 0,
      end: 28,
      text: '🧮 Ada met Babbage in London.',
      labels: ['SENT'],
    }),
    stored('ner', 'text', 'labels', { ...london, labels: ['LOC'] }),
    stored('sure', 'text', 'choices', { ...london, choices: ['Yes'] }),
    stored('kind', 'text', 'taxonomy', { start: 29, end: 34, text: 'החתול', taxonomy: [['Being', 'Cat']] }),
  ]);
});

test('marked-up text is labeled by word, across blocks, and by keys', async ({ page, server }) => {
  const form = await Form.open(
    page,
    server,
    `<HyperTextLabels name="ner" toName="page"><Label value="NAME"/><Label value="PART"/></HyperTextLabels>
     <HyperText name="page" value="$html" granularity="word"/>`,
    { html: '<h3>🧮 Engines</h3><p>Charles <b>Bab</b>bage<br>built one.</p><ul><li>in London</li></ul>' },
  );
  const content = page.getByRole('document', { name: 'Text page' });
  await form.mark('NAME', 'bba', content);
  await form.mark('PART', 'ne.in Lon', content);
  await content.focus();
  await page.keyboard.press('1');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Region 3: NAME' })).toBeVisible();
  expect(await form.submit()).toEqual([
    stored('ner', 'page', 'hypertextlabels', {
      start: '/p[1]/b[1]/text()[1]',
      end: '/p[1]/text()[2]',
      startOffset: 0,
      endOffset: 4,
      globalOffsets: { start: 17, end: 24 },
      text: 'Babbage',
      hypertextlabels: ['NAME'],
    }),
    stored('ner', 'page', 'hypertextlabels', {
      start: '/p[1]/text()[3]',
      end: '/ul[1]/li[1]/text()[1]',
      startOffset: 6,
      endOffset: 9,
      globalOffsets: { start: 31, end: 44 },
      text: expect.stringMatching(/^one\.(\\n)+in London$/),
      hypertextlabels: ['PART'],
    }),
    stored('ner', 'page', 'hypertextlabels', {
      start: '/h3[1]/text()[1]',
      end: '/h3[1]/text()[1]',
      startOffset: 3,
      endOffset: 10,
      globalOffsets: { start: 2, end: 9 },
      text: 'Engines',
      hypertextlabels: ['NAME'],
    }),
  ]);
});

test('every kind of question is answered, checked and stored', async ({ page, server }) => {
  const form = await Form.open(
    page,
    server,
    `<Text name="text" value="$text"/>
     <Filter name="find" toName="many" hotkey="f" minlength="1"/>
     <Choices name="many" toName="text" choice="multiple" layout="inline"><Choice value="Red"/><Choice value="Green" alias="g"/><Choice value="Blue"/></Choices>
     <Choices name="drop" toName="text" layout="select"><Choice value="Small"/><Choice value="Large"/></Choices>
     <Choices name="tree" toName="text" choice="multiple" allowNested="true" value="$tree"/>
     <Choices name="radio" toName="text" choice="single-radio" required="true"><Choice value="On"/><Choice value="Off"/></Choices>
     <View visibleWhen="choice-selected" whenTagName="radio" whenChoiceValue="Off"><Choices name="why" toName="text"><Choice value="Tired"/></Choices></View>
     <Taxonomy name="tax" toName="text" showFullPath="true"><Choice value="Animals"><Choice value="Cat" alias="felis"/></Choice></Taxonomy>
     <TextArea name="note" toName="text" editable="true" maxSubmissions="2"><Shortcut value="[?]" alias="unsure" hotkey="ctrl+1"/></TextArea>
     <TextArea name="long" toName="text" rows="3" label="Summary"/>
     <Number name="num" toName="text" min="0" max="10" step="2" hotkey="n"/>
     <Rating name="stars" toName="text" hotkey="r"/>
     <Collapse><Panel value="Dates" open="true">
       <DateTime name="day" toName="text" only="date" format="%d.%m.%Y"/><DateTime name="hour" toName="text" only="time"/>
       <DateTime name="when" toName="text"/><DateTime name="year" toName="text" only="year" min="1990" max="2030"/>
     </Panel></Collapse>`,
    {
      text: 'A text to ask about.',
      tree: [{ value: 'Up', children: [{ value: 'Left' }, { value: 'Right' }] }],
    },
  );
  await page.keyboard.press('f');
  await page.keyboard.type('gre');
  await expect(page.getByRole('checkbox', { name: 'Blue' })).toBeHidden();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Blue' }).check();
  await page.locator('.gs-choices summary').click();
  await page.getByRole('checkbox', { name: 'Large' }).click();
  await page.getByRole('checkbox', { name: 'Up' }).check();
  await page.locator('.gs-taxonomy summary').click();
  await page.locator('.gs-taxonomy-search').fill('cat');
  await page.getByRole('checkbox', { name: 'Cat' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Animals / Cat')).toBeVisible();
  const note = page.getByRole('textbox', { name: 'note' });
  await note.fill('Is it so?');
  await note.press('Home');
  await note.press('Control+1');
  await note.press('Enter');
  await note.fill('Second');
  await note.press('Enter');
  await expect(note).toBeHidden();
  await page.getByRole('button', { name: 'Edit text' }).last().click();
  await note.fill('Changed');
  await note.press('Enter');
  await page.getByRole('textbox', { name: 'Summary' }).fill('Left in the box');
  await page.getByRole('spinbutton', { name: 'num' }).fill('3');
  await page.getByRole('radio', { name: '4 stars' }).click();
  await page.locator('.gs-text').click({ position: { x: 300, y: 12 } });
  await page.keyboard.press('r');
  await page.getByLabel('day').fill('2024-02-29');
  await page.getByLabel('hour').fill('23:59');
  await page.getByLabel('when').fill('2024-03-01T08:05');
  await page.getByLabel('year').selectOption('2024');
  await test.step('what is missing or wrong is told first', async () => {
    await page
      .getByRole('button', { name: /^Submit/ })
      .first()
      .click();
    await expect(page.getByText('Checkbox "radio" is required.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Off' }).check();
    await page.getByRole('checkbox', { name: 'Tired' }).check();
    await page
      .getByRole('button', { name: /^Submit/ })
      .first()
      .click();
    await expect(
      page
        .getByRole('dialog')
        .getByText('Number "3" is not valid: The two nearest valid values are 2 and 4.'),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('spinbutton', { name: 'num' }).fill('4');
  });
  const values = Object.fromEntries((await form.submit()).map(({ from_name, value }) => [from_name, value]));
  expect(values).toEqual({
    many: { choices: ['g', 'Blue'] },
    drop: { choices: ['Large'] },
    tree: { choices: [['Up'], ['Up', 'Left'], ['Up', 'Right']] },
    radio: { choices: ['Off'] },
    why: { choices: ['Tired'] },
    tax: { taxonomy: [['Animals', 'felis']] },
    note: { text: ['[?]Is it so?', 'Changed'] },
    long: { text: ['Left in the box'] },
    num: { number: 4 },
    stars: { rating: 5 },
    day: { datetime: '29.02.2024' },
    hour: { datetime: '23:59' },
    when: { datetime: '2024-03-01T08:05' },
    year: { datetime: '2024' },
  });
});

test('things are compared and put in order, by pointer and keys', async ({ page, server }) => {
  const form = await Form.open(
    page,
    server,
    `<Text name="a" value="$a"/><Text name="b" value="$b"/><Pairwise name="better" toName="a,b"/>
     <List name="list" value="$items" title="Sources"/>
     <Ranker name="rank" toName="list"><Bucket name="use" title="Use"/><Bucket name="drop" title="Leave out"/></Ranker>
     <List name="plain" value="$items"/><Ranker name="order" toName="plain"/>`,
    {
      a: 'One answer',
      b: 'Another answer',
      items: [
        { id: 1, title: 'First' },
        { id: 2, title: 'Second' },
        { id: 3, title: 'Third' },
      ],
    },
  );
  await page.getByRole('button', { name: 'Choose the second' }).click();
  const rank = page.getByRole('group', { name: 'rank' });
  await rank.getByRole('listitem').filter({ hasText: 'Second' }).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await rank
    .getByRole('listitem')
    .filter({ hasText: 'Third' })
    .dragTo(rank.getByRole('region', { name: 'Use' }), { targetPosition: { x: 60, y: 50 } });
  await rank.getByRole('listitem').filter({ hasText: 'First' }).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowUp');
  const [better, ranked, order] = await form.submit();
  expect([better, ranked]).toEqual([
    stored('better', 'better', 'pairwise', { selected: 'right' }),
    stored('rank', 'list', 'ranker', { ranker: { use: ['1', '3'], drop: ['2'] } }),
  ]);
  expect(order?.['value']).toEqual({ ranker: { order: ['1', '2', '3'] } });
});
