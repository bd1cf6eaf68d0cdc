import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { stringify } from 'yaml';
import { approveCommand, rejectCommand } from './decide-command.ts';
import { diffCommand } from './diff-command.ts';
import { guideOfRecord } from './guide-of-record.ts';
import { importCommand } from './import-command.ts';
import { servedGuides } from './served-guides.ts';
import { testFolder, testRecord, writeLines } from './test-record.ts';

// The disk is asked to have written every version: on a busy machine that takes its time.
jest.setTimeout(60_000);

describe('the commands of imports', () => {
  let place = '';
  let said: string[] = [];
  const commandPlace = () => ({
    folder: join(place, 'imported'),
    knowledgeFolder: join(import.meta.dirname, '..'),
    user: 'lan',
    now: () => new Date('2026-11-22T02:00:00Z'),
    say: (text: string) => void said.push(text),
    tell: () => {},
  });
  const output = () => said.splice(0).join('\n');
  const importing = (...args: readonly string[]) => importCommand(args, commandPlace());
  beforeEach(async () => {
    place = testFolder();
    said = [];
    const records = [testRecord(), testRecord({ id: '1.001193', name: 'Thủ tục đăng ký khai sinh', url: null })];
    expect(await importing(writeLines(join(place, 'a.jsonl'), records))).toBe(0);
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it('print counts, doubts by kind, and what to do next', () => {
    const text = output();
    expect(text).toMatch(/2 records and 0 list entries in [\d.]+ s: 2 new, 0 changed, 0 unchanged, 0 refused/);
    expect(text).toMatch(/1 {3}no-url/);
    expect(text).toContain('Next: npm run knowledge -- diff');
  });

  it('print what an approval would change, and a hand-made guide beside it', () => {
    expect(diffCommand(['1.001193', '1.900001', '1.999999'], commandPlace())).toBe(0);
    const text = output();
    expect(text).toContain('1.001193 Thủ tục đăng ký khai sinh (hand-made guide: shown beside it, never applied)');
    expect(text).toContain('  plainTitle\n    - Đăng ký khai sinh cho trẻ\n    + Đăng ký khai sinh');
    expect(text).toContain('1.900001 Thủ tục đăng ký nuôi chim bồ câu đưa thư (new)');
    expect(text).toContain('1.999999: nothing of this code was imported');
  });

  it('print field by field what a changed record would change of what serves', async () => {
    approveCommand(['1.900001'], commandPlace());
    await importing(writeLines(join(place, 'b.jsonl'), [testRecord({ decision: '99/QĐ-BNV' })]));
    output();
    diffCommand(['1.900001'], commandPlace());
    expect(output()).toContain('  source.decision\n    - 12/QĐ-BNV\n    + 99/QĐ-BNV');
  });

  it('approve by code, by level and by an edited file, under the name of whoever is logged in', () => {
    expect(approveCommand(['1.900001', '1.999999'], commandPlace())).toBe(1);
    expect(output()).toContain('LEFT 1.999999: nothing of this code was imported');
    expect(approveCommand(['--level', 'commune'], commandPlace())).toBe(0);
    const file = join(place, 'chim.yaml');
    const { origin: _origin, ...guide } = guideOfRecord(testRecord());
    writeFileSync(file, stringify({ ...guide, plainTitle: 'Nuôi bồ câu' }));
    expect(approveCommand([file], commandPlace())).toBe(0);
    const served = servedGuides(commandPlace().folder).find(({ code }) => code === '1.900001');
    expect(served).toMatchObject({ plainTitle: 'Nuôi bồ câu', origin: 'imported' });
    expect(served?.source.edition).not.toContain('chưa biên tập');
    expect(approveCommand([join(place, 'nowhere.yaml')], commandPlace())).toBe(1);
  });

  it.each([[[]], [['--level', 'district']], [['1.900001', '--all']], [['--sure']]])(
    'explain themselves when they are asked for %j',
    (args) => {
      expect(approveCommand(args, commandPlace())).toBe(2);
      expect(output()).toContain('knowledge approve CODE');
    },
  );

  it('reject only with a reason', () => {
    expect(rejectCommand(['1.900001'], commandPlace())).toBe(2);
    expect(rejectCommand(['1.900001', '--because', 'phường không làm'], commandPlace())).toBe(0);
    expect(output()).toContain('1 rejected');
  });

  it('list the versions and go back', async () => {
    approveCommand(['1.900001'], commandPlace());
    expect(await importing('--list')).toBe(0);
    expect(output()).toMatch(/000002 .* approve .* lan .* <- serves\n000001 /);
    expect(await importing('--rollback')).toBe(0);
    expect(servedGuides(commandPlace().folder)).toEqual([]);
    expect(await importing()).toBe(2);
  });

  it('say that a word is no number of a version, and that no procedure has a name of pages', async () => {
    output();
    expect(await importing('--rollback', 'hôm qua')).toBe(2);
    expect(output()).toContain('"hôm qua" is no number of a version');
    expect(await importing(writeLines(join(place, 'c.jsonl'), [testRecord({ name: 'x'.repeat(5000) })]))).toBe(1);
    expect(output()).toContain('c.jsonl:1: name: 5000 signs');
  });
});
