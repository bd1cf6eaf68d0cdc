import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestFolder, testFolder } from '../files/test-folder.ts';
import { documentCommand } from './document-command.ts';

describe('knowledge document', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => folder.remove());

  async function run(...words: readonly string[]): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const tools = {
      say: (text: string) => void lines.push(text),
      now: new Date('2026-11-22T02:00:00Z'),
      dataFolder: folder.path,
    };
    const code = await documentCommand(words, tools);
    return { code, said: lines.join('\n') };
  }
  const file = () => folder.write('cat-nuoc.html', '<html><p>Từ 22 giờ. STK 123456789.</p></html>');
  const add = (...more: readonly string[]) =>
    run('add', file(), '--title', 'Thông báo lịch cắt nước', '--desk', 'Văn phòng', '--from', '2026-11-21', ...more);

  it('adds, shows, approves, lists and removes', async () => {
    const added = await add();
    expect(added.code).toBe(0);
    expect(added.said).toMatch(/Đã che 1 số[\s\S]*Người dân CHƯA thấy/);
    const [id = ''] = /tb-[0-9a-f]{10}/.exec(added.said) ?? [];
    expect((await run('show', id)).said).toContain('Từ 22 giờ. STK [số đã che].');
    expect((await run('list')).said).toMatch(/CHƯA DUYỆT \| còn hạn[\s\S]*1 tài liệu, 1 chưa duyệt/);
    expect((await run('approve', id, '--by', 'Lê Thị Mơ')).said).toContain('Người dân thấy từ bây giờ');
    expect((await run('list')).said).toMatch(/đã duyệt \(mọi nơi\)[\s\S]*0 chưa duyệt/);
    expect((await run('remove', id)).code).toBe(0);
    expect((await run('list')).said).toBe('0 tài liệu, 0 chưa duyệt.');
  });

  it.each([
    [[], 2, 'document add'],
    [['nothing', 'x'], 2, 'document add'],
    [['add', 'x.docx', '--title', 'Thông báo'], 2, 'Thiếu --desk, --from'],
    [['add', 'x.docx', '--wrong'], 2, 'document add'],
    [['show', 'tb-0000000000'], 1, 'Không có tài liệu'],
    [['approve', '../../etc'], 1, 'Không có tài liệu'],
  ] as const)('says what to do for: %j', async (words, code, said) => {
    const result = await run(...words);
    expect(result).toEqual({ code, said: expect.stringContaining(said) });
  });

  it('says why a file is refused, and keeps nothing', async () => {
    const options = ['--title', 'Thông báo', '--desk', 'Văn phòng', '--from', '2026-11-21'];
    const result = await run('add', join(folder.path, 'khong-co.docx'), ...options);
    expect(result).toEqual({ code: 1, said: expect.stringContaining('«khong-co.docx»: không có tệp này') });
    expect((await run('list')).said).toBe('0 tài liệu, 0 chưa duyệt.');
  });
});
