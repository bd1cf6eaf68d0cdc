import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../load-knowledge.ts';
import { EditorialFileError, editorialFingerprint, readEditorial, writeEditorial } from './editorial-folder.ts';
import type { Addition, EditorialVersion } from './entry.ts';
import { readGuideText } from './guide-text.ts';
import { withAdditions } from './with-editorial.ts';

const way = { say: 'giấy khai sanh', mustCatch: 'Làm giấy khai sanh ở đâu?', mustNotCatch: 'Kết hôn ở đâu?' };
const addition: Addition = { kind: 'way', target: '1.001193', way };
const version = (number: number): EditorialVersion => ({
  number,
  did: 'approve',
  by: 'Bình',
  at: '2026-11-22T00:00:00.000Z',
  says: 'way',
  entries: [
    { id: 'a', author: 'Thu', approver: 'Bình', approvedAt: '2026-11-22T00:00:00.000Z', because: '', addition },
  ],
  questions: [{ id: 'a', text: way.mustCatch, code: '1.001193' }],
});

describe('what editors approved', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'editorial-folder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is what the newest version says, and changes its fingerprint', () => {
    expect(readEditorial(folder)).toBeNull();
    const before = editorialFingerprint(folder);
    writeEditorial(folder, version(1));
    writeEditorial(folder, { ...version(2), entries: [], questions: [] });
    expect(readEditorial(folder)).toMatchObject({ number: 2, entries: [] });
    expect(editorialFingerprint(folder)).not.toBe(before);
    expect(readFileSync(join(folder, 'questions.jsonl'), 'utf8')).toBe('');
  });

  it('is refused when it was cut off or changed by hand', () => {
    writeEditorial(folder, version(1));
    const file = join(folder, '000001.json');
    const written = readFileSync(file, 'utf8');
    writeFileSync(file, written.replace('giấy khai sanh', 'giấy khác'));
    expect(() => readEditorial(folder)).toThrow(EditorialFileError);
    writeFileSync(file, written.slice(0, 100));
    expect(() => readEditorial(folder)).toThrow('cannot be read');
  });

  it('keeps the last twenty versions, and none that another store numbered higher', () => {
    for (let number = 1; number <= 22; number += 1) writeEditorial(folder, version(number));
    expect(readdirSync(folder).filter((name) => /^\d/.test(name))).toHaveLength(20);
    writeEditorial(folder, version(5));
    expect(readEditorial(folder)?.number).toBe(5);
  });
});

describe('additions over the knowledge', () => {
  const knowledge = loadKnowledge(join(import.meta.dirname, '..'));
  const waysOf = (code: string, additions: readonly Addition[]) =>
    withAdditions(knowledge, additions).guides.find((guide) => guide.code === code)?.ways ?? [];

  it('add a way once, and leave out what is gone or there already', () => {
    const before = waysOf('1.001193', []).length;
    expect(waysOf('1.001193', [addition, addition])).toHaveLength(before + 2 - 1);
    expect(withAdditions(knowledge, [{ ...addition, target: '9.999999' }])).toEqual(knowledge);
    const guide = knowledge.guides[0]!;
    expect(withAdditions(knowledge, [{ kind: 'guide', guide: { ...guide, title: 'Khác' } }])).toEqual(knowledge);
  });

  it('are never read from what is no guide', () => {
    for (const text of ['', '{{{{', 'a: &a [1]\nb: *a', '__proto__: {code: 1}', '!!js/function "x"', '- 1'])
      expect(readGuideText(text)).toHaveProperty('problems');
  });
});
