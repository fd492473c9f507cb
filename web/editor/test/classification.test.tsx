import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ResultElement } from '../src';
import { clickText, labeled, openEditor, story } from './harness';

const open = (tags: string, setup = {}) =>
  openEditor({
    config: `<View><Text name="text" value="$text"/>${tags}</View>`,
    data: { text: story },
    ...setup,
  });
const value = (elements: ResultElement[], control: string) =>
  elements.find(({ from_name: from }) => from === control)?.value;
const submit = () => screen.getByRole('button', { name: /^Submit/ });

describe('choices', () => {
  const two = '<Choices name="c" toName="text" {}><Choice value="A"/><Choice value="B" alias="b"/></Choices>';

  it('takes one, replaces it, and takes it back', async () => {
    const { user, written } = open(two.replace('{}', ''));
    await user.click(screen.getByRole('checkbox', { name: /A/ }));
    await user.click(screen.getByRole('checkbox', { name: /B/ }));
    expect(value(written(), 'c')).toEqual({ choices: ['b'] });
    await user.click(screen.getByRole('checkbox', { name: /B/ }));
    expect(written()).toEqual([]);
  });

  it('takes several with choice="multiple", by key too', async () => {
    const { user, written } = open(two.replace('{}', 'choice="multiple"'));
    await user.keyboard('1');
    await user.keyboard('2');
    expect(value(written(), 'c')).toEqual({ choices: ['A', 'b'] });
  });

  it('looks like radio buttons with choice="single-radio"', async () => {
    const { user, written } = open(two.replace('{}', 'choice="single-radio"'));
    await user.click(screen.getByRole('radio', { name: /A/ }));
    expect(value(written(), 'c')).toEqual({ choices: ['A'] });
  });

  it('drops down with layout="select"', async () => {
    const { user, written } = open(two.replace('{}', 'layout="select"'));
    await user.click(screen.getByText('Choose…'));
    await user.click(screen.getByRole('checkbox', { name: /B/ }));
    expect(value(written(), 'c')).toEqual({ choices: ['b'] });
    expect(screen.getByText('B', { selector: 'summary' })).toBeTruthy();
  });

  it('stores paths of nested choices, and a parent whose leaves are all picked', async () => {
    const tags = '<Choices name="c" toName="text" allowNested="true" choice="multiple" value="$options"/>';
    const options = [{ value: 'Fruit', children: [{ value: 'Apple' }, { value: 'Pear' }] }, 'Other'];
    const { user, written } = open(tags, { data: { text: 'x', options } });
    const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
    await user.click(box(/Apple/));
    expect(value(written(), 'c')).toEqual({ choices: [['Fruit', 'Apple']] });
    expect(box(/Fruit/).indeterminate).toBe(true);
    await user.click(box(/Fruit/));
    expect(value(written(), 'c')?.['choices']).toEqual(
      expect.arrayContaining([['Fruit'], ['Fruit', 'Apple'], ['Fruit', 'Pear']]),
    );
    await user.click(box(/Fruit/));
    expect(written()).toEqual([]);
  });

  it('keeps and shows a stored choice that the config no longer has', async () => {
    const stored = {
      id: 'x',
      from_name: 'c',
      to_name: 'text',
      type: 'choices',
      origin: 'manual',
      value: { choices: ['Old'] },
    };
    const { user, written } = open(two.replace('{}', 'choice="multiple"'), { result: [stored] });
    await user.click(screen.getByRole('checkbox', { name: /A/ }));
    expect(value(written(), 'c')).toEqual({ choices: ['Old', 'A'] });
    await user.click(screen.getByRole('button', { name: 'Remove Old' }));
    expect(value(written(), 'c')).toEqual({ choices: ['A'] });
  });

  it('starts a new annotation with selected choices, not a stored one', async () => {
    const tags = two.replace('{}', '').replace('"A"', '"A" selected="true"');
    const { user, onSubmit } = open(tags);
    await user.click(submit());
    expect(value(onSubmit.mock.calls[0]?.[0].result ?? [], 'c')).toEqual({ choices: ['A'] });
  });

  it('is not selected in a stored annotation', () => {
    open(two.replace('{}', '').replace('"A"', '"A" selected="true"'), { result: [] });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /A/ }).checked).toBe(false);
  });
});

