import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The Goldset server behind the development server; start it first. */
const server = process.env.GOLDSET_URL ?? 'http://127.0.0.1:8080';

/** Everything the server itself answers: /user/account/… and the rest are screens of this application. */
const serverPaths = [
  '^/api($|/)',
  '^/data/',
  '^/logout',
  '^/user/(login|signup)',
  '^/docs/',
  '^/static/',
  '^/version',
];

export default defineConfig({
  base: '/',
  plugins: [react()],
  // The list of built files tells the page what to keep for a start without a connection.
  build: { outDir: 'dist', assetsDir: 'assets', target: 'es2023', manifest: 'assets/manifest.json' },
  server: {
    port: 9122,
    strictPort: true,
    proxy: Object.fromEntries(serverPaths.map((path) => [path, { target: server }])),
  },
  test: {
    name: 'app',
    environment: 'jsdom',
    include: ['test/**/*.test.{ts,tsx}', 'src/**/*.test.{ts,tsx}', 'reference/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
