/** Entries for the tests of lint: whole, and changed where a test needs it. */
import type { Card } from '../card.ts';
import type { Guide } from '../guide.ts';

/** A guide that lint has nothing against. */
export const guide = (code: string, change: Partial<Guide> = {}): Guide => ({
  code,
  aliases: [],
  title: `Thủ tục ${code}`,
  plainTitle: `Thủ tục ${code}`,
  field: 'Hộ tịch',
  levels: ['commune'],
  forWhom: null,
  receivedBy: 'Trung tâm Phục vụ hành chính công',
  decidedBy: 'Ủy ban nhân dân cấp xã',
  collectAt: null,
  filing: [
    {
      via: 'in-person',
      case: null,
      time: { value: 5, unit: 'working-day', text: '5 ngày làm việc' },
      fee: { dong: null, kind: 'unknown', note: null },
      from: ['methods.0'],
    },
  ],
  papers: null,
  steps: ['Nộp tờ khai.'],
  conditions: [],
  results: [],
  legalBasis: [{ number: '60/2014/QH13', title: null, issuer: null, inForceFrom: null, inForceTo: null }],
  online: null,
  mistakes: [],
  tips: [],
  family: null,
  variant: null,
  isDefault: false,
  ways: [{ say: `việc ${code}`, mustCatch: 'a', mustNotCatch: 'b' }],
  corrections: [],
  leftOut: [],
  source: { url: null, decision: '1/QĐ-BTP', edition: 'Bản ghi' },
  validFrom: null,
  validTo: null,
  checkedOn: '2026-11-20',
  ...change,
});

/** A card that lint has nothing against. */
export const card = (code: string | null, change: Partial<Card> = {}): Card => ({
  code,
  title: 'Thẻ',
  plainTitle: 'Xin việc ấy',
  field: 'Hộ tịch',
  levels: ['commune'],
  decidedBy: null,
  whereToGo: 'Đến Bộ phận Một cửa.',
  family: null,
  variant: null,
  isDefault: false,
  ways: [{ say: 'thẻ ấy', mustCatch: 'a', mustNotCatch: 'b' }],
  source: { url: null, decision: null, edition: 'Danh mục' },
  checkedOn: '2026-11-20',
  ...change,
});
