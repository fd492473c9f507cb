import { describe, expect, it } from 'vitest';

import { reveal } from './reveal';

const box = (id: string, x: number, y: number, size = 10) => ({
  id,
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x, y, width: size, height: size },
});
const span = (id: string, start: number, end: number) => ({
  id,
  to_name: 'text',
  type: 'labels',
  value: { start, end },
});

describe('predictions that are revealed', () => {
  const predicted = [
    box('in', 20, 20),
    box('out', 80, 80),
    { id: 'in', to_name: 'img', type: 'choices', value: { choices: ['red'] } },
    {
      id: 'shape',
      to_name: 'img',
      type: 'polygonlabels',
      value: {
        points: [
          [22, 22],
          [28, 22],
          [25, 30],
        ],
      },
    },
    span('word', 3, 8),
  ];

  it('are those whose middle lies in the drawn area, with all that is said of them', () => {
    const ids = reveal(predicted, [box('prompt', 15, 15, 30)]).map(({ id, type }) => [id, type]);
    expect(ids).toEqual([
      ['in', 'rectanglelabels'],
      ['in', 'choices'],
      ['shape', 'polygonlabels'],
    ]);
  });

  it('are those under a point', () => {
    const point = { id: 'p', to_name: 'img', type: 'keypointlabels', value: { x: 81, y: 89, width: 0.5 } };
    expect(reveal(predicted, [point]).map(({ id }) => id)).toEqual(['out']);
  });

  it('are those that a span touches', () => {
    expect(reveal(predicted, [span('s', 7, 9)]).map(({ id }) => id)).toEqual(['word']);
    expect(reveal(predicted, [span('s', 8, 9)])).toEqual([]);
  });
});
