/** Builds the officers' console. */
import { defineConfig } from 'vite';
import { pageConfig } from '../../pages/page-config.ts';

export default defineConfig(pageConfig(import.meta.dirname, 'console'));
