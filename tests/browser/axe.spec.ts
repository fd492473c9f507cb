import AxeBuilder from '@axe-core/playwright';
import { fill } from './support/samples';
import { screens } from './support/screens';
import { expect, test } from './support/test';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`every screen is accessible, ${colorScheme}`, async ({ page, server, signIn }) => {
      const projects = await fill(server);
      let signedIn = false;
      for (const { name, open = false, path, ready } of screens) {
        if (!open && !signedIn) {
          await signIn(page);
          signedIn = true;
        }
        await test.step(name, async () => {
          await page.goto(path(projects));
          await ready(page);
          const { violations } = await new AxeBuilder({ page }).analyze();
          const grave = violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, help, nodes }) => ({
              id,
              help,
              at: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
            }));
          expect.soft(grave, `${name}, ${colorScheme}`).toEqual([]);
        });
      }
    });
  });
}
