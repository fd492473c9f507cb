import type { Column as ServerColumn } from '@goldset/api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cellText, columnsOf, defaultHidden, mediaAddress, valueOf } from './columns';
import {
  completeFilters,
  isComplete,
  newFilter,
  operatorsOf,
  toLocalDate,
  toServerDate,
  valueInputOf,
  withChild,
  withOperator,
} from './filters';
import {
  countOf,
  everythingSelected,
  headerState,
  isSelected,
  nothingSelected,
  select,
  selectedItemsOf,
  toggle,
} from './selection';
import { ViewEdits } from './viewEdits';
import {
  displayTypeOf,
  freeTitle,
  gridWidthOf,
  moved,
  orderedColumns,
  orderingOf,
  orderingValue,
  visibleColumns,
  type View,
} from './views';

const answer: ServerColumn[] = [
  {
    id: 'image',
    title: 'image',
    type: 'Image',
    target: 'tasks',
    parent: 'data',
    project_defined: true,
    visibility_defaults: { explore: true, labeling: true },
  },
  {
    id: 'meta.kind',
    title: 'meta.kind',
    type: 'Unknown',
    target: 'tasks',
    parent: 'data',
    project_defined: true,
    visibility_defaults: { explore: true, labeling: false },
  },
  {
    id: 'id',
    title: 'ID',
    type: 'Number',
    target: 'tasks',
    project_defined: false,
    help: 'Task ID',
    visibility_defaults: { explore: true, labeling: false },
  },
  {
    id: 'annotators',
    title: 'Annotated by',
    type: 'List',
    target: 'tasks',
    project_defined: false,
    schema: { items: [1, 2] },
    visibility_defaults: { explore: true, labeling: false },
  },
  {
    id: 'data',
    title: 'data',
    type: 'List',
    target: 'tasks',
    project_defined: false,
    children: ['image', 'meta.kind'],
  },
];

describe('columns', () => {
  const columns = columnsOf(answer);

  it('puts the id first and names data fields as views do', () => {
    expect(columns.map((column) => column.id)).toEqual([
      'tasks:id',
      'tasks:data.image',
      'tasks:data.meta.kind',
      'tasks:annotators',
    ]);
    expect(columns.map((column) => column.type)).toEqual(['Number', 'Image', 'String', 'List']);
  });

  it('reads task fields, data fields and fields of nested data', () => {
    const task = { id: 3, data: { image: 'a.png', meta: { kind: 'x' } } };
    expect(columns.map((column) => valueOf(column, task))).toEqual([3, 'a.png', 'x', undefined]);
  });

  it('hides what the server hides by default, per place', () => {
    expect(defaultHidden(columns)).toEqual({
      explore: [],
      labeling: ['tasks:id', 'tasks:data.meta.kind', 'tasks:annotators'],
    });
    expect(visibleColumns({}, 'labeling', columns).map((column) => column.id)).toEqual(['tasks:data.image']);
    expect(visibleColumns({ hiddenColumns: { explore: ['tasks:id'] } }, 'explore', columns)).toHaveLength(3);
  });

  it('shows data fields as chosen, and only data fields', () => {
    const view = { columnsDisplayType: { 'tasks:data.meta.kind': 'Number', 'tasks:id': 'Text' } };
    expect(columns.map((column) => displayTypeOf(view, column))).toEqual([
      'Number',
      'Image',
      'Number',
      'List',
    ]);
  });

  it('turns any value into a short text', () => {
    expect(cellText({ a: 1 })).toBe('{"a":1}');
    expect(cellText(null)).toBe('');
    fc.assert(fc.property(fc.anything(), (value) => cellText(fc.stringify(value)).length <= 401));
    expect(mediaAddress(['a.png', 'b.png'])).toBe('a.png');
    expect(mediaAddress(5)).toBeUndefined();
  });
});

describe('filters', () => {
  it('offers the operators of the type, and a value input for each', () => {
    expect(operatorsOf('List')).toEqual(['contains', 'not_contains', 'empty']);
    expect(valueInputOf('Number', 'in', false)).toBe('numberRange');
    expect(valueInputOf('Datetime', 'less', false)).toBe('date');
    expect(valueInputOf('List', 'contains', true)).toBe('items');
    expect(valueInputOf('String', 'empty', false)).toBe('boolean');
  });

  it('sends complete conditions only', () => {
    const item = newFilter({ id: 'tasks:data.text' }, 'String');
    expect(item).toEqual({
      filter: 'filter:tasks:data.text',
      operator: 'contains',
      type: 'String',
      value: null,
    });
    expect(isComplete({ ...item, value: false })).toBe(true);
    expect(isComplete({ ...item, value: { min: 1, max: '' } })).toBe(false);
    expect(isComplete({ ...item, value: { min: 0, max: 3 } })).toBe(true);
    expect(completeFilters({ conjunction: 'or', items: [item, { ...item, value: 'a' }] }).items).toHaveLength(
      1,
    );
  });

  it('keeps a value while the operator can use it', () => {
    const item = { ...newFilter({ id: 'tasks:id' }, 'Number'), value: 5 };
    expect(withOperator(item, 'Number', 'greater', false).value).toBe(5);
    expect(withOperator(item, 'Number', 'in', false).value).toBeNull();
  });

  it('brings local dates to the server and back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const stored = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
          expect(toServerDate(toLocalDate(stored))).toBe(stored);
        },
      ),
    );
    expect(toServerDate('no date')).toBeNull();
    expect(toServerDate('2026-01-01T10:00')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,6}Z$/);
  });
});

