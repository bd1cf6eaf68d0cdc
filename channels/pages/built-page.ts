/** What the server hands out of a built page: the names of its files, and the files. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type Router } from 'express';
import { z } from 'zod';

/** Addresses of the script and the style sheets, as the page has to name them. */
export interface BuiltFiles {
  readonly script: string;
  readonly styles: readonly string[];
}

/** Where the built page of this name lies. */
export const builtFolderOf = (name: string): string => join(import.meta.dirname, '..', '..', 'dist', name);

/** Below which address its files lie: the console's below /console, behind what guards that. */
export const addressOf = (name: string): string => (name === 'console' ? '/console/assets/page/' : `/assets/${name}/`);

const manifestSchema = z.object({ 'main.tsx': z.object({ file: z.string(), css: z.array(z.string()).default([]) }) });

/** `null` when the page was not built. */
export function builtFiles(name: string, folder = builtFolderOf(name)): BuiltFiles | null {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) return null;
  const entry = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))['main.tsx'];
  return { script: `${addressOf(name)}${entry.file}`, styles: entry.css.map((style) => `${addressOf(name)}${style}`) };
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * To be mounted at the page's address. Names carry a hash of what is in them, so they may be kept for a year. Packed
 * copies go to whoever can unpack.
 */
export function serveBuilt(name: string, folder = builtFolderOf(name)): Router {
  const router = express.Router();
  router.get('/:file', (request, response, next) => {
    const { file } = request.params;
    const type = types[extname(file)];
    if (type && /^[\w.-]+$/.test(file) && existsSync(join(folder, `${file}.gz`))) {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings('gzip')) {
        request.url = `${request.url}.gz`;
        response.set({ 'content-encoding': 'gzip', 'content-type': type });
      }
    }
    next();
  });
  router.use(express.static(folder, { index: false, maxAge: '1y', immutable: true }));
  return router;
}
