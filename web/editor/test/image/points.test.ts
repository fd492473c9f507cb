import { describe, expect, test } from 'vitest';
import type { Mask } from '../../src/tags/image/geometry/mask';
import { Hand, region } from './hand';

// The picture is 1000 × 500: 1 % is 10 pixels across and 5 down.

const near = (points: [number, number][]) =>
  points.map(([x, y]) => [expect.closeTo(x, 6), expect.closeTo(y, 6)]);
const triangle = {
  kind: 'polygon',
  points: [
    [10, 20],
    [30, 20],
    [20, 60],
  ],
  closed: true,
} as const;
const last = (hand: Hand) => hand.changed.at(-1)?.[0]?.rect;

describe('ellipses', () => {
  test('a drag goes from the middle to the radii', () => {
    const hand = new Hand({ tool: 'ellipse' }).drag([300, 200], [400, 150]);
    expect(hand.created).toEqual([
      { x: 30, y: 40, radiusX: expect.closeTo(10, 6), radiusY: expect.closeTo(10, 6), rotation: 0 },
    ]);
  });

  test('they are stretched and turned by the same handles as boxes', () => {
    const ellipse = { kind: 'ellipse', x: 30, y: 40, radiusX: 10, radiusY: 10, rotation: 0 } as const;
    const hand = new Hand({ tool: 'select', regions: [region('a', { selected: true }, ellipse)] });
    hand.drag([400, 250], [500, 300]);
    expect(last(hand)).toEqual({
      x: expect.closeTo(35, 6),
      y: expect.closeTo(45, 6),
      radiusX: expect.closeTo(15, 6),
      radiusY: expect.closeTo(15, 6),
      rotation: 0,
    });
  });

  test('the corners of their frame are not theirs', () => {
    const ellipse = { kind: 'ellipse', x: 30, y: 40, radiusX: 10, radiusY: 10, rotation: 0 } as const;
    const hand = new Hand({ tool: 'select', regions: [region('a', {}, ellipse)] });
    expect(hand.click(210, 155).selected).toEqual([]);
    expect(hand.click(300, 200).selected).toEqual(['a']);
  });
});

describe('polygons', () => {
  test('grow by clicks and close on the first point, from three on', () => {
    const hand = new Hand({ tool: 'polygon' }).click(100, 100).wait(900).click(300, 100).wait(900);
    hand.click(101, 101).wait(900);
    expect(hand.finished).toEqual([]);
    hand.click(200, 300).wait(900).click(101, 101);
    expect(hand.finished).toEqual(['new0']);
    expect(last(hand)).toEqual({
      points: near([
        [10, 20],
        [30, 20],
        [20, 60],
      ]),
      closed: true,
    });
  });

  test('close by a double click', () => {
    const hand = new Hand({ tool: 'polygon' });
    for (const [x, y] of [
      [100, 100],
      [300, 100],
      [200, 300],
    ] as const)
      hand.wait(900).click(x, y);
    hand.wait(100).click(200, 300);
    expect(last(hand)).toEqual({
      points: near([
        [10, 20],
        [30, 20],
        [20, 60],
      ]),
      closed: true,
    });
  });

  test('one that was left unfinished goes on where it ended', () => {
    const open = { ...triangle, closed: false };
    const hand = new Hand({
      tool: 'polygon',
      canDraw: false,
      regions: [region('a', { selected: true }, open)],
    });
    hand.click(50, 250);
    expect(last(hand)).toEqual({
      points: near([
        [10, 20],
        [30, 20],
        [20, 60],
        [5, 50],
      ]),
      closed: false,
    });
  });

  test('points stay inside the image', () => {
    expect(new Hand({ tool: 'polygon' }).click(1500, -20).created).toEqual([
      { points: near([[100, 0]]), closed: false },
    ]);
  });

  const selected = () => new Hand({ tool: 'select', regions: [region('a', { selected: true }, triangle)] });

  test('a point is dragged, the rest stays', () => {
    const hand = selected().drag([300, 100], [400, 50]);
    expect(last(hand)).toEqual({
      points: near([
        [10, 20],
        [40, 10],
        [20, 60],
      ]),
      closed: true,
    });
  });

  test('a press on an edge adds a point there, which can be dragged on', () => {
    const hand = selected().drag([200, 100], [200, 50]);
    expect(last(hand)).toEqual({
      points: near([
        [10, 20],
        [20, 10],
        [30, 20],
        [20, 60],
      ]),
      closed: true,
    });
    const clicked = selected().click(200, 101);
    expect(last(clicked)).toEqual({
      points: near([
        [10, 20],
        [20, 20],
        [30, 20],
        [20, 60],
      ]),
      closed: true,
    });
  });

  test('a point goes by a double click or with alt, but not below three', () => {
    const square = {
      ...triangle,
      points: [
        [10, 20],
        [30, 20],
        [30, 60],
        [10, 60],
      ] as [number, number][],
    };
    for (const remove of [
      (hand: Hand) => hand.click(300, 100).wait(200).click(300, 100),
      (hand: Hand) => hand.click(300, 100, { alt: true }),
    ]) {
      const hand = remove(new Hand({ tool: 'select', regions: [region('a', { selected: true }, square)] }));
      expect(last(hand)).toEqual({
        points: near([
          [10, 20],
          [30, 60],
          [10, 60],
        ]),
        closed: true,
      });
    }
    expect(selected().click(300, 100, { alt: true }).changed).toEqual([]);
  });

  test('a drag inside moves all points', () => {
    expect(last(selected().drag([200, 150], [250, 150]))).toEqual({
      points: near([
        [15, 20],
        [35, 20],
        [25, 60],
      ]),
      closed: true,
    });
  });

  test('locked ones keep their points', () => {
    const hand = new Hand({
      tool: 'select',
      regions: [region('a', { selected: true, locked: true }, triangle)],
    });
    expect(hand.drag([300, 100], [400, 50]).click(300, 100, { alt: true }).changed).toEqual([]);
  });
});