describe('the selection', () => {
  it('counts, toggles and inverts without knowing every id', () => {
    const some = select(nothingSelected, [1, 2, 3], true);
    expect([countOf(some, 10), headerState(some, 10)]).toEqual([3, 'some']);
    const most = toggle(everythingSelected, 4);
    expect([isSelected(most, 4), isSelected(most, 5), countOf(most, 10)]).toEqual([false, true, 9]);
    expect(selectedItemsOf(most)).toEqual({ all: true, excluded: [4] });
    expect(selectedItemsOf(toggle(some, 2))).toEqual({ all: false, included: [1, 3] });
    expect(headerState(everythingSelected, 10)).toBe('all');
    expect(headerState(everythingSelected, 0)).toBe('none');
  });

  it('selects exactly what was asked for', () => {
    const ids = fc.array(fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(fc.boolean(), ids, ids, fc.boolean(), (all, first, range, selected) => {
        const start = select(all ? everythingSelected : nothingSelected, first, !all);
        const next = select(start, range, selected);
        for (let id = 1; id <= 30; id++)
          expect(isSelected(next, id)).toBe(range.includes(id) ? selected : isSelected(start, id));
      }),
    );
  });
});

describe('views', () => {
  it('reads both spellings of a descending order', () => {
    expect(orderingOf({ ordering: ['-tasks:data.a'] })).toEqual({
      columnId: 'tasks:data.a',
      descending: true,
    });
    expect(orderingOf({ ordering: ['tasks:-data.a'] })).toEqual({
      columnId: 'tasks:data.a',
      descending: true,
    });
    expect(orderingOf({ ordering: ['tasks:data.a-b'] })).toEqual({
      columnId: 'tasks:data.a-b',
      descending: false,
    });
    expect(orderingOf({})).toBeNull();
    expect(orderingValue({ columnId: 'tasks:id', descending: true })).toEqual(['-tasks:id']);
  });

  it('finds a free title', () => {
    const views = ['A', 'A (2)'].map((title, id): View => ({
      id,
      data: { title },
      order: 0,
      user: 1,
      project: 1,
    }));
    expect(freeTitle('A', views)).toBe('A (3)');
    expect(freeTitle('B', views)).toBe('B');
  });
});

describe('changes of tabs', () => {
  const view: View = { id: 4, data: { title: 'A' }, order: 0, user: 1, project: 1 };
  const saved: [number, unknown][] = [];
  const edits = () =>
    new ViewEdits({
      save: (id, data) => {
        saved.push([id, data]);
        return Promise.resolve({ ...view, id: id === 0 ? 9 : id, data });
      },
      onSaved: () => undefined,
      onFailed: (error) => {
        throw error;
      },
      delayMs: 5,
    });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

  it('are shown at once and stored together', async () => {
    saved.length = 0;
    const some = edits();
    some.change(view, { ordering: ['tasks:id'] });
    some.change(view, { columnsWidth: { 'tasks:id': 90 } });
    expect(some.getSnapshot().get(4)).toMatchObject({ title: 'A', ordering: ['tasks:id'] });
    expect(saved).toEqual([]);
    await settled();
    expect(saved).toHaveLength(1);
    expect(saved[0]).toEqual([4, expect.objectContaining({ title: 'A', columnsWidth: { 'tasks:id': 90 } })]);
  });

  it('keep an unfinished condition on screen, also when the tab is created by them', async () => {
    saved.length = 0;
    const some = edits();
    const filters = { conjunction: 'and' as const, items: [newFilter({ id: 'tasks:id' }, 'Number')] };
    some.change({ ...view, id: 0 }, { filters });
    await settled();
    expect(saved).toEqual([[0, expect.objectContaining({ filters: { conjunction: 'and', items: [] } })]]);
    expect(some.getSnapshot().get(9)?.filters).toEqual(filters);
  });
});

describe('conditions inside conditions', () => {
  const outer = { filter: 'filter:tasks:id', operator: 'greater', type: 'Number', value: 3 };
  const inner = { filter: 'filter:tasks:data.image', operator: 'contains', type: 'String', value: 'cat' };

  it('are stored once they are complete', () => {
    const started = withChild(outer, { ...inner, value: null });
    expect(completeFilters({ conjunction: 'or', items: [started] }).items).toEqual([outer]);
    expect(completeFilters({ conjunction: 'or', items: [withChild(outer, inner)] }).items).toEqual([
      { ...outer, child_filter: inner },
    ]);
  });

  it('leave nothing behind', () => {
    expect(withChild(withChild(outer, inner), undefined)).toEqual(outer);
  });
});

describe('order of columns and tabs', () => {
  const columns = columnsOf(answer);
  const ids = columns.map(({ id }) => id);

  it('is the usual one until somebody moves a column', () => {
    expect(orderedColumns({}, columns)).toEqual(columns);
  });

  it('keeps a column that is new to the tab after the one it follows', () => {
    const [first, second, ...others] = ids as [string, string, ...string[]];
    const known = [...others, first];
    expect(orderedColumns({ columnsOrder: known }, columns).map(({ id }) => id)).toEqual([
      ...others,
      first,
      second,
    ]);
  });

  it('has every entry once, whatever is moved where', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 2 }), fc.nat(), fc.nat(), (list, from, to) => {
        const entry = list[from % list.length] as number;
        const place = list[to % list.length] as number;
        const result = moved(list, entry, place);
        expect([...result].sort()).toEqual([...list].sort());
        expect(result.indexOf(entry)).toBe(list.indexOf(place));
      }),
    );
  });
});

it('a grid has a sensible width whatever is stored', () => {
  expect(
    [undefined, 'wide', Number.NaN, 0, 3, 99].map((gridWidth) => gridWidthOf({ gridWidth } as never)),
  ).toEqual([4, 4, 4, 1, 3, 10]);
});
