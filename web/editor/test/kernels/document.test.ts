import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileConfig, type ControlTag, type LabelingConfig } from '../../src/config/compile';
import { parseConfig } from '../../src/config/parse';
import type { AnnotationDocument } from '../../src/model/document';
import {
  addRegion,
  addRelation,
  deleteRegions,
  duplicateRegions,
  setLabels,
  setNotes,
  setParent,
  setValue,
} from '../../src/model/edit';
import { emptyHistory, record, redo, undo, type Versioned } from '../../src/model/history';
import { loadResult } from '../../src/model/load';
import { writeResult } from '../../src/model/write';

const config = compileConfig(
  parseConfig(`<View><Text name="text" value="$text"/>
    <Labels name="ner" toName="text"><Label value="A"/><Label value="B"/></Labels>
    <Choices name="c" toName="text"><Choice value="X"/></Choices>
    <TextArea name="note" toName="text" perRegion="true"/></View>`),
  { text: 'abc' },
);
const control = (name: string, { controls }: LabelingConfig = config): ControlTag => {
  const found = controls.get(name);
  if (found === undefined) throw new Error(name);
  return found;
};

const ids = ['r0', 'r1', 'r2', 'r3'];
const id = fc.constantFrom(...ids);
type Change = (draft: AnnotationDocument) => void;
const changes: fc.Arbitrary<Change> = fc.oneof(
  id.map((name): Change => (draft) => {
    if (draft.entries[name] === undefined)
      addRegion(draft, {
        id: name,
        object: 'text',
        elements: [{ control: control('ner'), value: ['A'] }],
        geometry: { start: 0, end: 1 },
      });
  }),
  fc.tuple(id, fc.constantFrom('A', 'B')).map(
    ([name, label]): Change =>
      (draft) =>
        setLabels(draft, name, control('ner'), [label], false),
  ),
  id.map(
    (name): Change =>
      (draft) =>
        deleteRegions(draft, [name]),
  ),
  fc.tuple(id, id).map(
    ([a, b]): Change =>
      (draft) =>
        void addRelation(draft, a, b),
  ),
  fc.tuple(id, id).map(
    ([a, b]): Change =>
      (draft) =>
        void setParent(draft, a, b),
  ),
  fc.tuple(id, fc.string()).map(
    ([name, note]): Change =>
      (draft) =>
        setNotes(draft, name, [note]),
  ),
  fc.tuple(id, fc.string()).map(
    ([name, text]): Change =>
      (draft) =>
        setValue(draft, control('note'), [text], { regionId: name }),
  ),
  fc.constantFrom(['X'], undefined).map(
    (value): Change =>
      (draft) =>
        setValue(draft, control('c'), value),
  ),
);

describe('history', () => {
  it('undoes and redoes any changes exactly', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 30 }), (list) => {
        const versions: Versioned<AnnotationDocument>[] = [
          { document: { entries: {}, order: [], relations: [] }, history: emptyHistory },
        ];
        for (const change of list)
          versions.push(record(versions.at(-1) as Versioned<AnnotationDocument>, change));
        const last = versions.at(-1) as Versioned<AnnotationDocument>;
        let back = last;
        while (back.history.past.length > 0) back = undo(back);
        expect(back.document).toEqual(versions[0]?.document);
        while (back.history.future.length > 0) back = redo(back);
        expect(back.document).toEqual(last.document);
      }),
    );
  });

  it('joins the changes of one gesture and keeps others apart', () => {
    const set = (value: number) => (draft: { value: number }) => void (draft.value = value);
    let state: Versioned<{ value: number }> = { document: { value: 0 }, history: emptyHistory };
    for (const [value, gesture] of [
      [1, 'drag'],
      [2, 'drag'],
      [3, 'other'],
      [4, null],
      [5, null],
    ] as const)
      state = record(state, set(value), gesture);
    const values = [];
    while (state.history.past.length > 0) {
      state = undo(state);
      values.push(state.document.value);
    }
    expect(values).toEqual([4, 3, 2, 0]);
  });

  it('drops what was undone when something else is done', () => {
    const start: Versioned<{ value: number }> = { document: { value: 0 }, history: emptyHistory };
    const undone = undo(record(start, (draft) => void (draft.value = 1)));
    expect(record(undone, (draft) => void (draft.value = 2)).history.future).toEqual([]);
  });
});

