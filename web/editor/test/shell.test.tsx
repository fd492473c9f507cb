import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { RegionEvent } from '../src';
import { clickText, labeled, nerConfig, openEditor, selectText, story } from './harness';

const open = (setup = {}) => openEditor({ config: nerConfig, data: { text: story }, ...setup });
const two = [labeled('a', 0, 12, ['PER']), labeled('b', 36, 42, ['LOC'])];
const prediction = { id: 5, model_version: 'tiny', score: 0.5, result: [labeled('p', 17, 32, ['PER'])] };
const list = () => within(screen.getByRole('list', { name: 'Regions' }));
const rows = () =>
  list()
    .queryAllByRole('button', { name: /^Region \d+:/ })
    .map((row) => row.getAttribute('aria-label'));

describe('comparing', () => {
  it('shows everything read-only beside each other, and opens what is picked', async () => {
    const { user, changes, onUpdate } = open({ result: two, predictions: [prediction] });
    await user.click(screen.getByRole('button', { name: 'Compare all annotations' }));
    const compared = within(screen.getByRole('region', { name: 'All annotations and predictions' }));
    expect(compared.getAllByRole('listitem')).toHaveLength(2);
    expect(compared.getAllByText(/Ada/)).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /^(Submit|Update|Skip)/ })).toBeNull();
    await user.keyboard('{Control>}{Enter}{/Control}1{Backspace}');
    expect(onUpdate).not.toHaveBeenCalled();
    expect(changes).toEqual([]);
    await user.click(compared.getByRole('button', { name: /^Open Prediction 5/ }));
    expect(screen.getByRole('tab', { name: /Prediction 5/ })).toHaveProperty('ariaSelected', 'true');
  });

  it('shows unsaved work, keeps the answers of columns apart, and leads back', async () => {
    const choices = `<View><Text name="text" value="$text"/>
      <Choices name="c" toName="text" choice="single-radio"><Choice value="A"/><Choice value="B"/></Choices></View>`;
    const answer = (id: string, value: string) => [
      { id, from_name: 'c', to_name: 'text', type: 'choices', value: { choices: [value] } },
    ];
    const { user } = open({
      config: choices,
      annotations: [
        { id: 1, result: answer('x', 'A'), created_at: '2026-01-02T00:00:00Z' },
        { id: 2, result: answer('y', 'B'), created_at: '2026-01-01T00:00:00Z' },
      ],
    });
    await user.click(screen.getByRole('radio', { name: /B/ }));
    await user.keyboard('{Alt>}c{/Alt}');
    const columns = screen.getAllByRole('listitem');
    expect(columns.map((column) => within(column).getByRole('radio', { name: /B/ }))).toEqual([
      expect.objectContaining({ checked: true, disabled: true }),
      expect.objectContaining({ checked: true, disabled: true }),
    ]);
    await user.keyboard('{Alt>}c{/Alt}');
    expect(screen.getByRole('radio', { name: /B/ })).toHaveProperty('disabled', false);
  });

  it('is not offered where there is nothing to compare', () => {
    open({ result: two });
    expect(screen.queryByRole('button', { name: 'Compare all annotations' })).toBeNull();
  });
});

describe('the command palette', () => {
  it('finds commands, labels and settings by a part of their names', async () => {
    const { user, label } = open({ result: two });
    await user.keyboard('{Control>}/{/Control}');
    await user.keyboard('loc{Enter}');
    await waitFor(() => expect(label(/LOC/)).toHaveProperty('ariaPressed', 'true'));
    await user.keyboard('{Control>}/{/Control}');
    expect(screen.queryByRole('option', { name: /^Redo/ })).toBeNull();
    await user.keyboard('hide all{Enter}');
    expect(await screen.findByText('All regions hidden')).toBeTruthy();
    await user.keyboard('{Control>}/{/Control}');
    await user.keyboard('line numbers{Enter}');
    await waitFor(() =>
      expect(localStorage.getItem('goldset.editor.settings')).toContain('"showLineNumbers":true'),
    );
    await user.keyboard('{Control>}/{/Control}');
    expect(await screen.findByRole('option', { name: /Switch off: Show line numbers/ })).toBeTruthy();
  });
});

