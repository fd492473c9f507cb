import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { clickText, labeled, nerConfig, openEditor, story } from './harness';

const open = (setup = {}) => openEditor({ config: nerConfig, data: { text: story }, ...setup });
const two = [labeled('a', 0, 12, ['PER']), labeled('b', 36, 42, ['LOC'])];
const relation = { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right' };

describe('the region list', () => {
  it('selects a row, unselects it, and selects a range with shift', async () => {
    const { user, region } = open({ result: [...two, labeled('c', 46, 50, ['LOC'])] });
    await user.click(region('Region 1: PER'));
    expect(region('Region 1: PER')).toHaveProperty('ariaPressed', 'true');
    await user.keyboard('{Shift>}');
    await user.click(region('Region 3: LOC'));
    await user.keyboard('{/Shift}');
    expect(region('Region 2: LOC')).toHaveProperty('ariaPressed', 'true');
    await user.click(region('Region 1: PER'));
    await user.click(region('Region 1: PER'));
    expect(region('Region 1: PER')).toHaveProperty('ariaPressed', 'false');
  });

  it('numbers regions in the order that is shown', async () => {
    const { user, region } = open({ result: two });
    await user.click(screen.getByRole('button', { name: 'Ascending order' }));
    expect(region('Region 1: LOC')).toBeTruthy();
    expect(region('Region 2: PER')).toBeTruthy();
  });

  it('shows a region with two labels in both groups and hides only the group’s regions', async () => {
    const { user, regions } = open({
      result: [labeled('a', 0, 12, ['PER', 'LOC']), labeled('b', 36, 42, ['LOC'])],
    });
    await user.click(screen.getByRole('button', { name: 'Grouping and order' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Group by label' }));
    expect(regions()).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Hide regions of PER' }));
    expect(document.querySelectorAll('.gs-text .gs-span')).toHaveLength(1);
  });

  it('nests a region that is dropped onto another', async () => {
    const { region, written } = open({ result: two });
    const data = new Map<string, string>();
    const dataTransfer = {
      types: ['application/x-goldset-region'],
      setData: (type: string, value: string) => data.set(type, value),
      getData: (type: string) => data.get(type) ?? '',
    };
    const row = (name: string) => region(name).closest('[role=listitem]') as HTMLElement;
    fireEvent.dragStart(row('Region 2: LOC'), { dataTransfer });
    fireEvent.dragOver(row('Region 1: PER'), { dataTransfer });
    fireEvent.drop(row('Region 1: PER'), { dataTransfer });
    expect(written()[1]).toMatchObject({ id: 'b', parentID: 'a' });
  });

  it('hides regions without writing it', async () => {
    const { user, changes } = open({ result: two });
    await user.click(screen.getByRole('button', { name: 'Hide all regions' }));
    expect(document.querySelectorAll('.gs-text .gs-span')).toHaveLength(0);
    expect(changes).toEqual([]);
  });

  it('starts with regions hidden that are stored as hidden', () => {
    open({ result: [{ ...two[0], hidden: true } as (typeof two)[0], two[1]] });
    expect(document.querySelectorAll('.gs-text .gs-span')).toHaveLength(1);
  });
});

describe('changing regions', () => {
  it('never changes read-only regions', async () => {
    const { user, label, changes } = open({ result: [labeled('a', 0, 12, ['PER'], { readonly: true })] });
    await clickText('Ada');
    await user.click(label(/LOC/));
    await user.keyboard('{Backspace}');
    await user.keyboard('{Control>}{Backspace}{/Control}');
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(changes).toEqual([]);
  });

  it('treats a locked region like a read-only one until it is unlocked', async () => {
    const { user, changes, regions } = open({ result: two });
    await clickText('Ada');
    await user.keyboard('{Alt>}l{/Alt}{Backspace}');
    expect(changes).toEqual([]);
    await user.keyboard('{Alt>}l{/Alt}{Backspace}');
    expect(regions()).toHaveLength(1);
  });

  it('acts on all selected regions', async () => {
    const { user, regions, written } = open({ result: [...two, labeled('c', 46, 50, ['LOC'])] });
    await clickText('Ada');
    await clickText('London', { ctrlKey: true });
    await user.keyboard('{Alt>}h{/Alt}');
    expect(document.querySelectorAll('.gs-text .gs-span')).toHaveLength(1);
    await user.keyboard('{Backspace}');
    expect(regions()).toHaveLength(1);
    expect(written().map(({ id }) => id)).toEqual(['c']);
  });

  it('deletes all regions after a question; classifications and read-only regions stay', async () => {
    const config = nerConfig.replace(
      '</View>',
      '<Choices name="c" toName="text"><Choice value="A"/></Choices></View>',
    );
    const answer = {
      id: 'x',
      from_name: 'c',
      to_name: 'text',
      type: 'choices',
      origin: 'manual',
      value: { choices: ['A'] },
    };
    const { user, written } = open({
      config,
      result: [...two, answer, labeled('r', 46, 50, ['PER'], { readonly: true })],
    });
    await user.keyboard('{Control>}{Backspace}{/Control}');
    expect(screen.getByRole('dialog').textContent).toContain(
      'Please confirm you want to delete all labeled regions',
    );
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(written().map(({ id }) => id)).toEqual(['x', 'r']);
  });

  it('moves children of a deleted parent one level up', async () => {
    const result = [
      labeled('a', 0, 12, ['PER']),
      labeled('b', 17, 32, ['PER'], { parentID: 'a' }),
      labeled('c', 36, 42, ['LOC'], { parentID: 'b' }),
    ];
    const { user, written } = open({ result });
    await clickText('Charles');
    await user.keyboard('{Backspace}');
    expect(written().map(({ id, parentID }) => [id, parentID])).toEqual([
      ['a', undefined],
      ['c', 'a'],
    ]);
  });

  it('duplicates regions with their answers under new ids and selects the copies', async () => {
    const config = nerConfig.replace(
      '</View>',
      '<TextArea name="note" toName="text" perRegion="true"/></View>',
    );
    const note = (id: string) => ({
      ...labeled(id, 0, 12, []),
      from_name: 'note',
      type: 'textarea',
      value: { start: 0, end: 12, text: ['x'] },
    });
    const { user, written, regions } = open({
      config,
      result: [two[0], note('a'), two[1], note('b')].filter((one) => one !== undefined),
    });
    await clickText('Ada');
    await clickText('London', { ctrlKey: true });
    await user.keyboard('{Control>}d{/Control}');
    const ids = new Set(written().map(({ id }) => id));
    expect(written()).toHaveLength(8);
    expect(ids.size).toBe(4);
    expect(regions().map((row) => row.ariaPressed)).toEqual(['false', 'false', 'true', 'true']);
  });

  it('keeps notes in meta with whatever else is there', async () => {
    const { user, written } = open({ result: [labeled('a', 0, 12, ['PER'], { meta: { vendor: 1 } })] });
    await clickText('Ada');
    await user.keyboard('{Alt>}m{/Alt}');
    await user.keyboard('a countess{Enter}');
    expect(written()[0]?.meta).toEqual({ vendor: 1, text: ['a countess'] });
  });

  it('marks regions of a prediction as changed, and only those that were', async () => {
    const { user, label, written } = open({
      result: two.map((element) => ({ ...element, origin: 'prediction' })),
    });
    await clickText('Ada');
    await user.click(label(/LOC/));
    expect(written().map(({ origin }) => origin)).toEqual(['prediction-changed', 'prediction']);
  });

  it('copies regions to another annotation through the clipboard', async () => {
    const { user, written, region } = open({ result: two });
    await user.click(region('Region 1: PER'));
    const data = new Map<string, string>();
    const clipboardData = {
      setData: (type: string, value: string) => data.set(type, value),
      getData: (type: string) => data.get(type) ?? '',
    };
    fireEvent.copy(document.body, { clipboardData });
    await user.click(screen.getByRole('button', { name: 'Create a new annotation' }));
    fireEvent.paste(document.body, { clipboardData });
    expect(written()).toEqual([{ ...two[0], id: expect.not.stringMatching(/^a$/) }]);
  });
});

describe('relations', () => {
  const config = nerConfig.replace(
    '</View>',
    '<Relations><Relation value="owns"/><Relation value="near"/></Relations></View>',
  );
  const list = () => within(screen.getByRole('region', { name: 'Relations' }));

  it('connects the selected region with the one clicked after alt+r', async () => {
    const { user, written } = open({ result: two });
    await clickText('Ada');
    await user.keyboard('{Alt>}r{/Alt}');
    await clickText('London');
    expect(written().at(-1)).toEqual({ type: 'relation', from_id: 'a', to_id: 'b', direction: 'right' });
  });

  it('gives up with escape and keeps the selection', async () => {
    const { user, changes, region } = open({ result: two });
    await clickText('Ada');
    await user.keyboard('{Alt>}r{/Alt}{Escape}');
    expect(region('Region 1: PER')).toHaveProperty('ariaPressed', 'true');
    await clickText('London');
    expect(changes).toEqual([]);
  });

  it('turns right, left, both ways', async () => {
    const { user, written } = open({ result: [...two, relation] });
    const directions = [];
    for (let turn = 0; turn < 3; turn++) {
      await user.click(list().getByRole('button', { name: /^Direction/ }));
      directions.push(written().at(-1)?.direction);
    }
    expect(directions).toEqual(['left', 'bi', 'right']);
  });

  it('takes labels and gives them back', async () => {
    const { user, written } = open({ config, result: [...two, relation] });
    await user.selectOptions(list().getByRole('combobox'), 'owns');
    await user.selectOptions(list().getByRole('combobox'), 'near');
    expect(written().at(-1)?.labels).toEqual(['owns', 'near']);
    await user.click(list().getByRole('button', { name: 'Remove owns' }));
    expect(written().at(-1)?.labels).toEqual(['near']);
  });

  it('goes with a deleted region and comes back with undo', async () => {
    const { user, written } = open({ result: [...two, relation] });
    await clickText('Ada');
    await user.keyboard('{Backspace}');
    expect(written()).toEqual([two[1]]);
    await user.keyboard('{Control>}z{/Control}');
    expect(written()).toEqual([...two, relation]);
  });
});
