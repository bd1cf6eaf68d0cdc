/** Writes docs/limits.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { limitsPage } from './write-page.ts';

writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'limits.md'), limitsPage());
