import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { card, guide } from '../lint/test-entries.ts';
import { loadKnowledge } from '../load-knowledge.ts';
import { exportLines } from './export-knowledge.ts';
import { PersonalDataError, personalNumberIn } from './personal-number.ts';

const today = '2026-11-21';

describe('the open export', () => {
  it('gives every guide and card with its source and licence, one JSON object a line', () => {
    const knowledge = loadKnowledge(join(import.meta.dirname, '..'));
    const lines = [...exportLines({ ...knowledge, today })].map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ kind: 'header', exportedOn: today, guides: knowledge.guides.length });
    expect(lines).toHaveLength(1 + knowledge.guides.length + knowledge.cards.length);
    expect(lines.slice(1).filter(({ licence, source }) => !licence || !source)).toEqual([]);
    expect(lines.find(({ code }) => code === '1.001193')).toMatchObject({ kind: 'guide', levels: ['commune'] });
  });

  it('leaves behind what serves our own checks alone', () => {
    const text = [...exportLines({ guides: [guide('1.000001')], cards: [card(null)], today })].join('\n');
    expect(text).not.toMatch(/"from":\["|"ways"|"leftOut"/);
  });

  it('refuses an entry with a person’s number, and names the entry, not the number', () => {
    const guides = [guide('1.000001', { tips: ['Gọi chị Hoa 0900000011'] })];
    expect(() => [...exportLines({ guides, cards: [], today })]).toThrow(PersonalDataError);
    expect(() => [...exportLines({ guides, cards: [], today })]).toThrow(/^1\.000001 (?!.*0900)/);
  });

  it.each(['010190000011', 'số 0900 000 011', 'hoa.nguyen@example.com'])('knows %s for a person’s', (text) => {
    expect(personalNumberIn(text)).toBe(true);
  });

  it.each([
    '1900 9095',
    '123/2015/NĐ-CP',
    '2026-11-21',
    'hotro@dichvucong.gov.vn',
    '0214 3822 111',
    '1.001193',
    '019d2bfd-380b-73c4-9566-9e8b26bbfec6',
  ])('knows %s for none', (text) => {
    expect(personalNumberIn(text)).toBe(false);
  });
});
