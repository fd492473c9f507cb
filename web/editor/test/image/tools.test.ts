import { describe, expect, test } from 'vitest';
import { placedHandles, type Handle } from '../../src/tags/image/tools/handles';
import { previewOf } from '../../src/tags/image/tools/machine';
import { Hand, region } from './hand';

// The picture is 1000 × 500: 1 % is 10 pixels across and 5 down. `a` lies at 100..300 × 100..200.

function expectRect(actual: unknown, expected: Record<string, number>): void {
  expect(actual).toEqual(
    Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, expect.closeTo(value, 6)])),
  );
}

const placeOf = (hand: Hand, wanted: Handle): [number, number] => {
  const found = placedHandles(hand.scene).find(({ handle }) => handle === wanted);
  if (!found) throw new Error(`No handle ${wanted}.`);
  return [found.at.x, found.at.y];
};

describe('drawing', () => {
  test('a drag makes a box, whichever corner it begins at', () => {
    for (const [from, to] of [
      [
        [100, 100],
        [300, 200],
      ],
      [
        [300, 200],
        [100, 100],
      ],
      [
        [300, 100],
        [100, 200],
      ],
    ] as [[number, number], [number, number]][]) {
      const hand = new Hand().drag(from, to);
      expectRect(hand.created[0], { x: 10, y: 20, width: 20, height: 20, rotation: 0 });
      expect(hand.created).toHaveLength(1);
    }
  });

  test('less than 3 pixels make no box, in either direction', () => {
    expect(new Hand().drag([100, 100], [102, 101]).created).toEqual([]);
    expect(new Hand().press(100, 100).move(200, 101).release(200, 101).created).toEqual([]);
  });

  test('what is dragged outside the image is cut at its edge', () => {
    expectRect(new Hand().drag([900, 400], [1500, 900]).created[0], {
      x: 90,
      y: 80,
      width: 10,
      height: 20,
      rotation: 0,
    });
    expectRect(new Hand().drag([50, 50], [-80, -10]).created[0], {
      x: 0,
      y: 0,
      width: 5,
      height: 10,
      rotation: 0,
    });
  });

  test('zoomed in, the same places give the same percents', () => {
    expectRect(new Hand({ scale: 4 }).drag([400, 400], [1200, 800]).created[0], {
      x: 10,
      y: 20,
      width: 20,
      height: 20,
      rotation: 0,
    });
  });

  test('two clicks make a box between them', () => {
    const hand = new Hand().click(100, 100).wait(900).move(200, 150);
    expect(previewOf(hand.state, hand.scene, null).draft).toEqual({
      kind: 'rectangle',
      x: 100,
      y: 100,
      width: 100,
      height: 50,
      rotation: 0,
    });
    hand.click(300, 200);
    expectRect(hand.created[0], { x: 10, y: 20, width: 20, height: 20, rotation: 0 });
    expect(hand.state.name).toBe('idle');
  });

  test('a double click makes a box of 30 by 30 pixels of the screen at that place, inside the image', () => {
    expectRect(new Hand().click(100, 100).wait(200).click(101, 100).created[0], {
      x: 10,
      y: 20,
      width: 3,
      height: 6,
      rotation: 0,
    });
    expectRect(new Hand({ scale: 2 }).click(1999, 999).wait(200).click(1999, 999).created[0], {
      x: 98.5,
      y: 97,
      width: 1.5,
      height: 3,
      rotation: 0,
    });
  });

  test('two slow clicks at one place make nothing', () => {
    const hand = new Hand().click(100, 100).wait(900).click(100, 100);
    expect(hand.created).toEqual([]);
    expect(hand.state.name).toBe('idle');
  });

  test('the view can be moved between the clicks', () => {
    const hand = new Hand().click(100, 100).wait(900);
    hand.press(150, 150, { button: 1 }).move(170, 150).release(170, 150, { button: 1 });
    expect(hand.panned).toEqual([{ x: 20, y: 0 }]);
    expect(hand.click(300, 200).created).toHaveLength(1);
  });

  test('three clicks make a turned box on the first side', () => {
    const hand = new Hand({ tool: 'rectangle3' })
      .click(100, 100)
      .move(200, 200)
      .click(200, 200)
      .move(150, 250);
    hand.click(150, 250);
    const [rect] = hand.created;
    expect(rect?.['rotation']).toBeCloseTo(45);
    expectRect(rect, { x: 10, y: 20, width: 14.142136, height: 14.142136, rotation: 45 });
  });

  test('three clicks to the other side, the first side by a drag', () => {
    const hand = new Hand({ tool: 'rectangle3' }).drag([100, 200], [300, 200]).click(200, 100);
    expectRect(hand.created[0], { x: 10, y: 20, width: 20, height: 20, rotation: 0 });
  });

  test('snaps to whole pixels where the control asks for it', () => {
    const hand = new Hand({ snap: 'pixel', scale: 10 }).drag([14, 26], [57, 94]);
    expectRect(hand.created[0], { x: 0.1, y: 0.6, width: 0.5, height: 1.2, rotation: 0 });
  });

  test('is refused without a label, once for each try', () => {
    const hand = new Hand({ canDraw: false }).drag([500, 100], [600, 200]);
    expect(hand.created).toEqual([]);
    expect(hand.refused).toHaveLength(1);
  });

  test('on a turned picture a double click box lies right and down of the pointer on the screen', () => {
    const hand = new Hand({ imageRotation: 90 }).click(100, 100).wait(100).click(100, 100);
    expectRect(hand.created[0], { x: 10, y: 74, width: 3, height: 6, rotation: 0 });
  });

  test('enter draws a box in the middle of the view', () => {
    expect(new Hand().key('Enter').created).toHaveLength(1);
    expect(new Hand({ canDraw: false }).key('Enter').created).toEqual([]);
  });
});

