import { describe, expect, it, test } from 'vitest';
import { compileConfig, type ControlTag, type LabelingConfig } from '../src/config/compile';
import { isLabelsType, valueKeyOf } from '../src/config/language';
import { parseConfig, type ConfigNode } from '../src/config/parse';
import { loadResult } from '../src/model/load';
import { writeResult } from '../src/model/write';
import { normalizerFor } from '../src/tags/behaviors';
import type { ResultElement } from '../src';

const files = import.meta.glob<string>('../../../src/Goldset.Server/Templates/**/*.xml', {
  eager: true,
  import: 'default',
  query: '?raw',
});
const templates = Object.entries(files).map(([path, xml]) => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  xml,
}));

/** Lists wherever the config asks for task data: a Repeater has pages then. */
function dataFor(xml: string): Record<string, unknown> {
  const fields = [...xml.matchAll(/\$([A-Za-z0-9_]+)/g)].map(([, field = '']) => field);
  return Object.fromEntries(fields.map((field) => [field, [{ id: '1', title: 'One' }]]));
}

const places: Readonly<Record<string, Record<string, unknown>>> = {
  text: { start: 0, end: 4, text: 'Some' },
  hypertext: {
    start: '/p[1]/text()[1]',
    end: '/p[1]/text()[1]',
    startOffset: 0,
    endOffset: 4,
    globalOffsets: { start: 0, end: 4 },
  },
  audio: { start: 0.5, end: 1.25, channel: 0 },
  paragraphs: { start: '0', end: '0', startOffset: 0, endOffset: 4 },
  timeseries: { start: 1, end: 2, instant: false },
  video: { ranges: [{ start: 1, end: 5 }] },
};

/** Geometry of a region on an object, as the control draws it. */
function placeOn(control: ControlTag, config: LabelingConfig): Record<string, unknown> {
  const object = config.objects.get(control.toNames[0] ?? '')?.tag ?? '';
  switch (control.tag.replace(/labels$/, '')) {
    case 'polygon':
      return {
        points: [
          [1, 1],
          [9, 1],
          [5, 9],
        ],
        closed: true,
      };
    case 'keypoint':
      return { x: 10, y: 20, width: 0.5 };
    case 'ellipse':
      return { x: 10, y: 20, radiusX: 3, radiusY: 4, rotation: 0 };
    case 'brush':
    case 'magicwand':
      return { format: 'rle', rle: [0, 0, 0, 32, 57, 27, 252, 224, 19, 255, 206, 1, 63, 248] };
    case 'videorectangle':
      return {
        framesCount: 10,
        duration: 1,
        sequence: [{ frame: 1, x: 1, y: 1, width: 5, height: 5, rotation: 0, enabled: true, time: 0 }],
      };
    default:
      return places[object] ?? { x: 10, y: 20, width: 30, height: 15.5, rotation: 0 };
  }
}

/** Something a person could have answered. */
function answerTo(control: ControlTag): unknown {
  const answers: Readonly<Record<string, unknown>> = {
    textarea: ['Words'],
    number: 3,
    rating: 2,
    datetime: '2024-02-29',
    pairwise: 'left',
    ranker: { [control.name]: ['1'] },
    choices: control.choices.slice(0, 1).map(({ name }) => name),
    taxonomy: control.choices.slice(0, 1).map(({ name }) => [name]),
  };
  return isLabelsType(control.tag)
    ? control.labels.slice(0, 1).map(({ name }) => name)
    : answers[control.tag];
}

/** Whether what is written depends on another answer. */
function depends(node: ConfigNode | undefined, config: LabelingConfig): boolean {
  if (node === undefined) return false;
  const { visiblewhen, whenlabelvalue } = node.attrs;
  const own = whenlabelvalue !== undefined || String(visiblewhen ?? '').startsWith('choice');
  return own || depends(config.parents.get(node), config);
}

/** An annotation with one result of each control. */
function resultOf(config: LabelingConfig): ResultElement[] {
  const controls = [...config.controls.values()].filter(({ node }) => !depends(node, config));
  const draws = (control: ControlTag): boolean =>
    control.labeling || isLabelsType(control.tag) || valueKeyOf(control.tag) === null;
  const element = (control: ControlTag, id: string, place: Record<string, unknown> = {}): ResultElement => {
    const key = valueKeyOf(control.tag);
    return {
      id,
      from_name: control.name,
      to_name: control.toName,
      type: control.tag,
      origin: 'manual',
      value: { ...place, ...(key !== null && { [key]: answerTo(control) }) },
    };
  };
  return controls.flatMap((control, index): ResultElement[] => {
    const id = `r${String(index)}`;
    if (!draws(control)) return control.perRegion ? [] : [element(control, id)];
    const place = placeOn(control, config);
    const about = controls.filter(
      (other) => other.perRegion && !draws(other) && other.toName === control.toName,
    );
    return [element(control, id, place), ...about.map((other) => element(other, id, place))];
  });
}

test('all templates are found', () => {
  expect(templates.length).toBeGreaterThan(50);
});

describe('each template has a config without faults, and its results are written as they came', () => {
  it.each(templates)('$name', ({ xml }) => {
    const config = compileConfig(parseConfig(xml), dataFor(xml));
    expect(config.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const result = resultOf(config);
    expect(result.length).toBeGreaterThan(0);
    const { document, dropped } = loadResult(result, config, { normalizerFor });
    expect(dropped).toEqual([]);
    expect(writeResult(document, config)).toEqual(result);
  });
});
