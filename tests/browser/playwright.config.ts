import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env['CHROMIUM'] ?? browsers.find((path) => existsSync(path));

export default defineConfig({
  testDir: '.',
  outputDir: './results',
  // Each journey has a server and a browser of its own; one waits often enough for two to share a small machine.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    locale: 'en-US',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // Recording a trace of every journey takes a third of their time.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'journeys', testMatch: '*.spec.ts' },
    // Pictures for the documentation are taken on request: npm run screens.
    ...(process.env['GOLDSET_SCREENS'] === undefined
      ? []
      : [{ name: 'screens', testMatch: '**/browser/screens.ts' }]),
  ],
});
