/** How Vite builds a page: one script, one style sheet, hashed names, packed copies, a manifest that the server reads. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, UserConfig } from 'vite';
import { addressOf } from './built-page.ts';

/** A bad line gets a quarter of the bytes, and the server packs nothing while it serves. */
const packBeside: Plugin = {
  name: 'pack-beside',
  generateBundle(_options, bundle) {
    for (const [fileName, file] of Object.entries(bundle)) {
      const text = file.type === 'chunk' ? file.code : file.source;
      if (/\.(js|css)$/.test(fileName))
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(text, { level: 9 }) });
    }
  },
};

/**
 * @param folder holds `main.tsx`.
 * @param name of the folder below `dist` and of the addresses below `/assets`.
 * @param beside scripts that stand alone, each under its own name (a service worker's address never changes).
 */
export const pageConfig = (folder: string, name: string, beside: readonly string[] = []): UserConfig => ({
  root: folder,
  base: addressOf(name),
  publicDir: false,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [packBeside],
  build: {
    outDir: join(import.meta.dirname, '..', '..', 'dist', name),
    emptyOutDir: true,
    target: ['chrome87', 'safari14', 'firefox86'],
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    assetsDir: '.',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: [join(folder, 'main.tsx'), ...beside],
      output: {
        entryFileNames: ({ facadeModuleId }) =>
          facadeModuleId && beside.includes(facadeModuleId) ? '[name].js' : '[name]-[hash].js',
      },
    },
  },
});
