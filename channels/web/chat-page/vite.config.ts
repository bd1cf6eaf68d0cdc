/** Builds the chat page: one script, one style sheet, hashed names, a manifest that the server reads. */
import { join } from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/chat-page/',
  publicDir: false,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: join(import.meta.dirname, '..', '..', '..', 'dist', 'chat-page'),
    emptyOutDir: true,
    target: ['chrome87', 'safari14', 'firefox86'],
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    assetsDir: '.',
    assetsInlineLimit: 0,
    rolldownOptions: { input: join(import.meta.dirname, 'main.tsx') },
  },
});
