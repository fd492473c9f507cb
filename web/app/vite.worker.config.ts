import { defineConfig } from 'vite';

/** The service worker: one file without imports, at the root, whose name never changes. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2023',
    lib: {
      entry: 'src/features/labeling/offline/worker.ts',
      formats: ['iife'],
      name: 'worker',
      fileName: () => 'sw.js',
    },
  },
});
