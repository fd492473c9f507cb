import { tasksOf, type Project } from './support/api';
import { person } from './support/server';
import { expect, test } from './support/test';
import { labelWord } from './support/text';

const config = `<View>
  <Labels name="entity" toName="text"><Label value="Person"/><Label value="Place"/></Labels>
  <Text name="text" value="$text"/>
</View>`;

test('a session that ends while labeling loses nothing', async ({ page, context, server, signIn }) => {
  const { id } = await server.api.post<Project>('/api/projects/', { title: 'Names', label_config: config });
  await server.api.post(`/api/projects/${String(id)}/import`, [
    { text: 'Ada met Babbage in London.' },
    { text: 'Curie moved to Paris.' },
  ]);
  await signIn(page);
  const ahead = page.waitForResponse(/next_task.*except/);
  await page.goto(`/projects/${String(id)}/data?labeling=1`);
  await labelWord(page, '1', 'Babbage');
  await labelWord(page, '2', 'London');
  await ahead;
  await context.clearCookies({ name: 'sessionid' });
  await page.keyboard.press('Control+Enter');

  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByLabel('Password').fill(person.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();

  await expect
    .poll(async () =>
      (await tasksOf(server.api, id)).map(({ annotations }) =>
        annotations.map(({ result }) => result.map(({ value }) => [value.labels?.join(), value.text])),
      ),
    )
    .toEqual([
      [
        [
          ['Person', 'Babbage'],
          ['Place', 'London'],
        ],
      ],
      [],
    ]);
  await expect(page.getByRole('textbox', { name: 'Text text' })).toHaveText('Curie moved to Paris.');
});

test('signing in and out by keyboard; the token to copy', async ({ page, context }) => {
  await page.goto('/projects');
  await expect(page, 'a screen asks for the sign-in').toHaveURL(/\/user\/login\/\?next=\/projects$/);
  await expect(page.getByLabel('Email address')).toBeFocused();
  await page.keyboard.type(person.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type('not-the-password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText("The email and password you entered don't match.");
  await expect(page.getByLabel('Email address')).toHaveValue(person.email);
  await page.getByLabel('Password', { exact: true }).focus();
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/projects$/);

  await test.step('Tab reaches what a person needs', async () => {
    const create = page.getByRole('link', { name: 'Create project' }).first();
    await expect(create).toBeVisible();
    const reached: string[] = [];
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    await expect(skip).toBeFocused();
    await expect(skip, 'the link shows when it has the focus').toBeInViewport();
    while (reached.length < 30) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''));
      if (await create.evaluate((link) => link === document.activeElement)) break;
    }
    await expect(create).toBeFocused();
    expect(reached).toContain(`Account of ${person.email}`);
    expect(reached).toContain('Color scheme');
  });

  await test.step('copy the access token', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/user/account/legacy-token');
    await expect(page.getByLabel('Token', { exact: true })).toHaveValue(person.token);
    await page.getByRole('button', { name: 'Copy token' }).click();
    await expect(page.getByText('Copied').first()).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(person.token);
  });

  await page.getByRole('button', { name: `Account of ${person.email}` }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page).toHaveURL(/\/user\/login\//);
  await page.goto('/projects');
  await expect(page).toHaveURL(/\/user\/login\//);
});
