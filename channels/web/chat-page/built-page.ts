/** What the server hands out of the built chat page: the names of its files, and the files. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type Router } from 'express';
import { z } from 'zod';
import { builtFolder } from './ensure-built.ts';

/** Addresses of the script and the style sheets, as the page has to name them. */
export interface ChatFiles {
  readonly script: string;
  readonly styles: readonly string[];
}

const base = '/assets/chat-page/';
const manifestSchema = z.object({ 'main.tsx': z.object({ file: z.string(), css: z.array(z.string()).default([]) }) });

/** `null` when the page was not built: then the plain form serves alone. */
export function chatFiles(folder = builtFolder): ChatFiles | null {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) return null;
  const entry = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))['main.tsx'];
  return { script: `${base}${entry.file}`, styles: entry.css.map((name) => `${base}${name}`) };
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Names carry a hash of what is in them, so they may be kept for a year. Packed copies go to whoever can unpack. */
export function serveChatFiles(folder = builtFolder): Router {
  const router = express.Router();
  router.get(`${base}:name`, (request, response, next) => {
    const { name } = request.params;
    const type = types[extname(name)];
    if (type && /^[\w.-]+$/.test(name) && existsSync(join(folder, `${name}.gz`))) {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings('gzip')) {
        request.url = `${request.url}.gz`;
        response.set({ 'content-encoding': 'gzip', 'content-type': type });
      }
    }
    next();
  });
  router.use(base, express.static(folder, { index: false, maxAge: '1y', immutable: true }));
  return router;
}