describe('the list of regions', () => {
  it('is filtered by label, text and number, and keeps the numbers', async () => {
    const { user } = open({ result: two });
    await user.click(screen.getByRole('button', { name: 'Filter regions' }));
    await user.keyboard('loc');
    expect(rows()).toEqual(['Region 2: LOC']);
    expect(screen.getByText('1 region is hidden by the filter')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(rows()).toHaveLength(2);
  });

  it('nests a row dropped on another, and takes it out again in the gap over a row at the root', () => {
    const { written } = open({ result: two });
    const row = (index: number) => list().getAllByRole('listitem')[index] as HTMLElement;
    const drop = (from: number, onto: number, clientY: number) => {
      const data = new Map<string, string>();
      const dataTransfer = {
        types: ['application/x-goldset-region'],
        setData: (type: string, value: string) => data.set(type, value),
        getData: (type: string) => data.get(type) ?? '',
      };
      row(onto).getBoundingClientRect = () => new DOMRect(0, 0, 100, 40);
      fireEvent.dragStart(row(from), { dataTransfer });
      // jsdom has no drag events with a place.
      const event = new MouseEvent('drop', { bubbles: true, cancelable: true, clientY });
      Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
      fireEvent(row(onto), event);
    };
    drop(1, 0, 30);
    expect(written()[1]).toMatchObject({ id: 'b', parentID: 'a' });
    drop(1, 0, 2);
    expect(written()[1]?.parentID).toBeUndefined();
  });

  it('does not nest what the labels do not take', async () => {
    const config = `<View><Labels name="ner" toName="text">
      <Label value="PER" groupCanContain="ORG"/><Label value="LOC"/></Labels>
      <Text name="text" value="$text"/></View>`;
    const { user, changes, region } = open({ config, result: two });
    region('Region 2: LOC').focus();
    await user.keyboard('{ArrowRight}');
    expect(changes).toEqual([]);
    region('Region 1: PER').focus();
    await user.keyboard('{ArrowRight}');
    expect(changes).toEqual([]);
  });

  it('goes from a selected row to the first answer with Enter', async () => {
    const config = nerConfig.replace(
      '</View>',
      '<TextArea name="note" toName="text" perRegion="true"/></View>',
    );
    const { user, region } = open({ config, result: two });
    await user.click(region('Region 1: PER'));
    await user.keyboard('{Enter}');
    expect(screen.getByRole('textbox', { name: 'note' })).toBe(document.activeElement);
  });

  it('shows several selected regions in the details', async () => {
    const { user } = open({ result: two });
    await clickText('Ada');
    await clickText('London', { ctrlKey: true });
    const details = within(screen.getByRole('region', { name: 'Details' }));
    expect(details.getByText('2 regions selected')).toBeTruthy();
    expect(details.getByText('Characters 36 to 42')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(details.queryByText('2 regions selected')).toBeNull();
  });
});

describe('numbers of a region', () => {
  const config = `<View><Image name="i" value="$i"/><EllipseLabels name="e" toName="i"><Label value="A"/></EllipseLabels></View>`;
  const ellipse = {
    id: 'x',
    from_name: 'e',
    to_name: 'i',
    type: 'ellipselabels',
    original_width: 100,
    original_height: 100,
    image_rotation: 0,
    value: { x: 50, y: 50, radiusX: 10, radiusY: 5, rotation: 0, ellipselabels: ['A'] },
  };

  it('are those of its shape; typed ones are kept within their bounds', async () => {
    const { user, written, region } = open({ config, data: { i: '/a.png' }, result: [ellipse] });
    await user.click(region('Region 1: A'));
    expect(screen.queryByLabelText('Width, percent')).toBeNull();
    const type = async (name: string, value: string) => {
      await user.clear(screen.getByLabelText(name));
      await user.type(screen.getByLabelText(name), `${value}{Enter}`);
    };
    await type('Radius X, percent', '12,5');
    await type('Y, percent', '140');
    await type('Rotation, degrees', '-30');
    expect(written()[0]?.value).toMatchObject({ x: 50, y: 100, radiusX: 12.5, radiusY: 5, rotation: 330 });
  });

  it('cannot be typed where nothing can be changed', async () => {
    const { user, region } = open({
      config,
      data: { i: '/a.png' },
      result: [ellipse],
      options: { readOnly: true },
    });
    await user.click(region('Region 1: A'));
    expect(screen.getByLabelText('X, percent')).toHaveProperty('disabled', true);
  });
});

describe('panels', () => {
  it('fold, are docked elsewhere by the menu, and stay so', async () => {
    const { user } = open({ result: two });
    await user.click(screen.getByRole('button', { name: 'Fold Relations' }));
    expect(screen.queryByText(/Select a region, press/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Place of the panel Regions' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Dock at the bottom' }));
    const bottom = within(screen.getByRole('complementary', { name: 'Panels at the bottom' }));
    expect(bottom.getByRole('region', { name: 'Regions' })).toBeTruthy();
    const stored = JSON.parse(localStorage.getItem('goldset.editor.panels') ?? '{}') as {
      panels: Record<string, unknown>;
    };
    expect(stored.panels).toMatchObject({ regions: { place: 'bottom' }, relations: { folded: true } });
  });

  it('are made wider by keys, within bounds', async () => {
    const { user } = open({ result: two });
    const divider = screen.getByRole('separator', { name: 'Size of the panels' });
    divider.focus();
    await user.keyboard('{ArrowLeft}');
    expect(divider.getAttribute('aria-valuenow')).toBe('316');
    await user.keyboard('{ArrowRight>60/}');
    expect(divider.getAttribute('aria-valuenow')).toBe('220');
  });

  it('are the usual ones where what was stored is damaged', () => {
    localStorage.setItem('goldset.editor.panels', '{"panels":{"regions":{}},"order":["regions"],"sizes":{}}');
    open({ result: two });
    expect(screen.getByRole('complementary', { name: 'Panels on the right' })).toBeTruthy();
  });
});

describe('versions', () => {
  it('show the draft and the stored version, and switch between them', async () => {
    const { user } = open({
      annotations: [
        { id: 1, result: two, created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-02T00:00:00Z' },
      ],
      drafts: [{ id: 3, annotation: 1, result: [], updated_at: '2026-01-03T00:00:00Z' }],
    });
    await user.click(screen.getByRole('button', { name: 'Unfold History' }));
    const history = within(screen.getByRole('region', { name: 'History' }));
    expect(history.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Draft/),
      expect.stringMatching(/^Updated/),
      expect.stringMatching(/^Submitted/),
    ]);
    await user.click(history.getByRole('button', { name: /^Updated/ }));
    expect(rows()).toHaveLength(2);
    await user.click(history.getByRole('button', { name: /^Draft/ }));
    expect(screen.getByText('Labeled regions will appear here')).toBeTruthy();
  });
});

