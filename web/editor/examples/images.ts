import { EMPTY_MASK, withStroke } from '../src/tags/image/geometry/mask';
import { encodeMask } from '../src/tags/image/geometry/rle';
import type { Example } from './examples';

/** A street in flat colours; `hour` 0..23 decides the light. */
function street(hour: number): string {
  const night = hour < 7 || hour > 19;
  const [sky, far, road] = night ? ['#1d2a44', '#2c3a52', '#23262b'] : ['#9fc4e8', '#b9c7b2', '#5a5f66'];
  const houses = Array.from({ length: 9 }, (_, at) => {
    const height = 170 + ((at * 67) % 130);
    const windows = Array.from({ length: 6 }, (_, pane) => {
      const x = at * 145 + 24 + (pane % 3) * 38;
      const y = 470 - height + 30 + Math.floor(pane / 3) * 60;
      return `<rect x="${x}" y="${y}" width="22" height="34" fill="${night && (pane + at) % 3 ? '#f3d98b' : '#55677d'}"/>`;
    });
    const color = ['#b7634f', '#c9a66b', '#8d9aa8', '#a57f6a'][at % 4] ?? '#999';
    return `<rect x="${at * 145}" y="${470 - height}" width="138" height="${height}" fill="${color}"/>${windows.join('')}`;
  });
  const car = (x: number, y: number, size: number, color: string) =>
    `<g transform="translate(${x} ${y}) scale(${size})"><path d="M10 40 q4-24 30-26 h50 q22 2 34 26 h14 q12 2 12 16 v14 H0 V56 q0-14 10-16z" fill="${color}"/>
    <path d="M32 38 q4-16 16-17 h18 v17z M72 21 h18 q14 2 22 17 H72z" fill="#cfe3f2"/><circle cx="34" cy="70" r="13" fill="#17181a"/><circle cx="116" cy="70" r="13" fill="#17181a"/></g>`;
  const person = (x: number, y: number, size: number, color: string) =>
    `<g transform="translate(${x} ${y}) scale(${size})"><circle cx="20" cy="12" r="11" fill="#e6b892"/><path d="M6 28 h28 l4 44 h-8 l-2 46 h-7 l-1-40 l-1 40 h-7 l-2-46 H2z" fill="${color}"/></g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="800" viewBox="0 0 1280 800">
    <rect width="1280" height="800" fill="${sky}"/><rect y="430" width="1280" height="60" fill="${far}"/>${houses.join('')}
    <rect y="470" width="1280" height="60" fill="#a9a49b"/><rect y="530" width="1280" height="270" fill="${road}"/>
    ${Array.from({ length: 8 }, (_, at) => `<rect x="${at * 170 + 20}" y="650" width="90" height="8" fill="#e8e3d3"/>`).join('')}
    ${car(120, 545, 1.1, '#c0392b')}${car(520, 570, 1.3, '#2e6da4')}${car(900, 690, 1.25, '#e2b33c')}
    ${person(410, 420, 0.9, '#3b6e4f')}${person(790, 415, 0.95, '#7a3b69')}${person(1120, 425, 0.9, '#34495e')}
  </svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const box = (
  id: string,
  label: string,
  [x, y, width, height]: [number, number, number, number],
  more: Record<string, unknown> = {},
) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  origin: 'manual',
  original_width: 1280,
  original_height: 800,
  image_rotation: 0,
  value: { x, y, width, height, rotation: 0, rectanglelabels: [label] },
  ...more,
});

const labels = `<RectangleLabels name="box" toName="img">
    <Label value="Car" background="#0072B2"/><Label value="Person" background="#D55E00"/><Label value="Sign" background="#009E73"/>
  </RectangleLabels>`;

/** Boxes on one picture, with every control of the image. */
export const boxes: Example = {
  name: 'boxes',
  title: 'Boxes on an image',
  props: {
    config: `<View>
  ${labels}
  <Image name="img" value="$image" rotateControl="true" brightnessControl="true" contrastControl="true"/>
  <Choices name="weather" toName="img" showInline="true"><Choice value="Day"/><Choice value="Night"/></Choices>
  <TextArea name="plate" toName="img" perRegion="true" placeholder="Number plate"/>
</View>`,
    task: { id: 77, data: { image: street(12) } },
    annotations: [
      {
        id: 21,
        completed_by: 1,
        created_at: '2026-05-04T08:12:00Z',
        result: [
          box('c1', 'Car', [9.4, 69, 13, 11]),
          box('c2', 'Car', [40.6, 72.6, 15.4, 13]),
          box('p1', 'Person', [31.9, 52.2, 3, 13.9]),
          box('p2', 'Person', [61.6, 51.6, 3.1, 14.2], { readonly: true }),
        ],
      },
    ],
    predictions: [],
    options: { mode: 'explore' },
  },
};

const region = (id: string, type: string, value: Record<string, unknown>) => ({
  id,
  from_name: type.replace('labels', ''),
  to_name: 'img',
  type,
  origin: 'manual',
  original_width: 1280,
  original_height: 800,
  image_rotation: 0,
  value,
});

/** Every shape that can be drawn on an image. */
export const shapes: Example = {
  name: 'shapes',
  title: 'Every shape',
  props: {
    config: `<View>
  <View style="display: flex; flex-wrap: wrap; gap: 4px 24px">
    <PolygonLabels name="polygon" toName="img"><Label value="House" background="#CC79A7"/><Label value="Roof" background="#D55E00"/></PolygonLabels>
    <EllipseLabels name="ellipse" toName="img"><Label value="Wheel" background="#0072B2"/></EllipseLabels>
    <KeyPointLabels name="keypoint" toName="img" strokeWidth="6"><Label value="Head" background="#E69F00"/></KeyPointLabels>
    <BrushLabels name="brush" toName="img" strokeWidth="25"><Label value="Road" background="#009E73"/></BrushLabels>
    <VectorLabels name="vector" toName="img" curves="true" closable="true"><Label value="Line" background="#56B4E9"/></VectorLabels>
    <BitmaskLabels name="bitmask" toName="img"><Label value="Sky" background="#F0E442"/></BitmaskLabels>
  </View>
  <Image name="img" value="$image" rotateControl="true" brightnessControl="true" contrastControl="true"/>
  <MagicWand name="magicwand" toName="img"/>
</View>`,
    task: { id: 79, data: { image: street(12) } },
    annotations: [
      {
        id: 24,
        completed_by: 1,
        created_at: '2026-05-04T08:12:00Z',
        result: [
          region('po', 'polygonlabels', {
            points: [
              [11.3, 29],
              [22.1, 29],
              [22.1, 58.7],
              [11.3, 58.7],
            ],
            closed: true,
            polygonlabels: ['House'],
          }),
          region('el', 'ellipselabels', {
            x: 12.3,
            y: 77.8,
            radiusX: 1.2,
            radiusY: 1.9,
            rotation: 0,
            ellipselabels: ['Wheel'],
          }),
          region('kp', 'keypointlabels', { x: 33.4, y: 53.9, width: 0.8, keypointlabels: ['Head'] }),
          region('ve', 'vectorlabels', {
            vertices: [
              { id: 'a', x: 2, y: 90, prevPointId: null, isBezier: false },
              {
                id: 'b',
                x: 30,
                y: 95,
                prevPointId: 'a',
                isBezier: true,
                controlPoint1: { x: 20, y: 99 },
                controlPoint2: { x: 40, y: 91 },
              },
              { id: 'c', x: 60, y: 88, prevPointId: 'b', isBezier: false },
            ],
            closed: false,
            vectorlabels: ['Line'],
          }),
        ],
      },
    ],
    predictions: [],
    options: { mode: 'explore' },
  },
};

/** Several pages in one task. */
export const pages: Example = {
  name: 'pages',
  title: 'Pages of images',
  props: {
    config: `<View><Image name="img" valueList="$pages"/>${labels}</View>`,
    task: { id: 78, data: { pages: [6, 10, 14, 18, 22].map(street) } },
    annotations: [{ id: 22, result: [box('c1', 'Car', [9.4, 69, 13, 11], { item_index: 1 })] }],
    predictions: [],
    options: { mode: 'explore' },
  },
};

/** 5,000 boxes on twelve million pixels, as much as the editor promises to keep up with. */
export const manyBoxes: Example = {
  name: 'many-boxes',
  title: 'Five thousand boxes',
  picture: { width: 4000, height: 3000 },
  props: {
    ...boxes.props,
    annotations: [
      {
        id: 23,
        result: Array.from({ length: 5000 }, (_, at) => ({
          ...box(`b${at}`, ['Car', 'Person', 'Sign'][at % 3] ?? 'Car', [
            (at % 100) + 0.1,
            Math.floor(at / 100) * 2 + 0.2,
            0.8,
            1.6,
          ]),
          original_width: 4000,
          original_height: 3000,
        })),
      },
    ],
  },
};

const large = { width: 4000, height: 3000 };

/** 50 masks, some of them large, on twelve million pixels. */
export const manyMasks: Example = {
  name: 'many-masks',
  title: 'Fifty masks',
  picture: large,
  props: {
    config: `<View>
  <BrushLabels name="brush" toName="img"><Label value="Leaf" background="#009E73"/><Label value="Stain" background="#D55E00"/></BrushLabels>
  <Image name="img" value="$image"/>
</View>`,
    task: { id: 80, data: { image: '' } },
    annotations: [
      {
        id: 25,
        result: Array.from({ length: 50 }, (_, at) => ({
          ...region(`m${at}`, 'brushlabels', {
            format: 'rle',
            rle: encodeMask(scribble(at), large),
            brushlabels: [at % 2 === 0 ? 'Leaf' : 'Stain'],
          }),
          original_width: large.width,
          original_height: large.height,
        })),
      },
    ],
    predictions: [],
    options: { mode: 'explore' },
  },
};

/** A wavy line across a part of the picture; every tenth goes all over it. */
function scribble(seed: number) {
  const wide = seed % 10 === 9;
  const left = wide ? 100 : ((seed * 733) % 3200) + 100;
  const top = wide ? 200 : ((seed * 457) % 2400) + 100;
  const points = Array.from({ length: 60 }, (_, step) => ({
    x: left + (step / 60) * (wide ? 3800 : 600),
    y: top + (1 + Math.sin(step / 3 + seed)) * (wide ? 1300 : 200),
  }));
  return withStroke(EMPTY_MASK, { points, radius: 20 + (seed % 5) * 10 }, large);
}