describe('drawing over regions', () => {
  test('a drag over an unselected region draws, over the selected one it moves', () => {
    const hand = new Hand({ regions: [region('a')] }).drag([150, 120], [250, 180]);
    expect(hand.created).toHaveLength(1);
    expect(hand.changed).toEqual([]);

    const other = new Hand({ regions: [region('a', { selected: true })] }).drag([150, 120], [250, 180]);
    expect(other.created).toEqual([]);
    expectRect(other.changed[0]?.[0]?.rect, { x: 20, y: 32, width: 20, height: 20, rotation: 0 });
  });

  test('ctrl and click add to the selection while a label is active', () => {
    const regions = [region('a', { selected: true }), region('b', { x: 60 })];
    const hand = new Hand({ regions }).click(650, 150, { additive: true });
    expect(hand.selected).toEqual(['a', 'b']);
    expect(hand.click(650, 150, { additive: true }).selected).toEqual(['a']);
    expect(hand.created).toEqual([]);
  });

  test('without a label, a click selects and a drag moves', () => {
    const hand = new Hand({ canDraw: false, regions: [region('a')] }).click(150, 150);
    expect(hand.selected).toEqual(['a']);
    expect(
      new Hand({ canDraw: false, regions: [region('a')] }).drag([150, 150], [160, 150]).changed,
    ).toHaveLength(1);
  });
});