describe('key points', () => {
  test('a click makes one as wide as the control says', () => {
    const [point] = new Hand({ tool: 'keypoint' }).click(250, 200).created;
    // Two pixels where the whole picture is shown, which is twice its size here.
    expect(point).toEqual({ x: 25, y: 40, width: expect.closeTo((2 / 1.976 / 1000) * 100, 6) });
  });

  test('they are caught near by and moved, without handles', () => {
    const point = { kind: 'keypoint', x: 25, y: 40, width: 0.2 } as const;
    const hand = new Hand({ tool: 'select', regions: [region('a', {}, point)] }).drag([254, 200], [304, 200]);
    expect(last(hand)).toEqual({ x: 30, y: 40, width: expect.closeTo(0.2, 6) });
  });
});

describe('vectors', () => {
  const vector = { closable: true, curves: true };

  test('each point names the one before; the first closes', () => {
    const hand = new Hand({ tool: 'vector', vector });
    for (const [x, y] of [
      [100, 100],
      [300, 100],
      [200, 300],
      [100, 100],
    ] as const)
      hand.wait(900).click(x, y);
    const drawn = last(hand) as {
      vertices: { id: string; x: number; prevPointId: string | null }[];
      closed: boolean;
    };
    const [a, b, c] = drawn.vertices;
    expect(drawn.vertices).toHaveLength(3);
    expect(drawn.closed).toBe(true);
    expect([a?.prevPointId, b?.prevPointId, c?.prevPointId]).toEqual([c?.id, a?.id, b?.id]);
  });

  test('a drag while adding a point bends the line', () => {
    const hand = new Hand({ tool: 'vector', vector }).click(100, 100).wait(900).drag([300, 100], [350, 150]);
    expect(last(hand)).toMatchObject({
      closed: false,
      vertices: [
        { isBezier: false },
        {
          x: expect.closeTo(30, 6),
          isBezier: true,
          controlPoint1: { x: expect.closeTo(25, 6), y: expect.closeTo(10, 6) },
          controlPoint2: { x: expect.closeTo(35, 6), y: expect.closeTo(30, 6) },
        },
      ],
    });
  });

  test('a double click ends an open one', () => {
    const hand = new Hand({ tool: 'vector', vector: {} })
      .click(100, 100)
      .wait(900)
      .click(300, 100)
      .wait(100)
      .click(300, 100);
    expect(hand.finished).toEqual(['new0']);
    expect(last(hand)).toMatchObject({ closed: false, vertices: [{}, {}] });
  });

  test('a skeleton branches from the point that was clicked', () => {
    const hand = new Hand({ tool: 'vector', vector: { skeleton: true } })
      .click(100, 100)
      .wait(900)
      .click(300, 100)
      .wait(900)
      .click(100, 100)
      .wait(900)
      .click(100, 300);
    const { vertices } = last(hand) as { vertices: { id: string; prevPointId: string | null }[] };
    const [root] = vertices;
    expect(vertices.map(({ prevPointId }) => prevPointId)).toEqual([null, root?.id, root?.id]);
  });

  test('neighbours of a point that goes are joined', () => {
    const vertex = (id: string, x: number, prevPointId: string | null) => ({
      id,
      x,
      y: 20,
      prevPointId,
      isBezier: false,
    });
    const line = {
      kind: 'vector',
      vertices: [vertex('a', 10, null), vertex('b', 20, 'a'), vertex('c', 30, 'b')],
      closed: false,
    } as const;
    const hand = new Hand({ tool: 'select', regions: [region('v', { selected: true }, line)] });
    hand.click(200, 100, { alt: true });
    expect(last(hand)).toMatchObject({
      vertices: [
        { id: 'a', prevPointId: null },
        { id: 'c', prevPointId: 'a' },
      ],
    });
  });
});

