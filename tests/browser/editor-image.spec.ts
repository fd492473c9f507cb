import { PNG } from 'pngjs';
import { Photo, size, type Place } from './support/photo';
import { paintedPixels } from './support/rle';
import { expect, test } from './support/test';

/** Within half a percent: a few pixels of the screen. */
const near = (percent: number) => expect.closeTo(percent, 0);
const nearAll = (places: readonly Place[]) => places.map(([x, y]) => [near(x), near(y)]);

const common = {
  id: expect.stringMatching(/^[\w-]{10}$/),
  to_name: 'photo',
  origin: 'manual',
  original_width: size.width,
  original_height: size.height,
  image_rotation: 0,
};

const image = '<Image name="photo" value="$image" rotateControl="true"/>';
const config = (controls: string, object = image) => `<View>${controls}${object}</View>`;

test.beforeEach(async ({ page, signIn }) => {
  await signIn(page);
});

test('a polygon is drawn by clicks, taken back, closed and changed by its points', async ({
  page,
  server,
}) => {
  const photo = await Photo.open(
    page,
    server,
    config('<PolygonLabels name="pol" toName="photo"><Label value="Roof"/></PolygonLabels>'),
  );
  await photo.pick('1', 'Roof');
  for (const place of [
    [20, 20],
    [60, 20],
    [90, 90],
  ] as const)
    await photo.click(place);
  await expect(photo.regions).toHaveCount(1);
  await page.keyboard.press('Control+z');
  for (const place of [
    [60, 60],
    [20, 60],
  ] as const)
    await photo.click(place);
  await photo.click([20, 20]);
  await test.step('a point more on an edge, another moved, one less', async () => {
    await photo.regions.first().click();
    await photo.drag([40, 20], [40, 10]);
    await photo.drag([60, 60], [70, 70]);
    await photo.click([20, 60], { holding: 'Alt' });
  });
  expect(await photo.saved()).toEqual([
    {
      ...common,
      from_name: 'pol',
      type: 'polygonlabels',
      value: {
        points: nearAll([
          [20, 20],
          [40, 10],
          [60, 20],
          [70, 70],
        ]),
        closed: true,
        polygonlabels: ['Roof'],
      },
    },
  ]);
});

test('an unfinished polygon is saved as one and gone on with', async ({ page, server }) => {
  const open = {
    id: 'unfinished',
    from_name: 'pol',
    to_name: 'photo',
    type: 'polygonlabels',
    original_width: size.width,
    original_height: size.height,
    image_rotation: 0,
    origin: 'manual',
    value: {
      points: [
        [20, 20],
        [60, 20],
      ],
      closed: false,
      polygonlabels: ['Roof'],
    },
  };
  const photo = await Photo.open(
    page,
    server,
    config('<PolygonLabels name="pol" toName="photo"><Label value="Roof"/></PolygonLabels>'),
    { result: [open] },
  );
  await expect(page.getByRole('button', { name: /^Roof/, pressed: true })).toBeVisible();
  await photo.click([60, 60]);
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => (await photo.saved())[0]?.value)
    .toEqual({
      points: [
        [20, 20],
        [60, 20],
        [near(60), near(60)],
      ],
      closed: false,
      polygonlabels: ['Roof'],
    });
});

test('an ellipse begins at its middle and is turned by its handle', async ({ page, server }) => {
  const photo = await Photo.open(
    page,
    server,
    config('<EllipseLabels name="el" toName="photo"><Label value="Cell"/></EllipseLabels>'),
  );
  await photo.pick('1', 'Cell');
  await photo.drag([40, 50], [60, 60]);
  await photo.regions.first().click();
  // The handle that turns is 24 pixels above the frame.
  const above = 50 - 10 - (24 / (await photo.scale()) / size.height) * 100;
  await photo.drag([40, above], [80, 50]);
  const [region] = await photo.saved();
  expect(region).toEqual({
    ...common,
    from_name: 'el',
    type: 'ellipselabels',
    value: {
      x: near(40),
      y: near(50),
      radiusX: near(20),
      radiusY: near(10),
      rotation: near(90),
      ellipselabels: ['Cell'],
    },
  });
});

test('a key point is a click, as wide as the control says', async ({ page, server }) => {
  const photo = await Photo.open(
    page,
    server,
    config('<KeyPointLabels name="kp" toName="photo" strokeWidth="8"><Label value="Nose"/></KeyPointLabels>'),
  );
  await photo.pick('1', 'Nose');
  await photo.click([25, 40]);
  const width = (8 / (await photo.scale()) / size.width) * 100;
  expect(await photo.saved()).toEqual([
    {
      ...common,
      from_name: 'kp',
      type: 'keypointlabels',
      value: { x: near(25), y: near(40), width: expect.closeTo(width, 2), keypointlabels: ['Nose'] },
    },
  ]);
});