describe('selecting', () => {
  const two = () => [region('a'), region('b', { x: 60 })];

  test('a click selects, a click on nothing unselects', () => {
    const hand = new Hand({ tool: 'select', regions: two() }).click(150, 150);
    expect(hand.selected).toEqual(['a']);
    expect(hand.click(650, 150).selected).toEqual(['b']);
    expect(hand.click(500, 400).selected).toEqual([]);
  });

  test('of nested boxes the smaller one is hit', () => {
    const regions = [region('inner', { x: 12, y: 24, width: 5, height: 5 }), region('outer')];
    expect(new Hand({ tool: 'select', regions }).click(140, 130).selected).toEqual(['inner']);
  });

  test('the rubber band selects what it touches, with ctrl in addition', () => {
    const hand = new Hand({ tool: 'select', regions: two() }).drag([50, 50], [120, 120]);
    expect(hand.selected).toEqual(['a']);
    hand.drag([950, 450], [610, 190], { additive: true });
    expect(hand.selected).toEqual(['a', 'b']);
    expect(hand.drag([550, 300], [560, 310]).selected).toEqual([]);
  });

  test('hidden regions are neither clicked nor caught', () => {
    const regions = [region('a', { hidden: true })];
    const hand = new Hand({ tool: 'select', regions }).click(150, 150);
    expect(hand.selected).toEqual([]);
    expect(hand.drag([50, 50], [400, 300]).selected).toEqual([]);
  });

  test('the hand tool, the space bar, the middle button and shift move the view', () => {
    const moves = [
      new Hand({ tool: 'pan', regions: two() }).drag([150, 150], [250, 150]),
      new Hand({ regions: two() }).drag([150, 150], [250, 150], { hand: true }),
      new Hand({ regions: two() }).drag([150, 150], [250, 150], { button: 1 }),
      new Hand({ regions: two() }).drag([150, 150], [250, 150], { shift: true }),
    ];
    for (const hand of moves) {
      expect(hand.panned.reduce((sum, { x }) => sum + x, 0)).toBe(100);
      expect([...hand.created, ...hand.changed, ...hand.selected]).toEqual([]);
    }
  });
});

