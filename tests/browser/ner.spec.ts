import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { api, tasksOf, type Project } from './support/api';
import { expect, test } from './support/test';
import { labelWord } from './support/text';

const texts = [
  'Ada met Babbage in London.',
  'Turing worked at Bletchley during the war.',
  'Hopper taught at Vassar for a decade.',
  'Nothing to label in this one.',
  'Lovelace wrote to Faraday in October.',
  'Curie moved to Paris.',
];

test('a person sets up entity labeling, labels with and without a connection, and exports', async ({
  page,
  context,
}) => {
  await page.goto('/user/signup/');
  await page.getByLabel('Email address').fill('grace@example.com');
  await page.getByLabel('Password').fill('correct-horse-9');
  await page.getByRole('button', { name: 'Create account' }).click();

  await createProject(page);
  const { id, api: own } = await projectOf(page);
  await page.getByRole('button', { name: /^Label all/ }).click();

  const done = new Map<string, { word: string; label: string }[]>();
  await test.step('label three tasks by keys', async () => {
    done.set(await shownText(page), await labelShown(page));
    await submit(page, 'Control+Enter');
    done.set(await shownText(page), await labelShown(page));
    await submit(page, 'Control+Enter');
    done.set(await shownText(page), await labelShown(page));
    await submit(page, 'Control+Enter');
  });

  const skipped = await shownText(page);
  await submit(page, 'Control+Space');
  // The task after the open one is fetched ahead, a moment later.
  await page.waitForResponse((response) => response.url().includes('next_task'));
  await expect
    .poll(async () => (await tasksOf(own, id)).filter((task) => task.annotations.length > 0).length)
    .toBe(4);

  await test.step('label one more without a connection and reload', async () => {
    await context.setOffline(true);
    done.set(await shownText(page), await labelShown(page));
    await submit(page, 'Control+Enter');
    await expect(page.getByRole('button', { name: /1 annotation waiting/ })).toBeVisible();
    const shown = await shownText(page);
    await page.reload();
    await expect(page.getByRole('button', { name: /1 annotation waiting/ })).toBeVisible();
    expect(await shownText(page), 'the task that was open is open again').toBe(shown);
    expect((await tasksOf(own, id)).flatMap((task) => task.annotations)).toHaveLength(4);
    await context.setOffline(false);
    await expect(page.getByRole('button', { name: /annotation waiting/ })).toBeHidden();
    // What is on its way has no notice any more.
    await expect
      .poll(async () => (await tasksOf(own, id)).flatMap((task) => task.annotations).length)
      .toBe(5);
  });

  await test.step('everything has arrived once', async () => {
    const tasks = await tasksOf(own, id);
    expect(tasks.map((task) => task.data['text']).sort()).toEqual([...texts].sort());
    for (const { data, annotations } of tasks) {
      const text = data['text'] ?? '';
      const words = done.get(text);
      expect(annotations, text).toHaveLength(words === undefined && text !== skipped ? 0 : 1);
      expect(annotations[0]?.was_cancelled ?? false, text).toBe(text === skipped);
      expect(labeled(annotations[0]?.result.map(({ value }) => value) ?? []), text).toEqual(words ?? []);
    }
  });

  await test.step('the CSV has what was labeled', async () => {
    await page.goto(`/projects/${String(id)}/data`);
    await page.getByRole('toolbar').getByRole('link', { name: 'Export' }).click();
    await page.getByRole('radio', { name: /^CSV/ }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export as CSV' }).click();
    const csv = await readFile(await (await download).path(), 'utf8');
    const { data: rows } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    const exported = new Map(
      rows
        .filter((row) => (row['entity'] ?? '') !== '')
        .map((row) => [row['text'], labeled(JSON.parse(row['entity'] ?? '') as Labeled[])]),
    );
    expect(exported).toEqual(done);
  });
});

interface Labeled {
  text?: string;
  labels?: string[];
}

function labeled(values: readonly Labeled[]) {
  return values.map(({ text = '', labels = [] }) => ({ word: text, label: labels.join() }));
}

/** Through the wizard, with the texts as a CSV file dropped on it. */
async function createProject(page: Page) {
  await page.goto('/projects');
  await page.getByRole('link', { name: 'Create project' }).first().click();
  await page.getByLabel('Project name').fill('Entities');
  await page.getByRole('tab', { name: 'Data import' }).click();
  const transfer = await page.evaluateHandle(
    (csv) => {
      const data = new DataTransfer();
      data.items.add(new File([csv], 'texts.csv', { type: 'text/csv' }));
      return data;
    },
    ['text', ...texts.map((text) => `"${text}"`)].join('\n'),
  );
  const drop = page.getByText('Drop files or a folder here');
  for (const type of ['dragenter', 'dragover', 'drop'])
    await drop.dispatchEvent(type, { dataTransfer: transfer });
  await expect(page.getByText('1 file uploaded')).toBeVisible();
  await page.getByLabel('Each row or line is a task').click();
  await page.getByRole('tab', { name: 'Labeling setup' }).click();
  await page.getByRole('button', { name: 'Natural Language Processing' }).click();
  await page.getByRole('button', { name: 'Named Entity Recognition' }).click();
  await expect(page.getByText('No problems found')).toBeVisible();
  await page.getByRole('button', { name: 'Create project' }).click();
  await expect(page.getByText(texts[0] ?? '').first()).toBeVisible();
}

async function projectOf(page: Page) {
  const { origin, pathname } = new URL(page.url());
  const id = Number(/projects\/(\d+)/.exec(pathname)?.[1]);
  const answer = await page.request.get(`${origin}/api/current-user/token`);
  const { token } = (await answer.json()) as { token: string };
  const named = api(origin, token);
  expect((await named.get<Project>(`/api/projects/${String(id)}/`)).title).toBe('Entities');
  return { id, api: named };
}

async function shownText(page: Page): Promise<string> {
  return (await page.getByRole('textbox', { name: 'Text text' }).innerText()).trim();
}

/** The names in a text, with the keys of what they are and the aliases that results use. */
const names: Record<string, { key: string; label: string }> = {
  Ada: { key: '1', label: 'PER' },
  Babbage: { key: '1', label: 'PER' },
  Turing: { key: '1', label: 'PER' },
  Hopper: { key: '1', label: 'PER' },
  Lovelace: { key: '1', label: 'PER' },
  Curie: { key: '1', label: 'PER' },
  Bletchley: { key: '2', label: 'ORG' },
  Vassar: { key: '2', label: 'ORG' },
  London: { key: '3', label: 'LOC' },
  Paris: { key: '3', label: 'LOC' },
  Nothing: { key: '5', label: 'MISC' },
};

async function labelShown(page: Page) {
  const text = await shownText(page);
  const found = Object.entries(names).filter(([word]) => text.includes(word));
  for (const [word, { key }] of found) await labelWord(page, key, word);
  return found.map(([word, { label }]) => ({ word, label }));
}

/** Presses the key and waits for the task after it. */
async function submit(page: Page, key: string) {
  const before = await shownText(page);
  await page.keyboard.press(key);
  await expect(page.getByRole('textbox', { name: 'Text text' })).not.toHaveText(before);
}