describe('relations', () => {
  it('are hidden one by one and listed newest first', async () => {
    const relation = (from: string, to: string) => ({ type: 'relation', from_id: from, to_id: to });
    const { user } = open({ result: [...two, relation('a', 'b'), relation('b', 'a')] });
    const [first] = screen.getAllByRole('button', { name: 'Hide relation' });
    if (first) await user.click(first);
    expect(screen.getAllByRole('button', { name: 'Hide relation' })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Hide relations' }));
    expect(screen.getAllByRole('button', { name: 'Show relation' })).toHaveLength(2);
    const [again] = screen.getAllByRole('button', { name: 'Show relation' });
    if (again) await user.click(again);
    expect(screen.getAllByRole('button', { name: 'Show relation' })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Oldest relation first' }));
    const ends = within(screen.getByRole('region', { name: 'Relations' })).getAllByRole('button', {
      name: /^Region \d/,
    });
    expect(ends[0]?.getAttribute('aria-label')).toBe('Region 2: LOC');
  });
});

describe('for the app', () => {
  it('tells of regions that come, are finished and go, by undo as well', async () => {
    const told: [string, string][] = [];
    const tell = (what: string) => (event: RegionEvent) =>
      void told.push([what, event.elements[0]?.type ?? '']);
    const { user, label } = open({
      onRegionCreated: tell('created'),
      onRegionDeleted: tell('deleted'),
      onRegionFinished: tell('finished'),
    });
    await user.click(label(/LOC/));
    await selectText('London');
    await user.keyboard('{Control>}z{/Control}{Control>}{Shift>}Z{/Shift}{/Control}');
    expect(told.map(([what]) => what)).toEqual(['created', 'finished', 'deleted', 'created']);
    expect(told[0]?.[1]).toBe('labels');
  });

  it('shows the pieces the list of interfaces names, and no others', () => {
    const interfaces = ['controls', 'submit', 'topbar', 'annotations:tabs', 'annotations:deny-empty'];
    open({ options: { mode: 'stream', showSkip: true, interfaces } });
    expect(screen.getByRole('tab')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Submit/ })).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: /^Skip/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Create a new annotation' })).toBeNull();
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('copies links to annotations and regions where it knows their address', async () => {
    const { user } = open({
      result: two,
      linkTo: ({
        annotation,
        regionId,
      }: {
        annotation: { annotationId: number | null };
        regionId?: string;
      }) => `/a/${String(annotation.annotationId)}/${regionId ?? ''}`,
    });
    const copied = vi.spyOn(navigator.clipboard, 'writeText');
    await clickText('London');
    await user.click(screen.getByRole('button', { name: 'Copy region link' }));
    expect(copied).toHaveBeenLastCalledWith('/a/1/b');
    await user.click(screen.getByRole('button', { name: 'Actions for this annotation' }));
    await user.click(screen.getByRole('menuitem', { name: 'Copy annotation link' }));
    expect(copied).toHaveBeenLastCalledWith('/a/1/');
  });

  it('says what the arrow forward does, and why it does nothing', () => {
    const onNextTask = vi.fn();
    const { change } = open({ options: { mode: 'stream', hasNextTask: true, postpones: true }, onNextTask });
    expect(screen.getByRole('button', { name: 'Postpone task' })).toBeTruthy();
    change({ options: { mode: 'stream', hasNextTask: false } });
    expect(screen.getByTitle('No next task available')).toHaveProperty('disabled', true);
  });
});

describe('settings', () => {
  it('are kept, and list the keys beside', async () => {
    const { user } = open({ result: two, hotkeySettingsUrl: '/keys' });
    await user.click(screen.getByRole('button', { name: 'Settings' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Settings' }));
    await user.click(dialog.getByRole('checkbox', { name: 'Keep a label picked after creating a region' }));
    expect(dialog.queryByRole('checkbox', { name: /enlarged images/ })).toBeNull();
    await user.click(dialog.getByRole('tab', { name: 'Hotkeys' }));
    expect(dialog.getByText('Submit or update')).toBeTruthy();
    expect(dialog.getByRole('link', { name: 'Change keys in your account' }).getAttribute('href')).toBe(
      '/keys',
    );
    expect(localStorage.getItem('goldset.editor.settings')).toContain('"keepLabelSelected":true');
  });
});