describe('changing', () => {
  const selected = (changes = {}) =>
    new Hand({ tool: 'select', regions: [region('a', { selected: true, ...changes })] });

  test('a drag moves, is reported once, and stays inside the image', () => {
    const hand = selected().drag([200, 150], [-500, 160]);
    expect(hand.changed).toHaveLength(1);
    expectRect(hand.changed[0]?.[0]?.rect, { x: 0, y: 22, width: 20, height: 20, rotation: 0 });
  });

  test('dragging an unselected region selects and moves it alone', () => {
    const regions = [region('a'), region('b', { x: 60, selected: true })];
    const hand = new Hand({ tool: 'select', regions }).drag([200, 150], [210, 150]);
    expect(hand.selected).toEqual(['a']);
    expect(hand.changed.map((changes) => changes.map(({ id }) => id))).toEqual([['a']]);
  });

  test('several regions move together in one change, the group stays inside', () => {
    const regions = [region('a', { selected: true }), region('b', { x: 60, selected: true })];
    const hand = new Hand({ tool: 'select', regions }).drag([200, 150], [900, 150]);
    expect(hand.changed).toHaveLength(1);
    expect(hand.changed[0]?.map(({ rect }) => rect['x'])).toEqual([30, 80]);
  });

  test('handles resize and keep the opposite side', () => {
    const hand = selected();
    const [x, y] = placeOf(hand, 'se');
    hand.drag([x + 2, y + 2], [x + 102, y + 52]);
    expectRect(hand.changed[0]?.[0]?.rect, { x: 10, y: 20, width: 30, height: 30, rotation: 0 });
    hand.drag(placeOf(hand, 'w'), [-400, 175]);
    expectRect(hand.changed[1]?.[0]?.rect, { x: 0, y: 20, width: 40, height: 30, rotation: 0 });
  });

  test('shift keeps the proportions', () => {
    const hand = selected();
    const [x, y] = placeOf(hand, 'se');
    hand
      .press(x, y)
      .move(x + 50, y)
      .move(x + 200, y + 10, { shift: true })
      .release(x + 200, y + 10, { shift: true });
    expectRect(hand.changed[0]?.[0]?.rect, { x: 10, y: 20, width: 40, height: 40, rotation: 0 });
  });

  test('a group is resized as one, all members in one change', () => {
    const regions = [
      region('a', { selected: true }),
      region('b', { x: 60, y: 60, width: 10, height: 20, selected: true }),
    ];
    const hand = new Hand({ tool: 'select', regions });
    const [x, y] = placeOf(hand, 'nw');
    hand.drag([x, y], [x + 300, y + 150]);
    expectRect(hand.changed[0]?.[0]?.rect, { x: 40, y: 50, width: 10, height: 10, rotation: 0 });
    expectRect(hand.changed[0]?.[1]?.rect, { x: 65, y: 70, width: 5, height: 10, rotation: 0 });
  });

  test('a group with turned members is resized in proportion only', () => {
    const regions = [region('a', { selected: true, rotation: 30 }), region('b', { x: 60, selected: true })];
    const hand = new Hand({ tool: 'select', regions });
    expect(placedHandles(hand.scene).map(({ handle }) => handle)).toEqual(['nw', 'ne', 'se', 'sw', 'rotate']);
    const [x, y] = placeOf(hand, 'se');
    hand.drag([x, y], [x - 100, y - 100]);
    const rect = hand.changed[0]?.find(({ id }) => id === 'b')?.rect;
    expect(Number(rect?.['width']) / Number(rect?.['height'])).toBeCloseTo(1);
  });

  test('the turning handle turns about the centre; shift in steps of 15 degrees', () => {
    // Centre (200, 150), handle straight above it: to the right of the centre is a quarter turn.
    const hand = selected().drag(placeOf(selected(), 'rotate'), [400, 150]);
    expectRect(hand.changed[0]?.[0]?.rect, { x: 25, y: 10, width: 20, height: 20, rotation: 90 });
    const stepped = selected();
    stepped.drag(placeOf(stepped, 'rotate'), [400, 190], { shift: true });
    expect(stepped.changed[0]?.[0]?.rect['rotation']).toBeCloseTo(105);
  });

  test('regions that must not turn have no handle for it', () => {
    expect(
      placedHandles(selected({ rotatable: false }).scene).some(({ handle }) => handle === 'rotate'),
    ).toBe(false);
  });

  test('locked and read-only regions can be selected, not changed', () => {
    for (const flag of [{ locked: true }, { readonly: true }]) {
      const hand = selected(flag);
      expect(placedHandles(hand.scene)).toEqual([]);
      hand.drag([200, 150], [300, 150]).key('ArrowRight');
      expect(hand.changed).toEqual([]);
      expect(hand.click(200, 150).selected).toEqual(['a']);
    }
    const all = new Hand({ readonly: true, regions: [region('a', { selected: true })] });
    all.drag([200, 150], [300, 150]).drag([500, 300], [600, 400]);
    expect([...all.changed, ...all.created]).toEqual([]);
  });

  test('arrow keys move by a pixel, with shift by ten; one change until the keys are let go', () => {
    const hand = selected();
    const arrow = (type: 'keydown' | 'keyup', shift = false) => hand.send({ type, key: 'ArrowRight', shift });
    arrow('keydown');
    arrow('keydown');
    arrow('keydown', true);
    expect(hand.changed).toEqual([]);
    arrow('keyup');
    expect(hand.changed).toHaveLength(1);
    expectRect(hand.changed[0]?.[0]?.rect, { x: 11.2, y: 20, width: 20, height: 20, rotation: 0 });
  });

  test('arrow keys mean directions on the screen when the picture is turned', () => {
    const hand = new Hand({ tool: 'select', imageRotation: 90, regions: [region('a', { selected: true })] });
    hand.key('ArrowRight');
    expectRect(hand.changed[0]?.[0]?.rect, { x: 10, y: 19.8, width: 20, height: 20, rotation: 0 });
  });

  test('snapped regions stay on whole pixels', () => {
    const hand = new Hand({
      tool: 'select',
      scale: 10,
      regions: [region('a', { selected: true, snap: 'pixel' })],
    });
    hand.drag([1500, 1500], [1507, 1508]);
    expectRect(hand.changed[0]?.[0]?.rect, { x: 10.1, y: 20.2, width: 20, height: 20, rotation: 0 });
  });

  test('a drag back to where it began changes nothing', () => {
    expect(selected().press(200, 150).move(300, 150).move(200, 150).release(200, 150).changed).toEqual([]);
  });
});
