/*
 * Long texts and long days: how long 1 MB with 5,000 regions takes to open and to work on, and what stays in memory
 * after hundreds of labeled tasks in one tab. Prints a table, writes it to bench/results with `--write NAME`, and ends
 * with status 1 when something is over its budget.
 *
 *   npm run bench:editor -- text [--only speed|memory] [--tasks 500] [--size 1280x800] [--write 2026-01-31-machine]
 */
import { parseArgs } from 'node:util';
import { machine, onStage, publish } from './stage.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    tasks: { type: 'string', default: '500' },
    size: { type: 'string', default: '1280x800' },
    write: { type: 'string' },
  },
});
const tasks = Number(options.tasks);
const [width = 1280, height = 800] = options.size.split('x').map(Number);

/** What is promised, milliseconds and megabytes. */
const budget = { open: 1000, select: 100, label: 100, search: 200, growth: 50 };
/** Tasks after which the memory is first measured: by then what is loaded once is loaded. */
const warmUp = 10;

const rows = [];
const add = (what, value, most, unit) => rows.push({ what, value, most, unit });

await onStage({ width, height }, async (page, address) => {
  await page.addInitScript(watch);
  if (options.only !== 'memory') await openAndWork(page, address);
  if (options.only !== 'speed') await soak(page, address);
});
await report();

/** Opens long texts in place of a short one, as the next task does, and works on them. */
async function openAndWork(page, address) {
  for (const [example, text, span] of [
    ['long', '.gs-text', '.gs-span'],
    ['long-hypertext', '.gs-hypertext', '.gs-hypertext-marks span'],
  ]) {
    await page.goto(`${address}?example=sentiment&bare`);
    await page.locator('.gs-choice').first().waitFor();
    add(
      `open ${example}: 1 MB, 5,000 regions`,
      await page.evaluate(openTimed, { example, span }),
      budget.open,
      'ms',
    );
    await work(page, example, text);
  }
  await searchTaxonomy(page, address);
}

/** Labels words, selects regions and scrolls through a text that is open. */
async function work(page, example, text) {
  const labeled = [];
  for (let at = 0; at < 8; at++) {
    // Each label that is shown moves the words after it.
    const { x, y } = await page.locator(text).evaluate(wordInSight, at * 5);
    await page.keyboard.press('1');
    await page.mouse.move(x, y);
    await page.evaluate(() => window.watch.count());
    await page.mouse.dblclick(x, y);
    await page.waitForFunction(() => window.watch.counted !== null, null, { timeout: 10_000 });
    labeled.push(await page.evaluate(() => window.watch.counted));
    await page.keyboard.press('Escape');
  }
  add(`label a word in ${example}, the slowest`, Math.max(...labeled), budget.label, 'ms');
  const selected = [];
  const list = page.locator('.gs-region-main');
  for (let at = 0; at < 8; at++) {
    selected.push(
      await list.nth(at + 1).evaluate(async (button) => {
        const began = performance.now();
        button.click();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - began;
      }),
    );
  }
  add(`select a region of ${example}, the slowest`, Math.max(...selected), budget.select, 'ms');
}

/** Looks for a leaf among a hundred thousand. */
async function searchTaxonomy(page, address) {
  await page.goto(`${address}?example=taxonomy&bare`);
  await page.locator('summary', { hasText: 'Choose species' }).click();
  const took = await page
    .locator('.gs-taxonomy-search')
    .first()
    .evaluate(async (field) => {
      const began = performance.now();
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
      set.call(field, '25.1000');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      const found = () =>
        [...document.querySelectorAll('.gs-taxonomy-node')].some((row) =>
          row.textContent.includes('Plants 25.1000'),
        );
      while (!found()) await new Promise((done) => requestAnimationFrame(done));
      return performance.now() - began;
    });
  add('find one of 100,000 nodes of a taxonomy', took, budget.search, 'ms');
}

