/** What the server hands out of the built chat page: the names of its files, and the files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Names carry a hash of what is in them, so they may be kept for a year. */
export function serveChatFiles(folder = builtFolder): Router {
  const router = express.Router();
  router.use(base, express.static(folder, { index: false, maxAge: '1y', immutable: true, fallthrough: true }));
  return router;
}