describe('documents', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 30 }), (list) => {
        const document: AnnotationDocument = { entries: {}, order: [], relations: [] };
        for (const change of list) change(document);
        const written = writeResult(document, config);
        const again = loadResult(written, config);
        expect(again.dropped).toEqual([]);
        expect(writeResult(again.document, config)).toEqual(written);
      }),
    );
  });

  it('never have relations or parents that do not exist', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 40 }), (list) => {
        const document: AnnotationDocument = { entries: {}, order: [], relations: [] };
        for (const change of list) change(document);
        const written = writeResult(document, config);
        const known = new Set(written.map((element) => element.id));
        for (const { from_id: from, to_id: to } of written.filter(({ type }) => type === 'relation')) {
          expect(known.has(from)).toBe(true);
          expect(known.has(to)).toBe(true);
        }
        expect(new Set(document.order)).toEqual(new Set(Object.keys(document.entries)));
      }),
    );
  });

  it('give copies new ids, one per region, and leave relations behind', () => {
    const document: AnnotationDocument = { entries: {}, order: [], relations: [] };
    addRegion(document, {
      id: 'a',
      object: 'text',
      elements: [{ control: control('ner'), value: ['A'] }],
      geometry: { start: 0, end: 1 },
    });
    setValue(document, control('note'), ['x'], { regionId: 'a' });
    addRelation(document, 'a', 'a');
    const [copy] = duplicateRegions(document, ['a']);
    const written = writeResult(document, config);
    expect(written.filter((element) => element.id === copy)).toHaveLength(2);
    expect(written.filter(({ type }) => type === 'relation')).toHaveLength(1);
  });

  it('reads regions whose answer comes before their place', () => {
    const place = {
      id: 'a',
      from_name: 'ner',
      to_name: 'text',
      type: 'labels',
      origin: 'manual',
      value: { start: 0, end: 1, labels: ['A'] },
    };
    const answer = {
      id: 'a',
      from_name: 'note',
      to_name: 'text',
      type: 'textarea',
      origin: 'manual',
      value: { text: ['x'] },
    };
    const { document } = loadResult([answer, place], config);
    expect(document.order).toEqual(['a']);
    expect(document.entries['a']?.kind).toBe('region');
  });

  it('keeps the last of several answers of a control', () => {
    const answer = (name: string, choice: string) => ({
      id: name,
      from_name: 'c',
      to_name: 'text',
      type: 'choices',
      origin: 'manual',
      value: { choices: [choice] },
    });
    expect(writeResult(loadResult([answer('a', 'X'), answer('b', 'Y')], config).document, config)).toEqual([
      answer('b', 'Y'),
    ]);
  });

  it('keeps elements of unknown types, with or without an id', () => {
    const foreign = [
      { type: 'hologram', value: { depth: 3 } },
      { id: 'h', from_name: 'h', to_name: 'text', type: 'hologram', value: {} },
    ];
    expect(writeResult(loadResult(foreign, config).document, config)).toEqual(foreign);
  });

  it('takes notes of an older form, parents of another spelling, and drops view state', () => {
    const stored = {
      id: 'a',
      from_name: 'ner',
      to_name: 'text',
      type: 'labels',
      value: { start: 0, end: 1, labels: ['A'] },
      normalization: 'n',
      parent_id: 'p',
      locked: true,
      hidden: true,
    };
    const { document, hidden } = loadResult([stored], config);
    expect(hidden).toEqual(['a']);
    expect(writeResult(document, config)).toEqual([
      {
        id: 'a',
        from_name: 'ner',
        to_name: 'text',
        type: 'labels',
        value: stored.value,
        origin: 'manual',
        meta: { text: ['n'] },
        parentID: 'p',
      },
    ]);
  });
});