describe('visibility', () => {
  const nested = `<Choices name="one" toName="text"><Choice value="1A"/><Choice value="1B"/></Choices>
    <View visibleWhen="choice-selected" whenTagName="one" whenChoiceValue="1A">
      <Choices name="two" toName="text"><Choice value="2A"/></Choices>
      <View visibleWhen="choice-selected" whenTagName="two" whenChoiceValue="2A">
        <Choices name="three" toName="text"><Choice value="3A"/></Choices></View></View>`;

  it('leaves out answers whose condition no longer holds', async () => {
    const { user, written } = open(nested);
    for (const name of [/1A/, /2A/, /3A/]) await user.click(screen.getByRole('checkbox', { name }));
    expect(written()).toHaveLength(3);
    await user.click(screen.getByRole('checkbox', { name: /1A/ }));
    expect(written()).toEqual([]);
    await user.click(screen.getByRole('checkbox', { name: /1B/ }));
    expect(written().map(({ from_name: from }) => from)).toEqual(['one']);
  });

  it('hides tags and their keys', async () => {
    const { user, changes } = open(nested);
    expect(screen.queryByRole('checkbox', { name: /2A/ })).toBeNull();
    await user.keyboard('3');
    expect(changes).toEqual([]);
  });

  it('shows a block only for selected regions with the label', async () => {
    const tags = `<Labels name="ner" toName="text"><Label value="PER"/><Label value="LOC"/></Labels>
      <View visibleWhen="region-selected" whenLabelValue="PER"><Header value="About a person"/></View>
      <View visibleWhen="no-region-selected"><Header value="Nothing selected"/></View>`;
    open(tags, { result: [labeled('a', 0, 12, ['PER']), labeled('b', 36, 42, ['LOC'])] });
    expect(screen.queryByRole('heading', { name: 'Nothing selected' })).not.toBeNull();
    await clickText('Ada');
    expect(screen.queryByRole('heading', { name: 'About a person' })).not.toBeNull();
    expect(screen.queryByRole('heading', { name: 'Nothing selected' })).toBeNull();
    await clickText('London');
    expect(screen.queryByRole('heading', { name: 'About a person' })).toBeNull();
  });
});

