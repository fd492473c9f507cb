import { expect, type Page } from '@playwright/test';

/** Labels a word of the text that is shown: its label's key, then a double click. */
export async function labelWord(page: Page, key: string, word: string): Promise<void> {
  const text = page.getByRole('textbox', { name: 'Text text' });
  await expect(text).toContainText(word);
  const regions = page.getByRole('region', { name: 'Regions and details' }).or(page.locator('.gs-panel'));
  await regions.first().waitFor();
  await page.keyboard.press(key);
  await expect(page.locator('.gs-label[aria-pressed=true]')).toHaveCount(1);
  const at = await middleOf(page, word);
  await page.mouse.dblclick(at.x, at.y);
  await expect(page.locator('.gs-span', { hasText: word })).toBeVisible();
}

/** Labels everything from one word to another by dragging over it. */
export async function labelStretch(page: Page, key: string, from: string, to: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Text text' })).toContainText(from);
  await page.keyboard.press(key);
  await expect(page.locator('.gs-label[aria-pressed=true]')).toHaveCount(1);
  const first = await middleOf(page, from);
  const last = await middleOf(page, to);
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(last.x, last.y, { steps: 5 });
  await page.mouse.up();
  await expect(page.locator('.gs-span', { hasText: to })).toBeVisible();
}

function middleOf(page: Page, word: string): Promise<{ x: number; y: number }> {
  return page.locator('.gs-text').evaluate((root, wanted) => {
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`"${wanted}" is not in the text`);
  }, word);
}
