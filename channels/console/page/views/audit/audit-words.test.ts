import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { actorWords, deedWords, detailLines, objectWords } from './audit-words.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..', '..');

/** Deeds that the sources write down by name, beside the call that writes them. */
function writtenDeeds(): readonly string[] {
  const files = ['bot', 'serve'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
  const audited = files.filter((text) => text.includes('addAudit(') || text.includes('noteTaken('));
  const named = audited.flatMap((text) => [
    ...text.matchAll(/action: '([a-z-]+)'/g),
    ...text.matchAll(/audited\(officer, '([a-z-]+)'/g),
    ...text.matchAll(/handOffId, '([a-z-]+)'\)/g),
  ]);
  return [...new Set(named.map(([, deed = '']) => deed))];
}

describe('the audit log in words', () => {
  it('has words for every deed that the program writes down', () => {
    const deeds = writtenDeeds();
    expect(deeds).toEqual(expect.arrayContaining(['staff-sign-in', 'hand-off-read', 'transcript-taken', 'switch-off']));
    expect(deeds.filter((deed) => deedWords(deed) === deed)).toEqual([]);
  });

  it('says what a deed was done to, by the short of its id', () => {
    expect(objectWords('hand-off:9c7e894d-e503-40fd-a5af-2e00b8a8cc07')).toBe('cuộc trao đổi 9c7e894d');
    expect(objectWords('switch:web')).toBe('mục tắt, mở web');
    expect(objectWords('hand-off:9c7e894d-e503-40fd-a5af-2e00b8a8cc07', 'Xem cuộc trao đổi')).toBe('9c7e894d');
    expect(objectWords('audit')).toBe('nhật ký');
    expect(objectWords('something:new')).toBe('something:new');
  });

  it('names who did it, and the kind where there is no name', () => {
    expect(actorWords('staff:1', 'Vàng Thị Mỷ')).toBe('Vàng Thị Mỷ');
    expect(actorWords('command', null)).toBe('Lệnh trên máy chủ');
    expect(actorWords('job:retention', null)).toBe('Việc chạy nền');
  });

  it('reads details as pairs of words, and leaves out what is empty', () => {
    expect(detailLines({ because: 'trả lời sai', until: null, unit: '02728', harmful: true })).toEqual([
      { name: 'lý do', value: 'trả lời sai' },
      { name: 'xã, phường', value: '02728' },
      { name: 'gây hại', value: 'có' },
    ]);
    expect(detailLines(null)).toEqual([]);
  });
});
