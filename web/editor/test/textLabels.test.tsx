import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { clickText, labeled, nerConfig, openEditor, selectText, story } from './harness';

const open = (setup = {}) => openEditor({ config: nerConfig, data: { text: story }, ...setup });
const setting = (name: string, value: unknown) =>
  localStorage.setItem('goldset.editor.settings', JSON.stringify({ [name]: value }));

describe('creating regions in text', () => {
  it('creates nothing while no label is picked', async () => {
    const { changes } = open();
    await selectText('London');
    expect(changes).toEqual([]);
  });

  it('creates one region with the picked label, which is then let go', async () => {
    const { user, label, written } = open();
    await user.click(label(/LOC/));
    await selectText('London');
    expect(written()).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{10}$/),
        from_name: 'ner',
        to_name: 'text',
        type: 'labels',
        origin: 'manual',
        value: { start: 36, end: 42, text: 'London', labels: ['LOC'] },
      },
    ]);
    expect(label(/LOC/)).toHaveProperty('ariaPressed', 'false');
  });

  it('keeps the label picked where the person asked for it', async () => {
    setting('keepLabelSelected', true);
    const { user, label, written } = open();
    await user.click(label(/PER/));
    await selectText('Ada Lovelace');
    await selectText('Charles Babbage');
    expect(written()).toHaveLength(2);
    expect(label(/PER/)).toHaveProperty('ariaPressed', 'true');
  });

  it('selects the new region where the person asked for it', async () => {
    setting('selectAfterCreating', true);
    const { user, label, region } = open();
    await user.click(label(/PER/));
    await selectText('Ada');
    expect(region('Region 1: PER')).toHaveProperty('ariaPressed', 'true');
  });

  it('widens to whole words where the granularity says so', async () => {
    const { user, label, written } = open({
      config: nerConfig.replace('<Text ', '<Text granularity="word" '),
    });
    await user.click(label(/PER/));
    await selectText('velace met Char');
    expect(written()[0]?.value).toMatchObject({ start: 4, end: 24, text: 'Lovelace met Charles' });
  });

  it('widens as the picked label says, whatever the text says', async () => {
    const editor = openEditor({
      config: `<View><Labels name="ner" toName="text"><Label value="LINE" granularity="paragraph"/></Labels>
        <Text name="text" value="$text" granularity="word"/></View>`,
      data: { text: 'First line.\nSecond line.' },
    });
    await editor.user.click(editor.label(/^LINE/));
    await selectText('econ');
    expect(editor.written()[0]?.value).toMatchObject({ start: 12, end: 24, text: 'Second line.' });
  });

  it('counts code points and stores line breaks as backslash and n', async () => {
    const { user, label, written } = open({ data: { text: '🐱 cat\n🐶 dog' } });
    await user.click(label(/PER/));
    await selectText('cat\n🐶');
    expect(written()[0]?.value).toEqual({ start: 2, end: 7, text: 'cat\\n🐶', labels: ['PER'] });
  });

  it('leaves the text out where it is not to be saved', async () => {
    const { user, label, written } = open({
      config: nerConfig.replace('<Text ', '<Text saveTextResult="no" '),
    });
    await user.click(label(/PER/));
    await selectText('Ada');
    expect(written()[0]?.value).toEqual({ start: 0, end: 3, labels: ['PER'] });
  });

  it('gives one region an element per control with a label picked', async () => {
    const config = `<View><Labels name="a" toName="text"><Label value="A1"/></Labels><Labels name="b" toName="text"><Label value="B1"/></Labels><Text name="text" value="$text"/></View>`;
    const { user, label, written } = open({ config });
    await user.click(label(/A1/));
    await user.click(label(/B1/));
    await selectText('Ada');
    const [first, second] = written();
    expect(written()).toHaveLength(2);
    expect([first?.from_name, second?.from_name]).toEqual(['a', 'b']);
    expect(first?.id).toBe(second?.id);
  });

  it('labels the same stretch twice as two regions; a click selects the shortest', async () => {
    const result = [labeled('long', 0, 32, ['PER']), labeled('short', 0, 12, ['LOC'])];
    const { region } = open({ result });
    await clickText('Ada Lovelace');
    expect(region('Region 2: LOC')).toHaveProperty('ariaPressed', 'true');
  });

  it('adds to the selection with ctrl', async () => {
    const { region } = open({ result: [labeled('a', 0, 12, ['PER']), labeled('b', 36, 42, ['LOC'])] });
    await clickText('Ada');
    await clickText('London', { ctrlKey: true });
    expect(region('Region 1: PER')).toHaveProperty('ariaPressed', 'true');
    expect(region('Region 2: LOC')).toHaveProperty('ariaPressed', 'true');
  });

  it('picks labels from the start that are selected in the config', async () => {
    const { written } = open({ config: nerConfig.replace('value="LOC"', 'value="LOC" selected="true"') });
    await selectText('London');
    expect(written()[0]?.value).toMatchObject({ labels: ['LOC'] });
  });

  it('offers labels from the task', async () => {
    const config =
      '<View><Labels name="ner" toName="text" value="$labels"><Label value="Fixed"/></Labels><Text name="text" value="$text"/></View>';
    const { user, label, written } = open({
      config,
      data: { text: story, labels: [{ value: 'Dynamic', alias: 'dyn' }] },
    });
    await user.click(label(/Dynamic/));
    await selectText('Ada');
    expect(written()[0]?.value).toMatchObject({ labels: ['dyn'] });
  });

  it('refuses a label that is used up', async () => {
    const config = nerConfig.replace('value="PER"', 'value="PER" maxUsages="1"');
    const { user, label, changes } = open({
      config,
      result: [labeled('a', 0, 3, ['PER']), labeled('b', 36, 42, ['LOC'])],
    });
    await user.click(label(/PER/));
    await selectText('Charles');
    expect(screen.getByRole('dialog').textContent).toContain("You can't use PER more than 1 time(s)");
    await user.click(screen.getByRole('button', { name: 'OK' }));
    await user.keyboard('{Escape}');
    await clickText('London');
    await user.click(label(/PER/));
    expect(screen.getByRole('dialog').textContent).toContain("You can't use PER more than 1 time(s)");
    expect(changes).toEqual([]);
  });

  it('shows an error instead of a text that cannot be loaded', async () => {
    open({ config: nerConfig.replace('<Text ', '<Text valueType="url" '), data: { text: 'not an address' } });
    expect((await screen.findByRole('alert')).textContent).toContain('URL (not an address) is not valid.');
  });
});

