import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { Project, Task } from './support/api';
import { Photo } from './support/photo';
import type { Server } from './support/server';
import { expect, test } from './support/test';

const story = 'Ada Lovelace met Charles Babbage in London in 1833.';

const config = `<View>
  <Labels name="ner" toName="text"><Label value="Person"/><Label value="Place"/></Labels>
  <Text name="text" value="$text"/>
  <Choices name="subject" toName="text" showInline="true"><Choice value="Science"/><Choice value="Sport"/></Choices>
  <Rating name="interest" toName="text"/>
  <TextArea name="summary" toName="text"/>
  <TextArea name="note" toName="text" perRegion="true"/>
</View>`;

const span = (id: string, start: number, end: number, label: string) => ({
  id,
  from_name: 'ner',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text: story.slice(start, end), labels: [label] },
});

interface TextTask {
  project: number;
  task: number;
}

async function textTask({ api }: Server, more: object = {}): Promise<TextTask> {
  const { id } = await api.post<Project>('/api/projects/', {
    title: 'Letters',
    label_config: config,
    ...more,
  });
  const { id: task } = await api.post<Task>('/api/tasks/', { project: id, data: { text: story } });
  return { project: id, task };
}

/** Nothing grave that axe finds, wherever the journey is. */
async function accessible(page: Page, where: string, part = '.gs-editor'): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    at: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
  }));
  expect.soft(found, where).toEqual([]);
}

const regionRow = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Regions' }).getByRole('button', { name, exact: true });

test('a text and its form are answered by keyboard alone', async ({ page, server, signIn }) => {
  await signIn(page);
  const { project } = await textTask(server, {
    expert_instruction: '<p>Mark every person.</p>',
    show_instruction: true,
  });
  await page.goto(`/projects/${String(project)}/data?labeling=1`);
  const { keyboard } = page;

  const instructions = page.getByRole('dialog', { name: 'Labeling instructions' });
  await expect(instructions).toContainText('Mark every person.');
  await keyboard.press('Escape');
  await expect(instructions).toBeHidden();

  await test.step('the first two words are a person', async () => {
    const text = page.getByRole('textbox', { name: 'Text text' });
    await tabTo(page, text);
    await keyboard.press('Home');
    await keyboard.press('Control+Shift+ArrowRight');
    await keyboard.press('Control+Shift+ArrowRight');
    await keyboard.press('1');
    await keyboard.press('Enter');
    await expect(regionRow(page, 'Region 1: Person')).toBeVisible();
  });

  await test.step('its note, from the list of regions', async () => {
    await keyboard.press('Alt+.');
    await expect(regionRow(page, 'Region 1: Person')).toHaveAttribute('aria-pressed', 'true');
    await tabTo(page, regionRow(page, 'Region 1: Person'));
    await keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'note' })).toBeFocused();
    await keyboard.type('countess 2u');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
  });

  await test.step('the form, by the keys of its choices and stars', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await keyboard.press('Control+/');
    await keyboard.type('science');
    await keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: /Science/ })).toBeChecked();
    await tabTo(page, page.getByRole('textbox', { name: 'summary' }));
    await keyboard.type('They met.');
    await keyboard.press('Control+Enter');
  });

  await expect
    .poll(async () => {
      const { tasks } = await server.api.get<{ tasks: Task[] }>(
        `/api/tasks/?project=${String(project)}&fields=all`,
      );
      return tasks[0]?.annotations[0]?.result.map(({ from_name: from, value }) => [from, value]);
    })
    .toEqual([
      ['ner', { start: 0, end: 12, text: 'Ada Lovelace', labels: ['Person'] }],
      ['note', expect.objectContaining({ start: 0, end: 12, text: ['countess 2u'] })],
      ['subject', { choices: ['Science'] }],
      ['summary', { text: ['They met.'] }],
    ]);
});

