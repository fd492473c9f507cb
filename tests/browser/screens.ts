import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from './support/samples';
import { screens } from './support/screens';
import { test } from './support/test';

// Takes the pictures of the documentation: docs/screens/<screen>-<scheme>.png.
const folder = join(import.meta.dirname, '../../docs/screens');

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
        await page.screenshot({
          path: join(folder, `${name}-${colorScheme}.png`),
          animations: 'disabled',
          caret: 'hide',
        });
      }
    });
  });
}
