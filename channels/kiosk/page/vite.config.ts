/** Builds the kiosk's page, its camera apart, and the worker that hands it out while the server is away. */
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { pageConfig } from '../../pages/page-config.ts';

export default defineConfig(
  pageConfig(import.meta.dirname, 'kiosk', [join(import.meta.dirname, 'offline', 'worker.ts')]),
);