describe('text areas', () => {
  const box = () => screen.getByRole('textbox', { name: 'ta' });
  const area = (attributes: string, children = '') =>
    `<TextArea name="ta" toName="text" ${attributes}>${children}</TextArea>`;

  it('adds with Enter, and what is left in the box on submit', async () => {
    const { user, written, onSubmit } = open(area(''));
    await user.type(box(), 'one{Enter}');
    expect(value(written(), 'ta')).toEqual({ text: ['one'] });
    await user.type(box(), 'two');
    await user.click(submit());
    expect(value(onSubmit.mock.calls[0]?.[0].result ?? [], 'ta')).toEqual({ text: ['one', 'two'] });
  });

  it('takes the box away when it is full', async () => {
    const { user } = open(area('maxSubmissions="1"'));
    await user.type(box(), 'one{Enter}');
    expect(screen.queryByRole('textbox', { name: 'ta' })).toBeNull();
  });

  it('is filled by the config, and submit adds it', async () => {
    const { user, onSubmit } = open(area('value="$hint"'), { data: { text: story, hint: 'a draft' } });
    expect(box()).toHaveProperty('value', 'a draft');
    await user.click(submit());
    expect(value(onSubmit.mock.calls[0]?.[0].result ?? [], 'ta')).toEqual({ text: ['a draft'] });
  });

  it('refuses what it has already, in any case', async () => {
    const { user, written } = open(area('skipDuplicates="true"'));
    await user.type(box(), 'One{Enter}');
    await user.type(box(), 'one{Enter}');
    expect(screen.getByRole('dialog').textContent).toContain('There is already an entry with that text.');
    expect(value(written(), 'ta')).toEqual({ text: ['One'] });
  });

  it('edits and deletes entries', async () => {
    const stored = {
      id: 'x',
      from_name: 'ta',
      to_name: 'text',
      type: 'textarea',
      origin: 'manual',
      value: { text: ['one', 'two'] },
    };
    const { user, written } = open(area('editable="true"'), { result: [stored] });
    await user.click(screen.getAllByRole('button', { name: 'Edit text' })[0] as HTMLElement);
    await user.keyboard('!{Enter}');
    expect(value(written(), 'ta')).toEqual({ text: ['one!', 'two'] });
    await user.click(screen.getAllByRole('button', { name: 'Delete text' })[0] as HTMLElement);
    expect(value(written(), 'ta')).toEqual({ text: ['two'] });
  });

  it('inserts shortcuts at the cursor', async () => {
    const { user } = open(area('', '<Shortcut value="[noise]" hotkey="ctrl+1"/>'));
    await user.type(box(), 'ab{ArrowLeft}');
    await user.keyboard('{Control>}1{/Control}');
    expect(box()).toHaveProperty('value', 'a[noise]b');
  });

  it('answers for the selected region and adds what is left when another is selected', async () => {
    const tags = `<Labels name="ner" toName="text"><Label value="PER"/></Labels>${area('perRegion="true"')}`;
    const { user, written } = open(tags, {
      result: [labeled('a', 0, 12, ['PER']), labeled('b', 17, 32, ['PER'])],
    });
    expect(screen.queryByRole('textbox', { name: 'ta' })).toBeNull();
    await clickText('Ada');
    await user.type(box(), 'a countess');
    await clickText('Charles');
    expect(written()).toContainEqual({
      id: 'a',
      from_name: 'ta',
      to_name: 'text',
      type: 'textarea',
      origin: 'manual',
      value: { start: 0, end: 12, text: ['a countess'] },
    });
    expect(box()).toHaveProperty('value', '');
  });

  it('gets the focus with Enter when a region is selected', async () => {
    const tags = `<Labels name="ner" toName="text"><Label value="PER"/></Labels>${area('perRegion="true"')}`;
    const { user } = open(tags, { result: [labeled('a', 0, 12, ['PER'])] });
    await clickText('Ada');
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(box());
  });
});

