/** An answer is rendered from fields: what is unknown is said, and nothing is made to look free, sure or slower than it is. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Facet, Guide } from '../../knowledge/index.ts';
import { textOf } from '../answer.ts';
import { openTestBot, type TestBot } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';
import { composeGuide } from './compose-guide.ts';
import { feeText, timeText } from './guide-facets.ts';

const speech = loadSpeech()('vi', null);
const filing = (
  fee: Guide['filing'][number]['fee'],
  time: Guide['filing'][number]['time'] = null,
): Guide['filing'][number] => ({
  via: 'in-person',
  case: null,
  time,
  fee,
  from: ['methods.0'],
});
let bot: TestBot;
beforeAll(async () => {
  bot = await openTestBot();
}, 120_000);

const said = (guide: Guide, facet: Facet, at = new Date('2026-11-23T03:00:00Z')) =>
  textOf({
    blocks: composeGuide({ guide, question: '', facets: [facet], speech, relevance: bot.tools.relevance, at }),
  });

describe('fees', () => {
  it('never calls a fee free that the province sets or that nobody published', () => {
    const guides = bot.tools.library.guides.filter((guide) =>
      guide.filing.some(({ fee }) => fee.kind === 'by-province' || fee.kind === 'unknown'),
    );
    expect(guides.length).toBeGreaterThan(5);
    for (const { filing: rows } of guides) {
      for (const row of rows.filter(({ fee }) => fee.kind === 'by-province' || fee.kind === 'unknown')) {
        const text = feeText({ ...row, fee: { ...row.fee, note: null } }, speech);
        expect(text).not.toMatch(/^Không mất phí|^Miễn phí/);
      }
    }
  });

  it('says of an unknown fee that it need not be free', () => {
    expect(feeText(filing({ kind: 'unknown', dong: null, note: null }), speech)).toContain('chưa chắc là miễn phí');
    expect(feeText(filing({ kind: 'by-province', dong: null, note: null }), speech)).toContain('Hội đồng nhân dân');
  });

  it('says a fixed fee in đồng and a lower end as such', () => {
    expect(feeText(filing({ kind: 'fixed', dong: 20_000, note: null }), speech)).toBe('20.000 đồng.');
    expect(feeText(filing({ kind: 'from-to', dong: 10_000, note: null }), speech)).toBe('Từ 10.000 đồng.');
    expect(feeText(filing({ kind: 'free', dong: 0, note: null }), speech)).toBe('Không mất phí.');
  });
});

describe('time limits', () => {
  it('says that the unit is not published instead of guessing one', () => {
    expect(timeText(filing({ kind: 'free', dong: 0, note: null }), speech)).toContain('không nêu rõ thời hạn');
    const unitless = bot.tools.library.guides
      .flatMap((guide) => guide.filing)
      .filter(({ time }) => time && time.unit === null && time.value !== null);
    for (const row of unitless) {
      expect(timeText(row, speech)).not.toMatch(new RegExp(`^${row.time?.value} (ngày|giờ)`));
    }
  });

  it('names the case where rows are cases, and never presents them as ways of filing', () => {
    const permit = bot.tools.library.find('1.013225');
    if (permit?.kind !== 'guide') throw new Error('1.013225 must be a full guide');
    const text = said(permit.guide, 'time');
    expect(text).toMatch(/Nhà ở riêng lẻ: .*15 ngày/);
    expect(text).not.toMatch(/(Nộp trực tiếp|Nộp qua mạng|Gửi bưu điện): .*15 ngày/);
  });
});

describe('every guide, every facet', () => {
  const facets: Facet[] = [
    'documents',
    'fee',
    'time',
    'place',
    'steps',
    'conditions',
    'legal',
    'online',
    'result',
    'overview',
  ];

  it('says something, names no key and no hole, and tells where it comes from', () => {
    for (const guide of bot.tools.library.guides) {
      for (const facet of facets) {
        const text = said(guide, facet);
        expect(text).toMatch(/Theo .*, kiểm tra ngày \d\d\/\d\d\/\d{4}\./);
        expect(text).not.toMatch(/undefined|null|NaN|\[object|\{\{|\}\}/);
      }
    }
  });

  it('says that papers are unknown where the record has no list', () => {
    const guide = bot.tools.library.guides.find(({ papers }) => papers === null);
    if (guide) expect(said(guide, 'documents')).toContain('không có danh sách giấy tờ');
  });

  it('warns of a record that is stale or no longer in force', () => {
    const [guide] = bot.tools.library.guides;
    if (!guide) throw new Error('there must be guides');
    expect(said(guide, 'fee', new Date('2028-01-01'))).toContain('quá 180 ngày');
    expect(said({ ...guide, validTo: '2026-01-01' }, 'fee')).toContain('hết hiệu lực từ 01/01/2026');
  });
});

describe('the overview', () => {
  it('says once that nobody need go, and still who takes the papers', () => {
    const online = bot.tools.library.guides.filter((guide) => guide.online === 'full' && guide.receivedBy);
    expect(online.length).toBeGreaterThan(1);
    for (const guide of online) {
      const text = said(guide, 'overview');
      expect(text.split(speech.say('online.stayHome'))).toHaveLength(2);
      expect(text.toLowerCase()).toContain(guide.receivedBy?.replace(/[.;]+$/, '').toLowerCase());
    }
  });
});
