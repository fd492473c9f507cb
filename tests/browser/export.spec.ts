import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import Papa from 'papaparse';
import { fill } from './support/samples';
import { expect, test } from './support/test';

test('export at once; a snapshot made, converted, downloaded and deleted', async ({
  page,
  server,
  signIn,
}) => {
  const { text } = await fill(server);
  await signIn(page);
  await page.goto(`/projects/${String(text)}/data/export`);

  await test.step('the formats that fit come first; the receipt says what a format leaves out', async () => {
    const formats = page.getByRole('radiogroup', { name: 'Format' }).getByRole('radio');
    await expect(formats.first()).toHaveAccessibleName(/^JSON/);
    await page.getByLabel('Find a format').fill('spreadsheets');
    await expect(formats).toHaveCount(1);
    await formats.first().click();
    const receipt = page.getByRole('region', { name: 'What the file will hold' });
    await expect(receipt).toContainText('Nothing is left out.');
    await expect(receipt).toContainText('Annotations3');
    const rows = await tableOf(page, () => page.getByRole('link', { name: 'Export as CSV' }).click());
    expect(rows.map(({ text: line }) => line?.slice(0, 12)).sort()).toEqual([
      'Ada Lovelace',
      'Grace Hopper',
      'Marie Curie ',
    ]);
  });

  await page.getByRole('tab', { name: 'Snapshots' }).click();
  await expect(page.getByRole('heading', { name: 'No snapshots yet' })).toBeVisible();
  const row = page.getByRole('listitem', { name: 'Monday' });

  await test.step('create, by keyboard', async () => {
    await page.getByLabel('Title').focus();
    await page.keyboard.type('Monday');
    await page.keyboard.press('Enter');
    await expect(row.getByText('Complete', { exact: true })).toBeVisible();
    await expect(row).toContainText('8 tasks');
    await expect(row.getByText(/\d kB/)).toBeVisible();
  });

  await test.step('what is done later is not in it', async () => {
    await server.api.post(`/api/projects/${String(text)}/import`, [{ text: 'Too late.' }]);
    const file = await downloaded(page, () =>
      row.getByRole('link', { name: 'Download Monday', exact: true }).click(),
    );
    const tasks = JSON.parse(file) as { data: { text: string } }[];
    expect(tasks).toHaveLength(8);
    expect(file).not.toContain('Too late.');
  });

  await test.step('convert, download', async () => {
    await row.getByRole('button', { name: 'Convert Monday' }).click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    const link = row.getByRole('link', { name: 'Download Monday as CSV' });
    const rows = await tableOf(page, () => link.click());
    expect(rows).toHaveLength(8);
    expect(rows.filter(({ entity }) => entity?.includes('"Marie Curie"'))).toHaveLength(1);
  });

  await test.step('delete', async () => {
    await row.getByRole('button', { name: 'Delete Monday' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete this snapshot?' });
    await dialog.getByRole('button', { name: 'Delete snapshot' }).click();
    await expect(page.getByRole('heading', { name: 'No snapshots yet' })).toBeVisible();
    expect(await server.api.get(`/api/projects/${String(text)}/exports/`)).toEqual([]);
  });
});

async function tableOf(
  page: Page,
  start: () => Promise<void>,
): Promise<Record<string, string | undefined>[]> {
  return Papa.parse<Record<string, string | undefined>>(await downloaded(page, start), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

/** The text of the file that `start` makes the browser save. */
async function downloaded(page: Page, start: () => Promise<void>): Promise<string> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), start()]);
  return readFile(await download.path(), 'utf8');
}
