import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Task } from './support/api';
import { picture } from './support/pictures';
import { expect, test } from './support/test';

const size = { width: 800, height: 600 };
/** Around a picture that is fitted into its frame, in pixels. */
const margin = 12;

test('boxes on pictures are drawn, moved, undone and exported', async ({ page, server, signIn }) => {
  await signIn(page);
  await page.goto('/projects/create?step=import');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(
      [1, 2].map((seed) => ({
        name: `street-${String(seed)}.png`,
        mimeType: 'image/png',
        buffer: picture(size.width, size.height, seed),
      })),
    );
  await expect(page.getByText('2 files uploaded')).toBeVisible();
  await page.getByRole('tab', { name: 'Labeling setup' }).click();
  await page.getByRole('button', { name: 'Object Detection with Bounding Boxes' }).click();
  await expect(page.getByText('No problems found')).toBeVisible();
  await page.getByRole('button', { name: 'Create project' }).click();
  await page.getByRole('button', { name: 'Label all tasks' }).click();

  const canvas = page.getByRole('application', { name: /^Image photo/ });
  await expect(canvas).toHaveAttribute('aria-busy', 'false');

  await test.step('draw two boxes', async () => {
    await pick(page, '1', 'Car');
    await drag(page, canvas, [10, 10], [30, 30]);
    await expect(regions(page)).toHaveCount(1);
    await pick(page, '3', 'Pedestrian');
    await drag(page, canvas, [50, 40], [70, 80]);
    await expect(regions(page)).toHaveCount(2);
  });

  await test.step('undo and redo the second', async () => {
    await page.keyboard.press('Control+z');
    await expect(regions(page)).toHaveCount(1);
    await page.keyboard.press('Control+Shift+z');
    await expect(regions(page)).toHaveCount(2);
  });

  await test.step('move the first, then pull its corner', async () => {
    await page.keyboard.press('v');
    await regions(page).first().click();
    await drag(page, canvas, [20, 20], [25, 25]);
    await drag(page, canvas, [35, 35], [45, 40]);
  });

  await page.keyboard.press('Control+Enter');
  await expect(regions(page)).toHaveCount(0);
  await expect(canvas).toHaveAttribute('aria-busy', 'false');
  await pick(page, '2', 'Bicycle');
  await drag(page, canvas, [5, 60], [25, 90]);
  await expect(regions(page)).toHaveCount(1);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: 'Go to the task list' }).click();

  await page.getByRole('toolbar').getByRole('link', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as JSON' }).first().click();
  const tasks = JSON.parse(await readFile(await (await download).path(), 'utf8')) as Task[];

  expect(tasks).toHaveLength(2);
  for (const { data } of tasks) {
    const file = await page.request.get(`${server.address}${data['image'] ?? ''}`);
    expect(file.headers()['content-type']).toBe('image/png');
  }
  const boxes = tasks
    .sort((a, b) => a.id - b.id)
    .flatMap(({ annotations }) => annotations)
    .flatMap(({ result }) => result);
  const common = {
    original_width: size.width,
    original_height: size.height,
    image_rotation: 0,
    from_name: 'box',
    to_name: 'photo',
    type: 'rectanglelabels',
    origin: 'manual',
  };
  const box = (label: string, [x, y, width, height]: number[]) => ({
    ...common,
    id: expect.stringMatching(/^[\w-]{10}$/),
    value: {
      x: near(x),
      y: near(y),
      width: near(width),
      height: near(height),
      rotation: 0,
      rectanglelabels: [label],
    },
  });
  expect(boxes).toEqual([
    box('Car', [15, 15, 30, 25]),
    box('Pedestrian', [50, 40, 20, 40]),
    box('Bicycle', [5, 60, 20, 30]),
  ]);
});

/** Within half a percent: a few pixels of the screen. */
const near = (percent = 0) => expect.closeTo(percent, 0);

function regions(page: Page): Locator {
  return page.getByRole('button', { name: /^Region \d+:/ });
}

async function pick(page: Page, key: string, label: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: label, pressed: true })).toBeVisible();
}

/** Drags from one point of the picture to another; both in percent of its width and height. */
async function drag(page: Page, canvas: Locator, from: number[], to: number[]): Promise<void> {
  const frame = await canvas.boundingBox();
  if (frame === null) throw new Error('The picture is not shown.');
  // The picture is fitted into the frame from its upper left corner, with a margin all around.
  const scale = Math.min((frame.width - 2 * margin) / size.width, (frame.height - 2 * margin) / size.height);
  const at = ([x = 0, y = 0]: number[]): [number, number] => [
    frame.x + margin + (x / 100) * size.width * scale,
    frame.y + margin + (y / 100) * size.height * scale,
  ];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 8 });
  await page.mouse.up();
}