describe('relabeling', () => {
  const two = [labeled('a', 0, 12, ['PER']), labeled('b', 36, 42, ['PER'])];

  it('replaces the label of the selected region', async () => {
    const { user, label, written } = open({ result: two });
    await clickText('Ada');
    await user.click(label(/LOC/));
    expect(written()).toEqual([labeled('a', 0, 12, ['LOC']), labeled('b', 36, 42, ['PER'])]);
  });

  it('adds and removes labels with choice="multiple", but never the last one', async () => {
    const { user, label, written, changes } = open({
      result: two,
      config: nerConfig.replace('toName', 'choice="multiple" toName'),
    });
    await clickText('Ada');
    await user.click(label(/LOC/));
    expect(written()[0]?.value).toMatchObject({ labels: ['PER', 'LOC'] });
    await user.click(label(/PER/));
    expect(written()[0]?.value).toMatchObject({ labels: ['LOC'] });
    await user.click(label(/LOC/));
    expect(changes).toHaveLength(2);
  });

  it('empties the labels where that is allowed and shows the blank one as picked', async () => {
    const { user, label, written, changes } = open({
      result: two,
      config: nerConfig.replace('toName', 'allowEmpty="true" toName'),
    });
    await clickText('Ada');
    await user.click(label(/PER/));
    expect(written()[0]?.value).toMatchObject({ labels: [] });
    expect(label('blank')).toHaveProperty('ariaPressed', 'true');
    await user.click(label('blank'));
    expect(changes).toHaveLength(1);
  });

  it('changes all selected regions as one step', async () => {
    const { user, label, written } = open({ result: two });
    await clickText('Ada');
    await clickText('London', { ctrlKey: true });
    expect(label(/PER/)).toHaveProperty('ariaPressed', 'true');
    await user.click(label(/LOC/));
    expect(written().map(({ value }) => value?.['labels'])).toEqual([['LOC'], ['LOC']]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(written().map(({ value }) => value?.['labels'])).toEqual([['PER'], ['PER']]);
  });

  it.each(['u', '{Escape}'])('lets go of regions and labels with %s', async (key) => {
    const { user, label, region } = open({ result: two });
    await clickText('Ada');
    await user.keyboard(key);
    expect(region('Region 1: PER')).toHaveProperty('ariaPressed', 'false');
    await user.click(label(/LOC/));
    await user.keyboard(key);
    expect(label(/LOC/)).toHaveProperty('ariaPressed', 'false');
  });
});
