import { withModel } from './support/model';
import { Photo, size } from './support/photo';
import { paintedPixels } from './support/rle';
import { expect, test } from './support/test';

const config = `<View>
  <RectangleLabels name="box" toName="photo" smart="true"><Label value="Car"/></RectangleLabels>
  <KeyPointLabels name="point" toName="photo" smart="true"><Label value="Wheel"/></KeyPointLabels>
  <BrushLabels name="brush" toName="photo" smart="true"><Label value="Road"/></BrushLabels>
  <Image name="photo" value="$image"/>
</View>`;

const near = (percent: number) => expect.closeTo(percent, 0);

/** A suggested box. */
const box = (id: string, x: number) => ({
  id,
  from_name: 'box',
  to_name: 'photo',
  type: 'rectanglelabels',
  original_width: size.width,
  original_height: size.height,
  image_rotation: 0,
  score: 0.9,
  value: { x, y: 20, width: 10, height: 10, rotation: 0, rectanglelabels: ['Car'] },
});

test.beforeEach(async ({ page, signIn }) => {
  await signIn(page);
});

test('what the model suggests is accepted and rejected one by one and together', async ({ page, server }) => {
  let broken = false;
  const predict = () => {
    if (broken) throw new Error('out of memory');
    return [box('one', 10), box('two', 30), box('three', 50)];
  };
  await withModel(predict, async (model) => {
    const photo = await Photo.open(page, server, config, { model: model.address });
    await expect(page.getByRole('button', { name: 'Smart rectangle' })).toHaveCount(0);
    await page.getByRole('switch', { name: 'Auto-Annotation' }).check();
    await photo.pick('1', 'Car');
    await expect(page.getByRole('button', { name: 'Smart rectangle' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await photo.drag([5, 15], [65, 35]);

    const status = page.getByText('3 suggestions');
    await expect(status).toBeVisible();
    await expect(photo.regions).toHaveCount(0);
    expect(model.asked).toEqual([
      [
        expect.objectContaining({
          from_name: 'box',
          to_name: 'photo',
          type: 'rectanglelabels',
          original_width: size.width,
          original_height: size.height,
          value: {
            x: near(5),
            y: near(15),
            width: near(60),
            height: near(20),
            rotation: 0,
            rectanglelabels: ['Car'],
          },
        }),
      ],
    ]);
    await page.getByRole('button', { name: 'Reject suggestion Car' }).first().click();
    await page.getByRole('button', { name: 'Accept suggestion Car' }).first().click();
    await expect(page.getByText('1 suggestion')).toBeVisible();
    await page.getByRole('button', { name: 'Accept all suggestions' }).click();
    await expect(photo.regions).toHaveCount(2);
    await test.step('accepting is a step of undo', async () => {
      await page.keyboard.press('Control+z');
      await expect(photo.regions).toHaveCount(1);
      await page.keyboard.press('Control+Shift+z');
    });

    broken = true;
    await photo.pick('1', 'Car');
    await photo.drag([5, 45], [65, 65]);
    await expect(page.getByText(/^The model gave no answer: /)).toBeVisible();
    await page.keyboard.press('Escape');

    const saved = await photo.saved();
    expect(saved).toEqual([
      { ...box('two', 30), origin: 'prediction' },
      { ...box('three', 50), origin: 'prediction' },
    ]);
  });
});

test('points with and without Alt and a stroke of the brush are prompts; answers can be accepted at once', async ({
  page,
  server,
}) => {
  await withModel(
    (prompts) => (prompts[0]?.type === 'brushlabels' ? [box('painted', 60)] : [box('pointed', 20)]),
    async (model) => {
      const photo = await Photo.open(page, server, config, { model: model.address });
      await page.getByRole('switch', { name: 'Auto-Annotation' }).check();
      await photo.pick('2', 'Wheel');
      await photo.click([25, 25]);
      await expect(page.getByText('1 suggestion')).toBeVisible();
      await photo.click([60, 60], { holding: 'Alt' });
      await expect.poll(() => model.asked.length).toBe(2);
      const value = (x: number, y: number) => ({
        x: near(x),
        y: near(y),
        width: expect.any(Number),
        keypointlabels: ['Wheel'],
        labels: ['Wheel'],
      });
      expect(model.asked[1]).toEqual([
        expect.objectContaining({ type: 'keypointlabels', is_positive: true, value: value(25, 25) }),
        expect.objectContaining({ type: 'keypointlabels', is_positive: false, value: value(60, 60) }),
      ]);
      await expect(page.getByText('1 suggestion')).toBeVisible();
      await page.keyboard.press('Shift+A');
      await expect(photo.regions).toHaveCount(1);

      await page.getByRole('switch', { name: 'Auto-Accept Suggestions' }).check();
      await photo.pick('3', 'Road');
      await photo.drag([20, 70], [40, 70]);
      await expect(photo.regions).toHaveCount(2);
      const [stroke] = model.asked.at(-1) ?? [];
      expect(model.asked).toHaveLength(3);
      const painted = paintedPixels(stroke?.value['rle'] as number[], size.width, size.height);
      const at = (x: number, y: number) =>
        painted[Math.round((y / 100) * size.height) * size.width + Math.round((x / 100) * size.width)];
      expect([at(30, 70), at(30, 80)]).toEqual([true, false]);
      expect((await photo.saved()).map(({ id }) => id)).toEqual(['pointed', 'painted']);
    },
  );
});
