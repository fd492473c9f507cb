import { defineConfig } from 'vite';

/** The API reference: a page of its own, which the server offers to everybody. */
export default defineConfig({
  root: 'reference',
  publicDir: false,
  build: {
    outDir: '../dist',
    emptyOutDir: false,
    target: 'es2023',
    // The reference tool is one large file by nature.
    chunkSizeWarningLimit: 2500,
    rolldownOptions: { input: 'reference/api-reference.html' },
  },
});
