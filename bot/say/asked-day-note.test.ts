import { describe, expect, it } from '@jest/globals';
import { openTestBot, saidBy } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';
import { sayAskedDay } from './asked-day-note.ts';

const bot = await openTestBot();
const at = new Date('2026-11-23T03:00:00Z');
const entry = bot.tools.library.find('1.001193');
if (entry?.kind !== 'guide') throw new Error('no guide 1.001193');
const { guide } = entry;
const speech = loadSpeech()('vi', null);
const say = (change: Partial<typeof guide>, from: string | null, to: string | null, facets = ['fee' as const]) =>
  sayAskedDay({
    facts: { ...guide, ...change },
    facets,
    asked: { from, to, said: 'tháng 6/2025', start: 0, end: 1 },
    speech,
    at,
  }).map((block) => ('text' in block ? block.text : ''));

describe('a question for another day', () => {
  it('says before any fact that today’s rule is not that day’s, and that districts were there then', async () => {
    const said = saidBy(await bot.ask('nộp tháng 6/2025 thì lệ phí đăng ký thường trú là bao nhiêu'));
    expect(said).toMatch(/tháng 6\/2025.*đang áp dụng bây giờ.*còn huyện.*Lệ phí/su);
    expect(said).toMatch(/Quy định lúc đó em không có/su);
  });

  it.each(['nộp hôm nay thì lệ phí đăng ký thường trú là bao nhiêu', 'từ 1/7/2025 đăng ký kết hôn mất bao nhiêu tiền'])(
    'says nothing where today’s rule is that day’s too: %s',
    async (question) => {
      expect(saidBy(await bot.ask(question))).not.toMatch(/đang áp dụng bây giờ|còn huyện|có thể đổi/su);
    },
  );

  it('warns of a day far ahead', async () => {
    expect(saidBy(await bot.ask('Năm 2030 đăng ký kết hôn lệ phí bao nhiêu'))).toMatch(/năm 2030.*có thể đổi/su);
  });

  it('speaks English to who asks in English', async () => {
    const report = await bot.ask('nộp tháng 6/2025 thì lệ phí đăng ký thường trú là bao nhiêu', undefined, {
      locale: 'en',
    });
    expect(saidBy(report)).toMatch(/01\/06\/2025 – 30\/06\/2025; .*in force now/);
  });

  it('knows of districts only before July 2025', () => {
    expect(say({}, '2025-06-01', '2025-06-30').join(' ')).toMatch(/còn huyện/su);
    expect(say({}, '2025-08-01', '2025-08-31').join(' ')).not.toMatch(/còn huyện/su);
  });

  it('takes the day from which the guide holds at its word', () => {
    expect(say({ validFrom: '2025-05-01' }, '2025-06-01', '2025-06-30')).toEqual([]);
    expect(say({ validFrom: '2025-07-01' }, '2025-06-01', '2025-06-30')).toHaveLength(3);
  });

  it('gives the fee for a day on which the text that it rests on was in force', () => {
    const law = { number: '1/2020/TT-BTC', title: null, issuer: null, inForceFrom: '2020-01-01', inForceTo: null };
    const filing = guide.filing.map((row) => ({ ...row, fee: { ...row.fee, restsOn: law.number } }));
    const change = { filing, legalBasis: [law] };
    expect(say(change, '2025-06-01', '2025-06-30')).toEqual([expect.stringMatching(/1\/2020\/TT-BTC.*01\/01\/2020/u)]);
    expect(say(change, '2019-06-01', '2019-06-30').join(' ')).toMatch(/đang áp dụng bây giờ/su);
  });

  it('says when a rule ends before the day asked for', () => {
    expect(say({ validTo: '2026-12-31' }, '2027-02-01', '2027-02-28')).toEqual([expect.stringMatching(/31\/12\/2026/)]);
  });
});
