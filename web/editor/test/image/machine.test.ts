import { describe, expect, test } from 'vitest';
import type { CanvasInput, ToolState } from '../../src/tags/image/tools/chart';
import { Hand, region } from './hand';

const triangle = {
  kind: 'polygon',
  points: [
    [10, 20],
    [30, 20],
    [20, 60],
  ],
  closed: true,
} as const;
const withTriangle = () => new Hand({ tool: 'select', regions: [region('a', { selected: true }, triangle)] });

const pixels = { width: 10, height: 5, data: new Uint8ClampedArray(200) };

type Name = ToolState['name'];

/** How each state is reached. */
const ways: Record<Name, () => Hand> = {
  idle: () => new Hand({ tool: 'select' }),
  pointingCanvas: () => new Hand({ tool: 'select' }).press(500, 400),
  pointingRegion: () => new Hand({ tool: 'select', regions: [region('a')] }).press(200, 150),
  pointingHandle: () => new Hand({ regions: [region('a', { selected: true })] }).press(300, 200),
  pointingStart: () => new Hand().press(500, 400),
  drawing: () => new Hand().press(500, 400).move(600, 450),
  awaitingCorner: () => new Hand().click(500, 400).move(600, 450),
  drawingSide: () => new Hand({ tool: 'rectangle3' }).click(500, 400),
  drawingHeight: () => new Hand({ tool: 'rectangle3' }).click(500, 400).click(600, 400),
  translating: () => new Hand({ regions: [region('a', { selected: true })] }).press(200, 150).move(250, 150),
  resizing: () => new Hand({ regions: [region('a', { selected: true })] }).press(300, 200).move(350, 250),
  rotating: () => new Hand({ regions: [region('a', { selected: true })] }).press(200, 76).move(350, 250),
  rubberBand: () => new Hand({ tool: 'select' }).press(500, 400).move(600, 450),
  panning: () => new Hand({ tool: 'pan' }).press(500, 400).move(600, 450),
  nudging: () =>
    new Hand({ regions: [region('a', { selected: true })] }).send({
      type: 'keydown',
      key: 'ArrowUp',
      shift: false,
    }),
  placingPoint: () => new Hand({ tool: 'polygon' }).press(500, 400),
  pointingVertex: () => withTriangle().press(100, 100),
  draggingVertex: () => withTriangle().press(100, 100).move(150, 150),
  wanding: () => new Hand({ tool: 'magicwand', pixels }).press(500, 400),
  stroking: () => new Hand({ tool: 'brush' }).press(500, 400).move(600, 450),
};

const events = {
  move: (hand: Hand) => hand.move(700, 300),
  release: (hand: Hand) => hand.release(700, 300),
  cancel: (hand: Hand) => hand.send({ type: 'cancel' }),
  blur: (hand: Hand) => hand.send({ type: 'blur' }),
  letter: (hand: Hand) => hand.send({ type: 'keydown', key: 'x', shift: false } satisfies CanvasInput),
};

/** Which state follows on which event. */
const table: Record<Name, Record<keyof typeof events, Name>> = {
  idle: { move: 'idle', release: 'idle', cancel: 'idle', blur: 'idle', letter: 'idle' },
  pointingCanvas: row('pointingCanvas', { move: 'rubberBand' }),
  pointingRegion: row('pointingRegion', { move: 'translating' }),
  pointingHandle: row('pointingHandle', { move: 'resizing' }),
  pointingStart: row('pointingStart', { move: 'drawing', release: 'awaitingCorner' }),
  drawing: row('drawing'),
  awaitingCorner: row('awaitingCorner'),
  drawingSide: row('drawingSide', { release: 'drawingHeight' }),
  drawingHeight: row('drawingHeight'),
  translating: row('translating'),
  resizing: row('resizing'),
  rotating: row('rotating'),
  rubberBand: row('rubberBand'),
  panning: row('panning'),
  nudging: row('nudging', { release: 'nudging', blur: 'idle' }),
  placingPoint: row('placingPoint'),
  // The next press may make it a double click.
  pointingVertex: row('pointingVertex', { move: 'draggingVertex', release: 'pointingVertex' }),
  draggingVertex: row('draggingVertex'),
  stroking: row('stroking'),
  wanding: row('wanding'),
};

/** Most states stay until the pointer is released or the gesture given up. */
function row(
  state: Name,
  exceptions: Partial<Record<keyof typeof events, Name>> = {},
): Record<keyof typeof events, Name> {
  return { move: state, release: 'idle', cancel: 'idle', blur: state, letter: state, ...exceptions };
}

describe('transitions', () => {
  test.each(Object.entries(table))('%s', (name, expected) => {
    const begin = ways[name as Name];
    expect(begin().state.name).toBe(name);
    const followed = Object.entries(events).map(([event, send]) => [event, send(begin()).state.name]);
    expect(Object.fromEntries(followed)).toEqual(expected);
  });
});

describe('giving up', () => {
  test.each(Object.entries(ways))('%s leaves everything as it was', (_, begin) => {
    const hand = begin();
    const before = hand.regions;
    hand.send({ type: 'cancel' }).move(700, 480).release(700, 480);
    expect([...hand.created, ...hand.changed]).toEqual([]);
    expect(hand.regions).toEqual(before);
  });
});
