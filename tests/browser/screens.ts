import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fill } from './support/samples';
import { screens } from './support/screens';
import { templatesInUse, useTemplate } from './support/templates';
import { expect, test } from './support/test';

// Takes the pictures of the documentation: docs/screens/<screen>-<scheme>.png.
const folder = join(import.meta.dirname, '../../docs/screens');

async function take(page: Page, name: string, colorScheme: string): Promise<void> {
  await page.screenshot({
    path: join(folder, `${name}-${colorScheme}.png`),
    animations: 'disabled',
    caret: 'hide',
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`pictures, ${colorScheme}`, async ({ page, server, signIn }) => {
      mkdirSync(folder, { recursive: true });
      const projects = await fill(server);
      let signedIn = false;
      for (const { name, open = false, path, ready } of screens) {
        if (!open && !signedIn) {
          await signIn(page);
          signedIn = true;
        }
        await page.goto(path(projects));
        await ready(page);
        await take(page, name, colorScheme);
      }
    });

    test(`templates in use, ${colorScheme}`, async ({ page, server, signIn }) => {
      mkdirSync(folder, { recursive: true });
      await signIn(page);
      for (const template of templatesInUse) {
        await page.goto(await useTemplate(server, template));
        await page.getByText('Annotation').first().waitFor();
        await expect(page.locator('.gs-image[aria-busy=true], .gs-skeleton')).toHaveCount(0);
        if (template.selected !== undefined)
          await page
            .locator('.gs-region-main')
            .nth(template.selected - 1)
            .click();
        await page.mouse.move(0, 0);
        await take(page, `template-${template.name}`, colorScheme);
      }
    });
  });
}
