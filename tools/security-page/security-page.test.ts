import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8');
const answers = [...page.matchAll(/`([\w./-]+\.test\.ts)` «([^»]+)»/g)].map(([, file = '', name = '']) => ({
  file,
  name,
}));
const rows = page
  .split('\n')
  .filter((line) => /^\| (web|every|console|Zalo|hotline|kiosk|store|outgoing|log|files|LLM\d\d|\d+\.)/.test(line));

describe('docs/security.md', () => {
  it.each(answers.map(({ file, name }) => [file, name] as const))(
    'names a test that is there: %s «%s»',
    (file, name) => {
      expect(existsSync(join(root, file))).toBe(true);
      // A name with an apostrophe stands escaped in the file.
      expect(readFileSync(join(root, file), 'utf8').replaceAll("\\'", "'")).toContain(name);
    },
  );

  it('answers each line with a test, and says what is left open', () => {
    expect(rows.length).toBeGreaterThan(45);
    for (const row of rows) {
      expect(row).toMatch(/`[\w./-]+\.test\.ts` «/);
      expect(row.split('|').at(-2)?.trim()).not.toBe('');
    }
  });

  it('has all ten risks of language models', () => {
    const risks = rows.map((row) => /LLM\d\d/.exec(row)?.[0]).filter(Boolean);
    expect(new Set(risks).size).toBe(10);
  });
});
