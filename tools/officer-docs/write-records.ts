/** `npx node tools/officer-docs/write-records.ts`: writes the table of processing into docs/law anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withBlockIn } from './marked-block.ts';
import { recordsTable } from './records-table.ts';

const root = join(import.meta.dirname, '../..');
const page = join(root, 'docs/law/records-of-processing.md');
const grants = readFileSync(join(root, 'bot/store/grants.txt'), 'utf8').trim().split('\n');
writeFileSync(page, withBlockIn(readFileSync(page, 'utf8'), 'records', recordsTable(grants)));
