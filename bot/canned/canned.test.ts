import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openTestBot, type TestBot, testDesk } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';
import { createCannedReplies } from './canned-replies.ts';

const at = new Date('2026-11-22T04:00:00Z');
const shipped = join(import.meta.dirname, '../../knowledge/canned');
const speak = loadSpeech();
let bot: TestBot;
beforeAll(async () => {
  bot = await openTestBot(testDesk);
}, 120_000);

function open(written?: string) {
  const local = mkdtempSync(join(tmpdir(), 'canned-'));
  if (written !== undefined) writeFileSync(join(local, 'canned.yaml'), written);
  const errors: unknown[] = [];
  const replies = createCannedReplies({
    shipped,
    local,
    parts: () => ({ tools: bot.tools, speak }),
    onError: (error) => void errors.push(error),
  });
  const ask = (code: string | null) => replies({ code, unit: null, officer: 'Nguyễn Thị Lan', at });
  const text = (id: string, code: string | null = null) => ask(code).find((one) => one.id === id)?.text;
  return { ask, text, errors };
}

describe('canned replies', () => {
  it('are twelve that ship, and name the officer', () => {
    const { ask, text } = open();
    expect(ask('1.001193')).toHaveLength(12);
    expect(text('chao')).toContain('Tôi là Nguyễn Thị Lan, cán bộ');
  });

  it('leave out what needs a procedure while none is spoken of', () => {
    expect(
      open()
        .ask(null)
        .map(({ id }) => id),
    ).toEqual(['chao', 'doi-mot-lat', 'hoi-them', 'thieu-giay-to', 'cham-tre', 'gio-lam-viec', 'ket-thuc']);
  });

  it('say papers and fee as the record has them, with their source', () => {
    const { text } = open();
    expect(text('giay-to', '1.000656')).toMatch(/Dạ, với thủ tục “.*khai tử.*”:\n.*\n- .*/iu);
    expect(text('giay-to', '1.000656')).toContain('kiểm tra ngày');
    expect(text('gio-lam-viec')).toContain('làm việc thứ Hai: 7 giờ 30 đến 11 giờ 30');
  });

  it('say of every procedure we have no field as a gap: what the record leaves out is said to be unknown', () => {
    const { ask } = open();
    for (const { id } of bot.tools.library.entries)
      for (const reply of ask(id))
        expect([id, reply.id, /\{\{|\}\}|undefined|null/.test(reply.text)]).toEqual([id, reply.id, false]);
    const silent = bot.tools.library.guides.find(({ papers }) => papers === null);
    const card = bot.tools.library.entries.find(({ kind }) => kind === 'card');
    expect(open().text('le-phi', card?.id)).toMatch(/chưa|không/u);
    if (silent) expect(open().text('giay-to', silent.code)).toMatch(/không|chưa/u);
  });

  it('let a ward replace one by its id and add its own, without a restart', () => {
    const { ask, text } = open(
      '- id: chao\n  title: Chào kiểu phường\n  text: Dạ, phường xin nghe ông/bà.\n- id: tiep-dan\n  title: Lịch tiếp dân\n  text: Dạ, lãnh đạo phường tiếp dân thứ Năm hằng tuần.\n',
    );
    expect(text('chao')).toBe('Dạ, phường xin nghe ông/bà.');
    expect(
      ask('1.001193')
        .map(({ id }) => id)
        .slice(-2),
    ).toEqual(['ket-thuc', 'tiep-dan']);
  });

  it.each([
    ['an unknown field', '- id: chao\n  title: Chào\n  text: Dạ, {{tien}} ạ.\n', 'is no field'],
    [
      'a bank account',
      '- id: nop-tien\n  title: Nộp\n  text: Chuyển khoản vào số tài khoản giúp tôi.\n',
      'bank account',
    ],
    [
      'one id twice',
      '- id: aa\n  title: Chào\n  text: Dạ, chào.\n- id: aa\n  title: Chào\n  text: Dạ, chào.\n',
      'twice',
    ],
    ['no YAML', '- id: [', ''],
  ])('serve those that ship when the ward’s file has %s, and say what is wrong', (_what, written, said) => {
    const { ask, errors } = open(written);
    expect(ask('1.001193')).toHaveLength(12);
    expect(errors).toHaveLength(1);
    expect(String(errors[0])).toContain(said);
  });
});