describe('numbers, ratings and dates', () => {
  it('says which numbers would be valid', async () => {
    const { user, onSubmit } = open('<Number name="n" toName="text" min="0" max="10" step="3"/>');
    await user.type(screen.getByRole('spinbutton', { name: 'n' }), '4');
    await user.click(submit());
    expect(screen.getByRole('dialog').textContent).toContain(
      'Number "4" is not valid: The two nearest valid values are 3 and 6.',
    );
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('makes one step of undo of what is typed in one go', async () => {
    const { user, written } = open('<Number name="n" toName="text"/>');
    await user.type(screen.getByRole('spinbutton', { name: 'n' }), '125');
    expect(value(written(), 'n')).toEqual({ number: 125 });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(written()).toEqual([]);
  });

  it('stores the default number when none was entered', async () => {
    const { user, onSubmit } = open('<Number name="n" toName="text" defaultValue="7"/>');
    await user.click(submit());
    expect(value(onSubmit.mock.calls[0]?.[0].result ?? [], 'n')).toEqual({ number: 7 });
  });

  it('rates by click, takes it back, and wraps with its key', async () => {
    const { user, written } = open('<Rating name="r" toName="text" hotkey="r"/>');
    await user.click(screen.getByRole('radio', { name: '4 stars' }));
    expect(value(written(), 'r')).toEqual({ rating: 4 });
    await user.click(screen.getByRole('radio', { name: '4 stars' }));
    expect(written()).toEqual([]);
    for (let press = 0; press < 6; press++) await user.keyboard('r');
    expect(written()).toEqual([]);
  });

  it('checks the bounds of a date', async () => {
    const { user } = open('<DateTime name="d" toName="text" only="date" min="2020-01-01"/>');
    fireEvent.change(screen.getByLabelText('d'), { target: { value: '2019-12-31' } });
    await user.click(submit());
    expect(screen.getByRole('dialog').textContent).toContain(
      'Date "2019-12-31" is not valid: min date is 2020-01-01.',
    );
  });

  it('stores the default date when none was entered, and shows it before', async () => {
    const editor = openEditor({
      config: `<View><Text name="text" value="$text"/>
        <DateTime name="day" toName="text" only="date" defaultValue="2024-02-29"/></View>`,
      data: { text: story },
    });
    expect(screen.getByLabelText('day')).toHaveProperty('value', '2024-02-29');
    await editor.user.click(screen.getByRole('button', { name: /^Submit/ }));
    expect(editor.onSubmit.mock.calls[0]?.[0].result).toMatchObject([{ value: { datetime: '2024-02-29' } }]);
  });

  it('stores dates in the format of the config', () => {
    const { written } = open('<DateTime name="d" toName="text" format="%d.%m.%Y %H:%M"/>');
    fireEvent.change(screen.getByLabelText('d'), { target: { value: '2024-03-01T08:05' } });
    expect(value(written(), 'd')).toEqual({ datetime: '01.03.2024 08:05' });
  });
});

describe('required answers', () => {
  it.each([
    [
      '<Choices name="q" toName="text" required="true"><Choice value="A"/></Choices>',
      'Checkbox "q" is required.',
    ],
    ['<TextArea name="q" toName="text" required="true"/>', 'Input for the textarea "q" is required.'],
    ['<Rating name="q" toName="text" required="true"/>', 'Rating "q" is required.'],
    ['<Number name="q" toName="text" required="true"/>', 'Number "q" is required.'],
    ['<DateTime name="q" toName="text" required="true"/>', 'DateTime "q" is required.'],
    ['<Rating name="q" toName="text" required="true" requiredMessage="Stars, please"/>', 'Stars, please'],
  ])('%s', async (tags, message) => {
    const { user, onSubmit } = open(tags);
    await user.click(submit());
    expect(screen.getByRole('dialog').textContent).toContain(message);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('selects the first region without a required answer', async () => {
    const tags = `<Labels name="ner" toName="text"><Label value="PER"/></Labels>
      <Choices name="q" toName="text" perRegion="true" required="true"><Choice value="Yes"/></Choices>`;
    const answered = {
      ...labeled('a', 0, 12, []),
      from_name: 'q',
      type: 'choices',
      value: { start: 0, end: 12, choices: ['Yes'] },
    };
    const result = [labeled('a', 0, 12, ['PER']), answered, labeled('b', 17, 32, ['PER'])];
    const { user, region, onSubmit } = open(tags, { predictions: [{ id: 1, result }] });
    await user.click(submit());
    expect(screen.getByRole('dialog').textContent).toContain('Checkbox "q" is required.');
    expect(region('Region 2: PER')).toHaveProperty('ariaPressed', 'true');
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('does not ask for what is hidden', async () => {
    const tags = `<Choices name="one" toName="text"><Choice value="A"/></Choices>
      <View visibleWhen="choice-selected" whenTagName="one"><Choices name="two" toName="text" required="true"><Choice value="B"/></Choices></View>`;
    const { user, onSubmit } = open(tags);
    await user.click(submit());
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it('blocks too many picks of a prediction', async () => {
    const stored = {
      id: 'x',
      from_name: 'c',
      to_name: 'text',
      type: 'choices',
      value: { choices: ['A', 'B'] },
    };
    const { user, onSubmit } = open(
      '<Choices name="c" toName="text"><Choice value="A"/><Choice value="B"/></Choices>',
      {
        predictions: [{ id: 3, result: [stored] }],
      },
    );
    await user.click(submit());
    expect(screen.getByRole('dialog').textContent).toContain(
      'The number of options selected (2) exceed the maximum allowed (1).',
    );
    expect(onSubmit).not.toHaveBeenCalled();
  });
});