test('a rectangle is turned about its middle and stored by its corner', async ({ page, server }) => {
  const photo = await Photo.open(
    page,
    server,
    config('<RectangleLabels name="box" toName="photo"><Label value="Car"/></RectangleLabels>'),
  );
  await photo.pick('1', 'Car');
  await photo.drag([30, 40], [50, 60]);
  await photo.regions.first().click();
  const above = 40 - (24 / (await photo.scale()) / size.height) * 100;
  await photo.drag([40, above], [90, 50]);
  await page.locator('.gs-image').focus();
  await page.keyboard.press('Shift+ArrowRight');
  const [region] = await photo.saved();
  // 160 × 120 pixels about (320, 300): turned by 90 degrees, the upper left corner is at (380, 220); then moved by keys.
  const nudge = 10 * Math.max(1, Math.round(1 / (await photo.scale())));
  const corner = { x: near(((380 + nudge) / 800) * 100), y: near((220 / 600) * 100) };
  expect(region).toEqual({
    ...common,
    from_name: 'box',
    type: 'rectanglelabels',
    value: { ...corner, width: near(20), height: near(20), rotation: near(90), rectanglelabels: ['Car'] },
  });
});

test('strokes of the brush are one mask, the eraser takes from it, and undo takes a stroke back', async ({
  page,
  server,
}) => {
  const photo = await Photo.open(
    page,
    server,
    config('<BrushLabels name="br" toName="photo" strokeWidth="30"><Label value="Road"/></BrushLabels>'),
  );
  await photo.pick('1', 'Road');
  await photo.drag([20, 80], [80, 80]);
  await photo.drag([20, 20], [80, 20]);
  await photo.drag([20, 50], [80, 50]);
  await expect(photo.regions).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('e');
  await photo.drag([50, 70], [50, 90]);
  const [region, ...others] = await photo.saved();
  expect(others).toEqual([]);
  expect(region).toEqual({
    ...common,
    from_name: 'br',
    type: 'brushlabels',
    value: { format: 'rle', rle: expect.any(Array), brushlabels: ['Road'] },
  });
  const painted = paintedPixels(region?.value.rle ?? [], size.width, size.height);
  const at = ([x, y]: Place) =>
    painted[Math.round((y / 100) * size.height) * size.width + Math.round((x / 100) * size.width)];
  expect(
    [
      [30, 80],
      [70, 80],
      [30, 20],
      [50, 20],
    ].map((place) => at(place as unknown as Place)),
  ).toEqual([true, true, true, true]);
  expect(
    [
      [50, 80],
      [50, 50],
      [10, 80],
    ].map((place) => at(place as unknown as Place)),
  ).toEqual([false, false, false]);
  // Two lines of 480 pixels, 30 pixels of the screen wide, with round ends; one of them is cut by the eraser.
  const wide = 30 / (await photo.scale());
  const lines = 2 * (480 * wide + Math.PI * (wide / 2) ** 2) - wide ** 2;
  expect(painted.filter(Boolean).length / lines).toBeCloseTo(1, 1);
});

test('two masks are joined, and undo parts them again', async ({ page, server }) => {
  const photo = await Photo.open(
    page,
    server,
    config('<BrushLabels name="br" toName="photo" strokeWidth="30"><Label value="Road"/></BrushLabels>'),
  );
  await photo.pick('1', 'Road');
  await photo.drag([20, 30], [40, 30]);
  await page.keyboard.press('Escape');
  await photo.pick('1', 'Road');
  await photo.drag([60, 70], [80, 70]);
  await expect(photo.regions).toHaveCount(2);
  await photo.regions.first().click();
  await photo.regions.last().click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: 'Join the selected masks' }).click();
  await expect(photo.regions).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(photo.regions).toHaveCount(2);
  await page.keyboard.press('Control+Shift+z');
  const [joined, ...others] = await photo.saved();
  expect(others).toEqual([]);
  const painted = paintedPixels(joined?.value.rle ?? [], size.width, size.height);
  const at = (x: number, y: number) => painted[(y / 100) * size.height * size.width + (x / 100) * size.width];
  expect([at(30, 30), at(70, 70), at(30, 70)]).toEqual([true, true, false]);
});

test('a mask with nothing left of it is not stored', async ({ page, server }) => {
  const photo = await Photo.open(
    page,
    server,
    config(
      '<BrushLabels name="br" toName="photo" strokeWidth="40"><Label value="Road"/></BrushLabels><RectangleLabels name="box" toName="photo"><Label value="Car"/></RectangleLabels>',
    ),
  );
  await photo.pick('1', 'Road');
  await photo.drag([40, 50], [42, 50]);
  await page.keyboard.press('e');
  await photo.drag([35, 50], [47, 50]);
  await page.keyboard.press('Escape');
  await photo.pick('2', 'Car');
  await photo.drag([10, 10], [30, 30]);
  expect((await photo.saved()).map(({ type }) => type)).toEqual(['rectanglelabels']);
});

