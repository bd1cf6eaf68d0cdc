import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadLines } from './load-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'hotline-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (text: string): string => {
  const file = join(folder, 'hotline.yaml');
  writeFileSync(file, text);
  return file;
};

describe('the file of telephone numbers', () => {
  it('names each number’s commune and officers, however the numbers are written', () => {
    const lines = loadLines(
      written(
        'lines:\n  - number: "0214 387 0000"\n    unit: "02683"\n    officers: "sip:quay1@10.0.0.5"\n  - number: "0214.387.0001"\n    officers: "02143870111"\n',
      ),
    );
    expect(lines).toEqual([
      { number: '+842143870000', unit: '02683', name: null, officers: 'sip:quay1@10.0.0.5' },
      { number: '+842143870001', unit: null, name: null, officers: '+842143870111' },
    ]);
  });

  it('may be absent: then nobody is put through', () => {
    expect(loadLines(join(folder, 'none.yaml'))).toEqual([]);
  });

  it.each([
    ['a number that YAML read as a figure', 'lines:\n  - number: 02143870000\n', /number in quotes/],
    ['what is no number', 'lines:\n  - number: "một cửa"\n', /no telephone number/],
    ['a commune’s name for its code', 'lines:\n  - number: "02143870000"\n    unit: "Bát Xát"\n', /5 digits/],
    ['a number twice', 'lines:\n  - number: "02143870000"\n  - number: "+842143870000"\n', /twice/],
    [
      'officers behind the assistant itself',
      'lines:\n  - number: "02143870000"\n    officers: "02143870000"\n',
      /round for ever/,
    ],
    ['a field of another name', 'lines:\n  - number: "02143870000"\n    officer: "02143870111"\n', /officer/],
    ['no line at all', 'lines: []\n', /at least one/],
  ])('is refused with %s', (_what, text, message) => {
    expect(() => loadLines(written(text))).toThrow(message);
  });
});