/** Presses Tab until something has the focus, as one does who has no mouse. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`every part of the frame is accessible, ${colorScheme}`, async ({ page, server, signIn }) => {
      await signIn(page);
      const { project, task } = await textTask(server);
      const { api } = server;
      await api.post(`/api/tasks/${String(task)}/annotations/`, {
        result: [
          span('a', 0, 12, 'Person'),
          span('b', 36, 42, 'Place'),
          { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right' },
        ],
      });
      await api.post('/api/predictions/', {
        task,
        model_version: 'tiny-1',
        score: 0.7,
        result: [span('c', 17, 32, 'Person')],
      });
      await page.goto(`/projects/${String(project)}/data?task=${String(task)}&region=a`);
      await expect(regionRow(page, 'Region 1: Person')).toHaveAttribute('aria-pressed', 'true');
      await page.getByRole('button', { name: 'Unfold History' }).click();
      await accessible(page, 'an annotation with a selected region');

      await page.getByRole('button', { name: 'Compare all annotations' }).click();
      const compared = page.getByRole('region', { name: 'All annotations and predictions' });
      await expect(compared.getByRole('listitem')).toHaveCount(2);
      await expect(compared.locator('.gs-span')).toHaveCount(3);
      await expect(page.getByRole('button', { name: /^(Submit|Update)/ })).toBeHidden();
      await accessible(page, 'comparing');
      await compared.getByRole('button', { name: /^Open Prediction/ }).click();
      await expect(page.getByText('Predictions cannot be changed')).toBeVisible();

      await page.keyboard.press('Control+/');
      await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
      await accessible(page, 'the command palette');
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: 'Settings', exact: true }).last().click();
      const settings = page.getByRole('dialog', { name: 'Settings' });
      await settings.getByRole('tab', { name: 'Hotkeys' }).click();
      await expect(settings.getByText('Submit or update')).toBeVisible();
      await accessible(page, 'the list of hotkeys');
    });
  });
}

test('panels are moved by hand and stay there; a box is placed by its numbers', async ({
  page,
  server,
  signIn,
}) => {
  await signIn(page);
  const photo = await Photo.open(
    page,
    server,
    '<View><Image name="photo" value="$image"/><RectangleLabels name="box" toName="photo"><Label value="Car"/></RectangleLabels></View>',
  );
  await photo.pick('1', 'Car');
  await photo.drag([20, 20], [40, 50]);
  await photo.regions.first().click();

  await test.step('typed numbers', async () => {
    await page.getByLabel('X, percent').fill('10');
    await page.keyboard.press('Tab');
    await page.getByLabel('Rotation, degrees').fill('370');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
  });

  await test.step('the details to the left, the regions over the picture', async () => {
    const area = await page.locator('.gs-middle').boundingBox();
    if (area === null) throw new Error('There is no frame.');
    await dragPanel(page, 'Details', area.x + 40, area.y + 200);
    await expect(page.getByRole('complementary', { name: 'Panels on the left' })).toContainText('Details');
    await dragPanel(page, 'Regions', area.x + area.width / 2, area.y + 120);
    await page.reload();
    await expect(page.locator('.gs-panel-floating')).toContainText('Regions');
    await expect(page.getByRole('complementary', { name: 'Panels on the left' })).toContainText('Details');
    await page.getByRole('button', { name: 'Place of the panel Regions' }).click();
    await page.getByRole('menuitem', { name: 'Usual places of all panels' }).click();
    await expect(page.locator('.gs-panel-floating')).toHaveCount(0);
  });

  const [box] = await photo.saved();
  expect(box?.value).toMatchObject({ x: 10, rotation: 10 });
});

async function dragPanel(page: Page, title: string, x: number, y: number): Promise<void> {
  await page.locator('.gs-panel-head h2', { hasText: title }).hover();
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
}

test('a person gives commands other keys, and the editor obeys', async ({ page, server, signIn }) => {
  await signIn(page);
  const { project, task } = await textTask(server);
  await page.goto('/user/account/hotkeys');
  await page.getByRole('button', { name: /^Change the key of “Submit or update”/ }).click();
  await page.keyboard.press('Shift+s');
  await page.getByRole('button', { name: /^Change the key of “Skip the task”/ }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Also the key of Undo')).toBeVisible();
  await accessible(page, 'the page of hotkeys', 'main');
  await page.getByRole('button', { name: /^Usual key .* for “Skip the task”/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();

  await page.goto(`/projects/${String(project)}/data?task=${String(task)}`);
  await expect(page.getByRole('textbox', { name: 'Text text' })).toContainText('Ada');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /^Submit/ })).toBeEnabled();
  await page.keyboard.press('Shift+s');
  await expect(page.getByRole('button', { name: /^Update/ })).toBeVisible();
});