describe('masks', () => {
  const painted = (place: unknown): number =>
    (place as { pixels: Mask }).pixels.alpha.filter((alpha) => alpha > 0).length;

  test('strokes of a selection are one region; the eraser takes from it', () => {
    const hand = new Hand({ tool: 'brush' }).drag([100, 100], [200, 100]);
    const once = painted(hand.created[0]);
    // A band of 100 × 20 with half a disc at either end.
    expect(once).toBeGreaterThan(2000 + 300);
    expect(once).toBeLessThan(2000 + 330);
    hand.drag([100, 200], [200, 200]);
    expect(hand.created).toHaveLength(1);
    expect(painted(last(hand))).toBe(2 * once);
    hand.tool = 'eraser';
    hand.drag([90, 200], [210, 200]);
    expect(painted(last(hand))).toBe(once);
  });

  test('the eraser needs a selected mask, the brush a label', () => {
    const hand = new Hand({ tool: 'eraser', canDraw: true }).drag([100, 100], [200, 100]);
    expect([...hand.created, ...hand.changed]).toEqual([]);
    expect(new Hand({ tool: 'brush', canDraw: false }).drag([100, 100], [200, 100]).refused).toHaveLength(1);
  });
});

describe('the magic wand', () => {
  /** 10 × 5 pixels for a picture of 1000 × 500: the left half is dark, the right half a little less so. */
  const pixels = {
    width: 10,
    height: 5,
    data: Uint8ClampedArray.from({ length: 200 }, (_, at) =>
      at % 4 === 3 ? 255 : (at / 4) % 10 < 5 ? 10 : 40,
    ),
  };
  const taken = (hand: Hand) => {
    const { x, y, width, height } = (hand.created[0] as { pixels: Mask }).pixels;
    return { x, y, width, height };
  };

  test('takes what looks alike around the pixel, and more when it is dragged', () => {
    expect(taken(new Hand({ tool: 'magicwand', pixels }).click(250, 250))).toEqual({
      x: 0,
      y: 0,
      width: 500,
      height: 500,
    });
    expect(taken(new Hand({ tool: 'magicwand', pixels }).drag([250, 250], [290, 250]))).toEqual({
      x: 0,
      y: 0,
      width: 1000,
      height: 500,
    });
  });

  test('tells when the picture may not be read', () => {
    expect(new Hand({ tool: 'magicwand' }).click(250, 250).refused).toEqual([
      { type: 'refuse', reason: 'pixels' },
    ]);
  });
});