test('a bitmask is stored as a picture of its pixels', async ({ page, server }) => {
  const photo = await Photo.open(
    page,
    server,
    config(
      '<BitmaskLabels name="bm" toName="photo" strokeWidth="20"><Label value="Cell"/></BitmaskLabels>',
      '<Image name="photo" value="$image" smoothing="false"/>',
    ),
  );
  await photo.pick('1', 'Cell');
  await photo.drag([30, 50], [60, 50]);
  await page.keyboard.press('b');
  await photo.drag([30, 60], [60, 60]);
  const [region] = await photo.saved();
  expect(region).toEqual({
    ...common,
    from_name: 'bm',
    type: 'bitmasklabels',
    value: { imageDataURL: expect.stringMatching(/^data:image\/png;base64,/), bitmasklabels: ['Cell'] },
  });
  const png = PNG.sync.read(Buffer.from((region?.value.imageDataURL ?? '').split(',')[1] ?? '', 'base64'));
  expect([png.width, png.height]).toEqual([size.width, size.height]);
  const pixel = (x: number, y: number) => [
    ...png.data.subarray(4 * (y * size.width + x), 4 * (y * size.width + x) + 4),
  ];
  expect([pixel(360, 300), pixel(360, 360), pixel(100, 300)]).toEqual([
    [0, 0, 0, 255],
    [0, 0, 0, 255],
    [0, 0, 0, 0],
  ]);
});

test('a vector is a chain of points, bent where a drag bends it', async ({ page, server }) => {
  const photo = await Photo.open(
    page,
    server,
    config('<VectorLabels name="vec" toName="photo" curves="true"><Label value="Line"/></VectorLabels>'),
  );
  await photo.pick('1', 'Line');
  await photo.click([20, 80]);
  await photo.drag([50, 50], [60, 60]);
  await photo.click([80, 80]);
  await page.keyboard.press('Escape');
  const [region] = await photo.saved();
  const [a, b] = region?.value.vertices ?? [];
  expect(region).toEqual({
    ...common,
    from_name: 'vec',
    type: 'vectorlabels',
    value: {
      vertices: [
        { id: expect.any(String), x: near(20), y: near(80), prevPointId: null, isBezier: false },
        {
          id: expect.any(String),
          x: near(50),
          y: near(50),
          prevPointId: a?.id,
          isBezier: true,
          controlPoint1: { x: near(40), y: near(40) },
          controlPoint2: { x: near(60), y: near(60) },
        },
        { id: expect.any(String), x: near(80), y: near(80), prevPointId: b?.id, isBezier: false },
      ],
      closed: false,
      vectorlabels: ['Line'],
    },
  });
});

test('the magic wand takes what looks alike, labeled as if it were painted', async ({ page, server }) => {
  const photo = await Photo.open(
    page,
    server,
    config(
      '<BrushLabels name="br" toName="photo"><Label value="Car"/></BrushLabels><MagicWand name="mw" toName="photo"/>',
    ),
  );
  await photo.pick('1', 'Car');
  await page.keyboard.press('w');
  // In the middle of the red car, which covers 10 to 34 percent of the width and 66 to 78 of the height.
  await photo.click([22, 72]);
  await expect(photo.regions).toHaveCount(1);
  const result = await photo.saved();
  expect(result).toEqual([
    { ...common, from_name: 'mw', type: 'magicwand', value: { format: 'rle', rle: expect.any(Array) } },
    {
      ...common,
      from_name: 'br',
      type: 'brushlabels',
      value: { format: 'rle', rle: result[0]?.value.rle, brushlabels: ['Car'] },
    },
  ]);
  const painted = paintedPixels(result[0]?.value.rle ?? [], size.width, size.height);
  const car = 0.24 * size.width * 0.12 * size.height;
  expect(painted.filter(Boolean).length / car).toBeCloseTo(1, 1);
});

test('tools without labels write their geometry, and a universal label beside it', async ({
  page,
  server,
}) => {
  const photo = await Photo.open(
    page,
    server,
    config(
      '<Polygon name="pol" toName="photo"/><Labels name="lab" toName="photo"><Label value="Roof"/></Labels>',
    ),
  );
  await photo.pick('1', 'Roof');
  for (const place of [
    [20, 20],
    [60, 20],
    [60, 60],
    [20, 20],
  ] as const)
    await photo.click(place);
  const place = {
    points: nearAll([
      [20, 20],
      [60, 20],
      [60, 60],
    ]),
    closed: true,
  };
  expect(await photo.saved()).toEqual([
    { ...common, from_name: 'pol', type: 'polygon', value: place },
    { ...common, from_name: 'lab', type: 'labels', value: { ...place, labels: ['Roof'] } },
  ]);
});

