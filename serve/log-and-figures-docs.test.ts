import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fieldsOf, lineFields } from './log-fields.ts';
import { type Metric, metricList } from './metrics/metric-list.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8');

describe('docs/how-to/watch-it.md', () => {
  it('has each figure of the list, and none besides', () => {
    const told = read('docs/how-to/watch-it.md').match(/^\| `hmc_.*\|$/gm) ?? [];
    const rows = Object.entries<Metric>(metricList).map(
      ([name, { kind, labels = [], help }]) => `| \`${name}\` | ${kind} | ${labels.join(', ')} | ${help} |`,
    );
    expect(told).toEqual(rows);
  });
});

describe('docs/how-to/read-the-log.md', () => {
  const doc = read('docs/how-to/read-the-log.md');

  it('has each field of each kind of line', () => {
    for (const fields of [lineFields, ...Object.values(fieldsOf)])
      for (const [name, text] of Object.entries<string>(fields))
        expect(doc).toContain(`| \`${name.replace('?', '')}\`${name.endsWith('?') ? ' (khi có)' : ''} | ${text} |`);
  });

  it('shows one line of each kind, with its fields', () => {
    const shown = [...doc.matchAll(/^```json\n(.*)\n```$/gm)].map(([, line = '']) => JSON.parse(line));
    expect(shown.map(({ msg }) => msg)).toEqual(Object.keys(fieldsOf));
    for (const { msg, ...line } of shown) {
      const names = Object.keys(fieldsOf[msg as keyof typeof fieldsOf]).map((name) => name.replace('?', ''));
      expect(Object.keys(line).filter((name) => !names.includes(name) && !(name in lineFields))).toEqual([]);
    }
  });
});
