import { describe, expect, it } from '@jest/globals';
import type { Card, Guide } from '../../knowledge/index.ts';
import { documentsOf } from './documents-of.ts';
import { foldedGuides } from './fold-levels.ts';

const guide = (code: string, title: string, change: Partial<Guide> = {}): Guide =>
  ({
    code,
    title,
    plainTitle: title,
    field: 'Cấp, quản lý căn cước',
    levels: ['commune'],
    papers: [{ name: 'Tờ khai căn cước' }],
    steps: ['Nộp tờ khai.'],
    conditions: [],
    results: [],
    filing: [],
    legalBasis: [],
    mistakes: [],
    tips: [],
    ways: [],
    family: null,
    variant: null,
    isDefault: false,
    ...change,
  }) as never;

const imported = (code: string, title: string, change: Partial<Guide> = {}) =>
  guide(code, title, { origin: 'imported', ...change });
const title = 'Cấp đổi thẻ căn cước';
const none = { cards: [] as Card[], events: [], channels: [], laws: [], families: [] };

describe('imported guides in the search', () => {
  it('fold onto the procedure of the same title that a ward handles', () => {
    const ward = guide('1.014063', `${title} (thực hiện tại cấp xã)`);
    const province = imported('2.001195', `Thủ tục cấp đổi thẻ căn cước (thực hiện tại cấp tỉnh)`, {
      levels: ['province'],
    });
    const another = imported('2.001196', 'Cấp lại thẻ căn cước (thực hiện tại cấp tỉnh)', { levels: ['province'] });
    expect([...foldedGuides({ guides: [ward, province, another], cards: [] })]).toEqual([province]);
    const ids = documentsOf({ ...none, guides: [ward, province, another] }).map(({ id }) => id);
    expect(ids).toEqual(['1.014063', '2.001196']);
  });

  it('never hide a guide that somebody wrote', () => {
    const ward = guide('1.014063', title);
    const province = guide('2.001195', title, { levels: ['province'] });
    expect(foldedGuides({ guides: [ward, province], cards: [] }).size).toBe(0);
  });

  it('count as records, and as the card whose place they took', () => {
    const way = { say: 'đổi căn cước', mustCatch: 'đổi căn cước ở đâu', mustNotCatch: 'mất căn cước' };
    const documents = documentsOf({
      ...none,
      guides: [guide('1.1', 'Một'), imported('1.2', 'Hai'), imported('1.3', 'Ba', { ways: [way] })],
    });
    expect(documents.map(({ kind, body }) => [kind, body.documents !== ''])).toEqual([
      ['guide', true],
      ['record', true],
      ['card', false],
    ]);
  });
});