test('regions are stored in percent of the picture as it is, however it is turned and zoomed', async ({
  page,
  server,
}) => {
  const photo = await Photo.open(
    page,
    server,
    config('<RectangleLabels name="box" toName="photo"><Label value="Car"/></RectangleLabels>'),
  );
  await photo.pick('1', 'Car');
  await photo.drag([20, 20], [40, 60]);
  await page.getByRole('button', { name: 'Rotate right' }).click();
  const [region] = await photo.saved();
  expect(region).toEqual({
    ...common,
    image_rotation: 90,
    from_name: 'box',
    type: 'rectanglelabels',
    value: {
      x: near(20),
      y: near(20),
      width: near(20),
      height: near(40),
      rotation: 0,
      rectanglelabels: ['Car'],
    },
  });
});

test('a region of a list of pictures belongs to its page', async ({ page, server }) => {
  const photo = await Photo.open(
    page,
    server,
    config(
      '<RectangleLabels name="box" toName="photo"><Label value="Car"/></RectangleLabels>',
      '<Image name="photo" valueList="$pages"/>',
    ),
    { data: (address) => ({ pages: [address, address] }) },
  );
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.getByText('2 of 2')).toBeVisible();
  await expect(photo.canvas).toHaveAttribute('aria-busy', 'false');
  await photo.pick('1', 'Car');
  await photo.drag([20, 20], [40, 60]);
  expect((await photo.saved()).map(({ item_index: page }) => page)).toEqual([1]);
});

test('what nobody touched is written back as it was, of every shape', async ({ page, server }) => {
  const shared = {
    to_name: 'photo',
    origin: 'manual',
    original_width: size.width,
    original_height: size.height,
    image_rotation: 0,
  };
  const result = [
    {
      id: 'r',
      from_name: 'box',
      type: 'rectanglelabels',
      ...shared,
      value: { x: 1.5, y: 2, width: 30, height: 15.5, rotation: 12.25, rectanglelabels: ['A'] },
    },
    {
      id: 'e',
      from_name: 'el',
      type: 'ellipselabels',
      ...shared,
      value: { x: 50, y: 50, radiusX: 10, radiusY: 20, rotation: 30, ellipselabels: ['B'] },
    },
    {
      id: 'p',
      from_name: 'pol',
      type: 'polygonlabels',
      ...shared,
      value: {
        points: [
          [10, 10],
          [50, 12.5],
          [30, 60],
        ],
        closed: true,
        polygonlabels: ['C'],
      },
    },
    {
      id: 'k',
      from_name: 'kp',
      type: 'keypointlabels',
      ...shared,
      value: { x: 25, y: 40, width: 0.5, keypointlabels: ['D'] },
    },
    {
      id: 'b',
      from_name: 'br',
      type: 'brushlabels',
      ...shared,
      original_width: 4,
      original_height: 2,
      value: {
        format: 'rle',
        rle: [0, 0, 0, 32, 57, 27, 252, 224, 19, 255, 206, 1, 63, 248],
        brushlabels: ['E'],
      },
    },
    {
      id: 'v',
      from_name: 'vec',
      type: 'vectorlabels',
      ...shared,
      value: {
        vertices: [
          { id: 'a', x: 10, y: 10, prevPointId: null, isBezier: false },
          { id: 'b', x: 40, y: 15, prevPointId: 'a', isBezier: false },
        ],
        closed: false,
        vectorlabels: ['F'],
      },
    },
  ];
  const photo = await Photo.open(
    page,
    server,
    config(
      `<RectangleLabels name="box" toName="photo"><Label value="A"/></RectangleLabels>
      <EllipseLabels name="el" toName="photo"><Label value="B"/></EllipseLabels>
      <PolygonLabels name="pol" toName="photo"><Label value="C"/></PolygonLabels>
      <KeyPointLabels name="kp" toName="photo"><Label value="D"/></KeyPointLabels>
      <BrushLabels name="br" toName="photo"><Label value="E"/></BrushLabels>
      <VectorLabels name="vec" toName="photo"><Label value="F"/></VectorLabels>
      <Choices name="day" toName="photo"><Choice value="Day" hotkey="9"/></Choices>`,
    ),
    { result },
  );
  await expect(photo.regions).toHaveCount(6);
  for (let region = 0; region < 6; region++) await photo.regions.nth(region).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('9');
  await expect(page.getByRole('checkbox', { name: 'Day' })).toBeChecked();
  await photo.saved();
  await expect.poll(async () => (await photo.saved()).length).toBe(7);
  expect((await photo.saved()).slice(0, 6)).toEqual(result);
});
