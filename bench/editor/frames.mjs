/*
 * Frame times of the editor in a real browser: 5,000 boxes on a picture of 4000 × 3000 pixels, moved, zoomed and edited
 * by the events a mouse makes, and 50 masks painted on and stored. Prints a table, writes it to bench/results with `--write NAME`, and ends with status 1
 * when a gesture stays under its budget of frames.
 *
 *   npm run bench:editor -- [--seconds 5] [--size 1280x800] [--write 2026-01-31-machine]
 */
import { parseArgs } from 'node:util';
import { machine, onStage, publish } from './stage.mjs';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    size: { type: 'string', default: '1280x800' },
    write: { type: 'string' },
  },
});
const seconds = Number(options.seconds);
const [width = 1280, height = 800] = options.size.split('x').map(Number);

/** What is promised: frames a second while a gesture runs, milliseconds from a click to what it shows. */
const budget = { frames: 50, select: 50, open: 1000, stroke: 100, submit: 500 };
/** As often as a mouse reports, milliseconds. */
const pace = 8;

const rows = [];
await onStage({ width, height }, async (page, address) => {
  await measureBoxes(page, address);
  await measureMasks(await page.context().browser().newPage({ viewport: { width, height } }), address);
});

await report();

/** Opens an example and keeps how long that took. */
async function open(page, address, example) {
  await page.addInitScript(watchFrames);
  await page.goto(`${address}?example=${example}&bare`);
  await page.waitForFunction(() => window.frames5k.shown > 0);
  const opened = await page.evaluate(() => window.frames5k.shown - window.frames5k.drawn);
  rows.push({ what: `open ${example}, from the picture being there`, ms: opened, most: budget.open });
  return page.getByRole('application', { name: /^Image img/ });
}

/** 50 masks: painting one more stroke, and storing them all. */
async function measureMasks(page, address) {
  const canvas = await open(page, address, 'many-masks');
  await page.waitForTimeout(2000);
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Performance.enable');
  const box = await canvas.boundingBox();
  const { mouse, keyboard } = page;
  await keyboard.press('1');
  await mouse.move(box.x + 100, box.y + 100);
  await mouse.down();
  await record(page, protocol, 'paint a stroke among 50 masks', (time) =>
    mouse.move(box.x + 300 + 200 * Math.sin(time / 400), box.y + 250 + 150 * Math.cos(time / 300)),
  );
  await page.evaluate(() => window.frames5k.clicks.splice(0));
  await mouse.up();
  await page.waitForTimeout(500);
  const clicks = await page.evaluate(() => window.frames5k.clicks);
  rows.push({ what: 'end the stroke', ms: Math.max(...clicks), most: budget.stroke });
  await page.evaluate(() => {
    window.addEventListener('keydown', () => (window.frames5k.pressed = performance.now()), {
      capture: true,
    });
    const push = window.events.push;
    window.events.push = (...events) => {
      window.frames5k.stored = performance.now();
      return push.apply(window.events, events);
    };
  });
  await keyboard.press('Control+Enter');
  await page.waitForFunction(() => window.frames5k.stored !== undefined);
  const submit = await page.evaluate(() => window.frames5k.stored - window.frames5k.pressed);
  rows.push({ what: 'store 51 masks of 4000 × 3000', ms: submit, most: budget.submit });
}

/** 5,000 boxes. */
async function measureBoxes(page, address) {
  const canvas = await open(page, address, 'many-boxes');
  // Reductions of the picture are made after it is first shown.
  await page.waitForTimeout(2000);

  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Performance.enable');
  const box = await canvas.boundingBox();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const { mouse, keyboard } = page;
  const wheel = async (deltaX, deltaY) => mouse.wheel(deltaX, deltaY);
  const gesture = (what, step) => record(page, protocol, what, step);
  /** Runs something back and forth: 0 to 1 and back, again and again. */
  const swing = (time, period) => 1 - Math.abs(((time / period) % 2) - 1);
  const zoomed = async (steps) => {
    await keyboard.press('Shift+Digit1');
    await mouse.move(middle.x, middle.y);
    await keyboard.down('Control');
    for (let step = 0; step < steps; step++) await wheel(0, -20);
    await keyboard.up('Control');
    await page.waitForTimeout(300);
  };

  await gesture('still, all 5,000 in view', async () => undefined);
  await mouse.move(middle.x, middle.y);
  await gesture('pointer over all 5,000', (time) =>
    mouse.move(box.x + 20 + swing(time, 2000) * (box.width - 60), middle.y + 100 * Math.sin(time / 300)),
  );

  await keyboard.down('Control');
  await gesture('zoom between all 5,000 and 8 times', async (time) => {
    await wheel(0, Math.floor(time / 1600) % 2 === 0 ? -12 : 12);
  });
  await keyboard.up('Control');

  await zoomed(2);
  await gesture('pan by wheel, most in view', (time) =>
    wheel(8 * Math.sign(Math.sin(time / 700)), 6 * Math.sign(Math.cos(time / 500))),
  );
  for (const [name, steps] of [
    ['most in view', 2],
    ['a quarter in view', 4],
    ['few in view', 14],
  ]) {
    await zoomed(steps);
    await mouse.move(middle.x, middle.y);
    await mouse.down({ button: 'middle' });
    await gesture(`pan by dragging, ${name}`, (time) =>
      mouse.move(middle.x + 150 * Math.sin(time / 400), middle.y + 120 * Math.cos(time / 300)),
    );
    await mouse.up({ button: 'middle' });
  }

  await keyboard.press('Shift+Digit1');
  await keyboard.press('v');
  const target = await placeOfBox(page, 2450);
  await mouse.click(target.x, target.y);
  await mouse.move(target.x, target.y);
  await mouse.down();
  await gesture('drag one box, all 5,000 in view', (time) =>
    mouse.move(target.x + 100 * Math.sin(time / 400), target.y + 80 * Math.cos(time / 300)),
  );
  await mouse.up();
  await keyboard.press('Escape');
  await keyboard.press('1');
  await mouse.move(box.x + 40, box.y + 40);
  await mouse.down();
  await gesture('draw one box, all 5,000 in view', (time) =>
    mouse.move(box.x + 60 + swing(time, 1500) * 300, box.y + 60 + swing(time, 1100) * 200),
  );
  await mouse.up();

  await keyboard.press('Escape');
  await keyboard.press('v');
  await page.evaluate(() => window.frames5k.clicks.splice(0));
  for (let at = 0; at < 30; at++) {
    const place = await placeOfBox(page, (at * 163) % 4000);
    await mouse.click(place.x, place.y);
    await page.waitForTimeout(150);
  }
  const clicks = await page.evaluate(() => window.frames5k.clicks);
  rows.push({ what: 'select one of 5,000, p95', ms: percentile(clicks, 0.95), most: budget.select });
}

