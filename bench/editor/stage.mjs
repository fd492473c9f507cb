/* The editor's example page, built and served, in a real browser. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';

const editor = resolve(import.meta.dirname, '../../web/editor');
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env.CHROMIUM ?? browsers.find((path) => existsSync(path));

/** Runs something on a page of the examples: `run(page, address)`. */
export async function onStage({ width = 1280, height = 800 }, run) {
  const folder = await mkdtemp(join(tmpdir(), 'goldset-stage-'));
  try {
    const config = {
      root: join(editor, 'examples'),
      configFile: join(editor, 'vite.config.ts'),
      logLevel: 'warn',
    };
    await build({ ...config, build: { outDir: folder, emptyOutDir: true } });
    const server = await preview({
      ...config,
      build: { outDir: folder },
      preview: { host: '127.0.0.1', port: 0 },
    });
    const browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
      ],
    });
    try {
      const page = await browser.newPage({ viewport: { width, height } });
      const errors = [];
      page.on('pageerror', (error) => errors.push(error));
      await run(page, server.resolvedUrls.local[0]);
      if (errors.length > 0) throw errors[0];
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One line on the machine, for reports. */
export function machine() {
  const [cpu] = cpus();
  return `${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, headless Chromium without a GPU: painting is done by the processor.`;
}

/** Prints a report, keeps it in bench/results where it has a name, and ends with status 1 when something is over its budget. */
export async function publish({ title, text, slow, name }) {
  process.stdout.write(`${text}\n`);
  if (slow.length > 0) {
    process.stdout.write(`\nOver budget: ${slow.map(({ what }) => what).join('; ')}\n`);
    process.exitCode = 1;
  }
  if (name === undefined) return;
  await writeFile(resolve(import.meta.dirname, `../results/${name}.md`), `# ${title}, ${name}\n\n${text}\n`);
}