/** Labels one task after another in the same tab, by hand: a word, a choice, a note, a box, submit. */
async function soak(page, address) {
  await page.goto(`${address}?example=stream&bare`);
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Performance.enable');
  await protocol.send('HeapProfiler.enable');
  let begun = null;
  const began = performance.now();
  for (let index = 1; index <= tasks; index++) {
    await page.locator('.gs-text', { hasText: `Task ${index}:` }).waitFor();
    await page.locator('.gs-image[aria-busy=false]').waitFor();
    if (index === warmUp + 1) begun = await memory(protocol);
    const word = await page.locator('.gs-text').evaluate((root) => {
      const range = document.createRange();
      const node = root.querySelector('.gs-segment').firstChild;
      const at = node.data.indexOf('Babbage');
      range.setStart(node, at);
      range.setEnd(node, at + 7);
      const { left, top, width: wide, height: high } = range.getBoundingClientRect();
      return { x: left + wide / 2, y: top + high / 2 };
    });
    await page.keyboard.press('1');
    await page.mouse.dblclick(word.x, word.y);
    await regions(page, 1);
    await page.keyboard.press('3');
    await page.locator('.gs-textbox textarea').fill(`Note ${index}`);
    await page.keyboard.press('Enter');
    await page.locator('.gs-text').click({ position: { x: 200, y: 70 } });
    await page.locator('.gs-image').scrollIntoViewIfNeeded();
    const box = await page.locator('.gs-image').boundingBox();
    await page.keyboard.press('5');
    await page.mouse.move(box.x + 100, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 160, box.y + 140, { steps: 2 });
    await page.mouse.up();
    await regions(page, 2);
    await page.keyboard.press('Control+Enter');
  }
  await page.locator('.gs-text', { hasText: `Task ${tasks + 1}:` }).waitFor();
  const perTask = (performance.now() - began) / tasks;
  const stored = await page.evaluate(
    () => window.events.findLast(({ name }) => name === 'submit').event.result,
  );
  const types = stored
    .map(({ type }) => type)
    .sort()
    .join();
  if (types !== 'choices,labels,rectanglelabels,textarea')
    throw new Error(`The last task was stored as ${types}.`);
  const ended = await memory(protocol);
  add(
    `memory after ${tasks} labeled tasks, more than after ${warmUp}`,
    ended.heap - begun.heap,
    budget.growth,
    'MB',
  );
  add('memory in the end', ended.heap, Infinity, 'MB');
  add('elements of the page, more than after the first', ended.nodes - begun.nodes, 2000, '');
  add('listeners, more than after the first', ended.listeners - begun.listeners, 200, '');
  add('time a task took, with all its events', perTask, Infinity, 'ms');
}

/** Waits until the list has so many regions. */
async function regions(page, count) {
  await page
    .locator('.gs-count')
    .first()
    .filter({ hasText: String(count) })
    .waitFor({ timeout: 10_000 });
}

async function memory(protocol) {
  await protocol.send('HeapProfiler.collectGarbage');
  const { metrics } = await protocol.send('Performance.getMetrics');
  const named = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  return { heap: named.JSHeapUsedSize / 2 ** 20, nodes: named.Nodes, listeners: named.JSEventListeners };
}

/** Runs in the page: from the order to show an example until its regions have been painted. */
async function openTimed({ example, span }) {
  const began = performance.now();
  window.show(example);
  while (document.querySelector(span) === null) await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - began;
}

/** Runs in the page: the middle of a word that is in no region, some words on from the top. */
function wordInSight(root, skipped) {
  const marks = [...document.querySelectorAll('.gs-span, .gs-hypertext-marks span')].flatMap((mark) => [
    ...mark.getClientRects(),
  ]);
  const isFree = ({ x, y }) =>
    !marks.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom);
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const places = [];
  for (let node = nodes.nextNode(); node !== null && places.length <= skipped; node = nodes.nextNode()) {
    for (const word of node.data.matchAll(/[A-Za-z]{5,}/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const { left, top, width, height } = range.getBoundingClientRect();
      const place = { x: left + width / 2, y: top + height / 2 };
      if (top > 220 && top < 560 && isFree(place)) places.push(place);
    }
  }
  return places[skipped];
}

/** Runs in the page before its scripts. */
function watch() {
  let pressed = 0;
  let before = '';
  const count = () => document.querySelector('.gs-count')?.textContent ?? '';
  window.watch = {
    /** From letting go of the pointer to the frame with one more region; null until then. */
    counted: null,
    count() {
      before = count();
      this.counted = null;
    },
  };
  window.addEventListener('dblclick', () => {
    pressed = performance.now();
    const look = () => {
      if (count() === before) requestAnimationFrame(look);
      else window.watch.counted = performance.now() - pressed;
    };
    requestAnimationFrame(look);
  });
}

function report() {
  const cell = (value, unit) => (Number.isFinite(value) ? `${value.toFixed(1)} ${unit}`.trim() : '');
  const text = [
    machine(),
    '',
    '| measured | at most | value |',
    '| --- | --- | --- |',
    ...rows.map(({ what, value, most, unit }) => `| ${what} | ${cell(most, unit)} | ${cell(value, unit)} |`),
  ].join('\n');
  const slow = rows.filter(({ value, most }) => value > most);
  return publish({ title: 'Texts and memory', text, slow, name: options.write });
}
