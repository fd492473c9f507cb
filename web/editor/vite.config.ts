import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The examples page: the editor alone, with several configs. */
export default defineConfig({
  root: 'examples',
  plugins: [react()],
  server: { host: '127.0.0.1', port: 9101, strictPort: true },
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2023' },
});