/** Runs steps for some seconds and keeps what the frames cost. */
async function record(page, protocol, what, step) {
  await page.evaluate(() => window.frames5k.start());
  const before = await metrics(protocol);
  const began = performance.now();
  let events = 0;
  for (let time = 0; time < seconds * 1000; time = performance.now() - began) {
    await step(time);
    events++;
    const rest = events * pace - (performance.now() - began);
    if (rest > 0) await new Promise((done) => setTimeout(done, rest));
  }
  const after = await metrics(protocol);
  const frames = await page.evaluate(() => window.frames5k.stop());
  const count = frames.length;
  const each = (name) => ((after[name] - before[name]) * 1000) / count;
  rows.push({
    what,
    fps: (count * 1000) / frames.reduce((sum, frame) => sum + frame, 0),
    p50: percentile(frames, 0.5),
    p95: percentile(frames, 0.95),
    longest: Math.max(...frames),
    script: each('ScriptDuration'),
    work: each('TaskDuration'),
    events: (events * 1000) / (performance.now() - began),
  });
}

async function metrics(protocol) {
  const { metrics: list } = await protocol.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** The middle of a box on the screen while the whole picture is shown. */
function placeOfBox(page, index) {
  return page.evaluate((at) => {
    const frame = document.querySelector('.gs-image').getBoundingClientRect();
    const margin = 12;
    const scale = Math.min((frame.width - 2 * margin) / 4000, (frame.height - 2 * margin) / 3000);
    return {
      x: frame.x + margin + ((at % 100) + 0.5) * 40 * scale,
      y: frame.y + margin + (Math.floor(at / 100) * 2 + 1) * 30 * scale,
    };
  }, index);
}

/** Runs in the page before its scripts. */
function watchFrames() {
  let frames = [];
  let last = null;
  let running = false;
  const tick = (now) => {
    if (!running) return;
    if (last !== null) frames.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  const watch = {
    /** When the picture's file was there, and the first frame that shows it with its regions. */
    drawn: 0,
    shown: 0,
    clicks: [],
    start() {
      frames = [];
      last = null;
      running = true;
      requestAnimationFrame(tick);
    },
    stop() {
      running = false;
      return frames;
    },
  };
  window.frames5k = watch;
  const look = (now) => {
    if (document.querySelector('.gs-image[aria-busy=false]')) watch.shown = now;
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    watch.drawn = performance.now();
    return create(blob);
  };
  // From the event to the frame that shows what it did, in steps of 8 ms.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'pointerup') watch.clicks.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 });
}

function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function report() {
  const gestures = rows.filter(({ fps }) => fps !== undefined);
  const times = rows.filter(({ ms }) => ms !== undefined);
  const cell = (value) => value.toFixed(1);
  const text = [
    machine(),
    `Window of ${width} × ${height}, ${seconds} s a gesture, an event every ${pace} ms at most. Script is JavaScript alone, work everything on the main thread, both a frame.`,
    '',
    '| on a picture of 4000 × 3000 | frames/s | frame p50 | p95 | longest | script | work |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...gestures.map(
      ({ what, fps, p50, p95, longest, script, work }) =>
        `| ${[what, cell(fps), ...[p50, p95, longest, script, work].map((ms) => `${cell(ms)} ms`)].join(' | ')} |`,
    ),
    '',
    '| measured | budget | value |',
    '| --- | --- | --- |',
    ...times.map(({ what, ms, most }) => `| ${what} | ≤ ${most} ms | ${cell(ms)} ms |`),
  ].join('\n');
  const slow = [
    ...gestures.filter(({ fps }) => fps < budget.frames),
    ...times.filter(({ ms, most }) => ms > most),
  ];
  return publish({ title: 'Editor', text, slow, name: options.write });
}
