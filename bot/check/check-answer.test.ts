/** What the cited record does not bear out never reaches a citizen. */
import { describe, expect, it } from '@jest/globals';
import type { Block } from '../answer.ts';
import { supportedPart, unsupported } from './check-answer.ts';
import { factsIn, join } from './known-facts.ts';

const record = {
  code: '1.001193',
  fee: 20000,
  time: 'Trong 3 ngày làm việc kể từ ngày nhận đủ hồ sơ, chậm nhất 17 giờ 30',
  law: 'Nghị định 123/2015/NĐ-CP',
  form: { code: 'CT01', url: 'https://dichvucong.gov.vn/p/1.001193' },
  phone: '1900 9095',
  checkedOn: '2026-11-21',
};
const facts = factsIn(record);

describe('unsupported', () => {
  it.each([
    'Lệ phí: 20.000 đồng.',
    'Lệ phí 20000 đồng',
    'Xong trong 3 ngày làm việc.',
    'Nghị định 123/2015/NĐ-CP',
    'Mẫu CT01',
    'Xem https://dichvucong.gov.vn/p/1.001193.',
    'Thủ tục 1.001193, kiểm tra ngày 21/11/2026.',
    'Còn 5 giấy tờ cho trường hợp khác.',
    'Không có con số nào cả.',
  ])('has nothing to say against: %s', (text) => {
    expect(unsupported(text, facts)).toEqual([]);
  });

  it.each([
    ['a fee', 'Lệ phí: 25.000 đồng.', '25000'],
    ['a part of a fee', 'Lệ phí: 120.000 đồng.', '120000'],
    ['a number of days', 'Xong trong 13 ngày.', '13'],
    ['a law', 'Nghị định 87/2020/NĐ-CP', '87/2020/nd-cp'],
    ['a form', 'Mẫu CT02', 'CT02'],
    ['a link', 'Xem https://dichvucong-gov.com/nop', 'dichvucong-gov.com/nop'],
    ['a link that begins like the right one', 'dichvucong.gov.vn.lua.com', 'dichvucong.gov.vn.lua.com'],
    ['a procedure', 'Thủ tục 2.000635', '2.000635'],
    ['a day', 'Có hiệu lực từ 01/07/2025', '1/07/2025'],
    ['a phone number', 'Gọi 0912345678', '912345678'],
    ['a percentage', 'Giảm 50% phí', '50'],
  ])('drops %s that is not in the record', (_what, text, fact) => {
    expect(unsupported(text, facts)).toContain(fact);
  });

  it('knows a fact from any of the records that are cited, and from no other', () => {
    expect(unsupported('Lệ phí 8.000 đồng', join([facts, factsIn({ fee: 8000 })]))).toEqual([]);
  });
});

describe('supportedPart', () => {
  it('keeps what is borne out and leaves the rest of a list out', () => {
    const block: Block = {
      kind: 'list',
      label: 'Lệ phí',
      items: ['Nộp trực tiếp: 20.000 đồng.', 'Qua mạng: 10.000 đồng.'],
    };
    expect(supportedPart(block, facts)).toEqual({ ...block, items: ['Nộp trực tiếp: 20.000 đồng.'] });
  });

  it('leaves out a list whose label is not borne out, and a text that is not', () => {
    expect(supportedPart({ kind: 'list', label: 'Trong 9 ngày', items: ['Tờ khai'] }, facts)).toBeNull();
    expect(supportedPart({ kind: 'say', text: 'Phí 9.000 đồng' }, facts)).toBeNull();
  });

  it('gives back the very block where nothing is wrong with it', () => {
    const block: Block = { kind: 'say', text: 'Lệ phí 20.000 đồng' };
    expect(supportedPart(block, facts)).toBe(block);
  });
});
