import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Project } from './support/api';
import { fill } from './support/samples';
import { expect, test } from './support/test';

const config = `<View>
  <Text name="text" value="$text"/>
  <Choices name="kind" toName="text"><Choice value="Animal"/><Choice value="Plant"/></Choices>
</View>`;

const names = ['oak', 'cat', 'elm', 'dog', 'ivy', 'cow', 'ash', 'owl', 'fir', 'bee', 'yew', 'ant'];

interface Listed {
  total: number;
  tasks: { data: { text: string; legs: number; done?: string } }[];
}

async function project(server: {
  api: { post: <T>(path: string, body: unknown) => Promise<T> };
}): Promise<number> {
  const { id } = await server.api.post<Project>('/api/projects/', {
    title: 'Living things',
    label_config: config,
  });
  await server.api.post(
    `/api/projects/${String(id)}/import`,
    names.map((name, index) => ({ text: `a ${name} in the garden`, legs: index % 2 === 0 ? 0 : index + 1 })),
  );
  return id;
}

const rows = (page: Page) => page.getByRole('grid', { name: 'Tasks' }).getByRole('row');

test('filter, order, act on all but three, take it back, label what is listed', async ({
  page,
  server,
  signIn,
}) => {
  const id = await project(server);
  await signIn(page);
  await page.goto(`/projects/${String(id)}/data`);
  await expect(rows(page)).toHaveCount(names.length + 1);

  await test.step('only what has legs', async () => {
    await page.getByRole('button', { name: 'Filters' }).click();
    const menu = page.getByRole('dialog', { name: /filter/i });
    await menu.getByRole('button', { name: 'Add filter' }).click();
    await menu.getByRole('combobox', { name: 'Column' }).click();
    await page.getByRole('option', { name: 'legs', exact: true }).click();
    await menu.getByRole('combobox', { name: 'Condition' }).click();
    await page.getByRole('option', { name: 'does not contain', exact: true }).click();
    await menu.getByRole('textbox', { name: 'Value' }).fill('0');
    await menu.getByRole('button', { name: 'Add a condition inside the filter on legs' }).click();
    const inside = menu.getByRole('group', { name: 'Inside the filter on legs' });
    await inside.getByRole('combobox', { name: 'Condition' }).click();
    await page.getByRole('option', { name: 'is not', exact: true }).click();
    await inside.getByRole('textbox', { name: 'Value' }).fill('nothing');
    await page.keyboard.press('Escape');
    // 2, 4, 6, 8 and 12 legs; 10 has a zero.
    await expect(rows(page)).toHaveCount(6);
  });

  await test.step('in the order of the text, backwards', async () => {
    const header = page.getByRole('columnheader', { name: /^text/ });
    await header.getByRole('button', { name: 'text', exact: true }).click();
    await header.getByRole('button', { name: 'text', exact: true }).click();
    await expect(header).toHaveAttribute('aria-sort', 'descending');
    await expect(rows(page).nth(1)).toContainText('owl');
    await expect(rows(page).nth(5)).toContainText('ant');
  });

  await test.step('an action on all but three', async () => {
    await page.getByRole('checkbox', { name: 'Select all tasks' }).click();
    for (const row of [1, 2, 3]) await rows(page).nth(row).getByRole('checkbox').click();
    await page.getByRole('button', { name: '2 tasks selected' }).click();
    await page.getByRole('menuitem', { name: 'Add Or Modify Data Field' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('done');
    await dialog.getByRole('combobox', { name: 'Type' }).click();
    await page.getByRole('option', { name: 'String', exact: true }).click();
    await dialog
      .getByRole('textbox', { name: /value$/i })
      .last()
      .fill('yes');
    await dialog.getByRole('button', { name: /Add Or Modify|Run|Apply/ }).click();
    await expect(page.getByText('Updated 2 tasks')).toBeVisible();
    const { tasks } = await server.api.get<Listed>(`/api/tasks/?project=${String(id)}`);
    const done = tasks.filter(({ data }) => data.done === 'yes').map(({ data }) => data.text);
    expect(done.sort()).toEqual(['a ant in the garden', 'a cat in the garden']);
  });

  await test.step('a search narrows the list further', async () => {
    const box = page.getByRole('searchbox', { name: 'Search all fields' });
    await box.fill('gard do');
    await expect(rows(page)).toHaveCount(2);
    await expect(rows(page).nth(1)).toContainText('dog');
    await page.getByRole('button', { name: 'Clear search' }).click();
    await expect(rows(page)).toHaveCount(6);
  });

  await test.step('the order is taken back, step by step', async () => {
    const undo = page.getByRole('button', { name: 'Undo the last change of this tab' });
    await undo.click();
    await undo.click();
    await expect(page.getByRole('columnheader', { name: /^text/ })).not.toHaveAttribute('aria-sort', /./);
    await expect(rows(page).nth(1)).toContainText('cat');
    await expect(rows(page)).toHaveCount(6);
  });

  await test.step('label as listed', async () => {
    await page.getByRole('button', { name: 'More ways to label' }).click();
    await page.getByRole('menuitem', { name: /Label tasks as displayed/ }).click();
    await expect(page.getByText('a cat in the garden')).toBeVisible();
    await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('a dog in the garden')).toBeVisible();
    // What was submitted is sent in the background.
    const labeled = `/api/tasks/?project=${String(id)}&query=${encodeURIComponent(
      JSON.stringify({
        filters: {
          conjunction: 'and',
          items: [{ filter: 'filter:tasks:total_annotations', operator: 'equal', type: 'Number', value: 1 }],
        },
      }),
    )}`;
    await expect.poll(async () => (await server.api.get<Listed>(labeled)).total).toBe(1);
  });
});

test('tabs and columns are moved by keys, rows are selected by keys', async ({ page, server, signIn }) => {
  const id = await project(server);
  await signIn(page);
  await page.goto(`/projects/${String(id)}/data`);
  await page.getByRole('button', { name: 'Add tab' }).click();
  const tabs = page.getByRole('navigation', { name: 'Tabs' });
  await expect(tabs.getByRole('button', { name: 'New tab', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await tabs.getByRole('button', { name: 'Tab New tab' }).click();
  await page.getByRole('menuitem', { name: 'Move left' }).click();
  await page.reload();
  await expect(tabs.getByRole('button').first()).toHaveText('New tab');

  const headers = page.getByRole('columnheader');
  await page.getByRole('columnheader', { name: /^text/ }).hover();
  await page.getByRole('button', { name: 'Column text' }).click();
  await page.getByRole('menuitem', { name: 'Move left' }).click();
  await expect(headers.nth(1)).toContainText('text');

  await rows(page).nth(1).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('button', { name: '3 tasks selected' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/task=/);
  await expect(page.getByText('a elm in the garden').last()).toBeVisible();
});

test('a million rows are scrolled through, each request answered', async ({ page, server, signIn }) => {
  const total = 1_000_000;
  const id = await project(server);
  const { tasks } = await server.api.get<{ tasks: Record<string, unknown>[] }>(
    `/api/tasks/?project=${String(id)}&page_size=1`,
  );
  const pages = new Set<number>();
  await page.route(/\/api\/tasks\/\?/, async (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const [number, size] = [Number(asked.get('page')), Number(asked.get('page_size'))];
    pages.add(number);
    await route.fulfill({
      json: {
        total,
        total_annotations: 0,
        total_predictions: 0,
        tasks: Array.from({ length: Math.min(size, total - (number - 1) * size) }, (_, index) => {
          const row = (number - 1) * size + index + 1;
          return { ...tasks[0], id: row, inner_id: row, data: { text: `row ${String(row)}`, legs: 0 } };
        }),
      },
    });
  });
  const failed: string[] = [];
  page.on('requestfailed', (request) => {
    // What has left the view before its page came is not asked for any more.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url());
  });
  await signIn(page);
  failed.length = 0;
  await page.goto(`/projects/${String(id)}/data`);
  await expect(rows(page).nth(1)).toContainText('row 1');
  const grid = page.getByRole('grid', { name: 'Tasks' });

  await grid.hover();
  for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, 4000);
  await expect.poll(() => grid.evaluate((element) => element.scrollTop)).toBeGreaterThan(20_000);
  await expect(async () => {
    const top = await grid.evaluate((element) => element.scrollTop);
    const row = `row ${String(Math.floor(top / 32) + 5)}`;
    await expect(grid.getByText(row, { exact: true })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await grid.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }));
  await expect(grid.getByText('row 100001', { exact: true })).toBeAttached();
  await rows(page).nth(3).focus();
  await page.keyboard.press('End');
  await expect(grid.getByText('row 200000', { exact: true })).toBeVisible();
  for (let block = 2; block <= 5; block++) await page.getByRole('button', { name: /Next/ }).click();
  await expect(grid.getByText('row 800001', { exact: true })).toBeVisible();
  await rows(page).nth(3).focus();
  await page.keyboard.press('End');
  await expect(grid.getByText('row 1000000', { exact: true })).toBeVisible();

  // Nothing is drawn or asked for that nobody has had in view.
  expect(await rows(page).count()).toBeLessThan(100);
  expect(pages.size).toBeLessThan(80);
  expect(failed).toEqual([]);
});

// Pictures for whoever asks for them: GOLDSET_PICTURES names the folder.
for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test(`pictures of tasks lie beside each other, ${colorScheme}`, async ({ page, server, signIn }) => {
      const { pictures, text } = await fill(server);
      await signIn(page);
      const take = async (name: string): Promise<void> => {
        const folder = process.env['GOLDSET_PICTURES'];
        if (folder === undefined) return;
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' });
      };
      await page.goto(`/projects/${String(pictures)}/data`);
      await page.getByRole('img', { name: 'Grid', exact: true }).click();
      const grid = page.getByRole('grid', { name: 'Tasks' });
      await expect(grid.locator('img')).toHaveCount(3);
      await expect
        .poll(() =>
          grid
            .locator('img')
            .evaluateAll((all) => all.every((one) => (one as HTMLImageElement).naturalWidth > 0)),
        )
        .toBe(true);
      await take('grid');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
      ).toEqual([]);
      await page.getByRole('checkbox', { name: 'Select all tasks' }).click();
      await grid.getByRole('checkbox').nth(1).click();
      await expect(page.getByRole('button', { name: '2 tasks selected' })).toBeVisible();
      await grid.getByRole('checkbox').nth(0).click();
      await grid
        .getByRole('checkbox')
        .nth(2)
        .click({ modifiers: ['Shift'] });
      await expect(page.getByRole('button', { name: '2 tasks selected' })).toBeHidden();
      await page.getByRole('img', { name: 'Table', exact: true }).click();
      await expect(rows(page)).toHaveCount(4);

      await page.goto(`/projects/${String(text)}/data`);
      await expect(rows(page)).toHaveCount(9);
      await page.getByRole('searchbox', { name: 'Search all fields' }).fill('college');
      await expect(rows(page)).toHaveCount(4);
      await page.getByRole('button', { name: 'Filters' }).click();
      const menu = page.getByRole('dialog', { name: /filter/i });
      await menu.getByRole('button', { name: 'Add filter' }).click();
      await menu.getByRole('textbox', { name: 'Value' }).fill('a');
      await menu.getByRole('button', { name: 'Add a condition inside the filter on text' }).click();
      await menu.getByRole('textbox', { name: 'Value' }).last().fill('Col');
      await take('filters');
      await page.keyboard.press('Escape');
      await page.getByRole('checkbox', { name: 'Select all tasks' }).click();
      await take('table');
    });
  });
}
