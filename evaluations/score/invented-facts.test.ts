import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Library, openLibrary } from '../../bot/library.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import type { AnswerLine } from '../answer-line.ts';
import { inventedFinder } from './invented-facts.ts';
import { statedFacts } from './stated-facts.ts';

const answer = (text: string, codes: readonly string[] = ['1.004222']): AnswerLine => ({
  id: 'q',
  status: 'answered',
  codes,
  facet: 'fee',
  text,
  options: [],
  sources: [],
  ms: 1,
});

describe('statedFacts', () => {
  it('tells working days from days, and reads amounts however they are written', () => {
    expect(statedFacts('trong 07 ngày làm việc')).toEqual(['figure 7 ngàylàmviệc']);
    expect(statedFacts('trong 7 ngày')).toEqual(['figure 7 ngày']);
    expect(statedFacts('20.000đ')).toEqual(statedFacts('20,000 đồng'));
    expect(statedFacts('1.500.000 đồng')).toEqual(['figure 1500000 đồng']);
    expect(statedFacts('gọi 114 ngay')).toEqual(['figure 114']);
  });

  it('reads dates, laws, forms, codes, links and phone numbers', () => {
    expect(statedFacts('kiểm tra ngày 21/11/2026')).toEqual(['date 2026-11-21']);
    expect(statedFacts('ngày 21 tháng 11 năm 2026')).toEqual(['date 2026-11-21']);
    expect(statedFacts('Nghị định 23/2015/NĐ-CP')).toEqual(['law 23/2015/nd-cp']);
    expect(statedFacts('tờ khai CT01 của thủ tục 1.004222')).toEqual(['form CT01', 'code 1.004222']);
    expect(statedFacts('xem https://dichvucong.gov.vn/tra-cuu.')).toEqual([
      'host dichvucong.gov.vn',
      'link dichvucong.gov.vn/tra-cuu',
    ]);
    expect(statedFacts('gọi 0912 345 678')).toEqual(['phone 0912345678']);
  });

  it('takes no fact from the numbers of a list or of a ward', () => {
    expect(statedFacts('1. Nộp hồ sơ\n2. Nhận kết quả\nở Phường 7')).toEqual([]);
  });
});

describe('inventedFinder', () => {
  let library: Library;
  let invented: ReturnType<typeof inventedFinder>;
  beforeAll(() => {
    library = openLibrary(loadKnowledge(join(import.meta.dirname, '../../knowledge')));
    invented = inventedFinder({ library, texts: ['dichvucong.gov.vn'] });
  });

  it('lets pass what the cited guide says', () => {
    expect(
      invented(answer('Nộp trực tiếp 20.000 đồng, trực tuyến 10.000 đồng; 7 ngày làm việc; tờ khai CT01.')),
    ).toEqual([]);
  });

  it('catches an amount, a time limit, a law and a link that no cited record has', () => {
    expect(invented(answer('Lệ phí 25.000 đồng'))).toEqual(['figure 25000 đồng']);
    expect(invented(answer('Xong trong 9 ngày làm việc'))).toEqual(['figure 9 ngàylàmviệc']);
    expect(invented(answer('Theo Nghị định 999/2025/NĐ-CP'))).toEqual(['law 999/2025/nd-cp']);
    expect(invented(answer('Nộp ở dichvucong-gov.com'))).toEqual(['host dichvucong-gov.com']);
  });

  it('wants the address of a source to be the record’s own', () => {
    const source = (url: string) => ({ ...answer('Dạ.'), sources: [{ code: '1.004222', section: 'fee', url }] });
    expect(invented(source(library.guides.find(({ code }) => code === '1.004222')?.source.url ?? ''))).toEqual([]);
    expect(invented(source('https://dichvucong.gov.vn/khac'))).toEqual(['link dichvucong.gov.vn/khac']);
  });

  it('does not let one procedure borrow the fee of another', () => {
    expect(invented(answer('Lệ phí 70.000 đồng', ['1.014064']))).toEqual([]);
    expect(invented(answer('Lệ phí 70.000 đồng', ['1.004222']))).toEqual(['figure 70000 đồng']);
  });

  it('lets any answer give an emergency number and an official channel', () => {
    expect(invented(answer('Gọi 114 ngay. Trang dichvucong.gov.vn', []))).toEqual([]);
  });

  it('lets a dossier be quoted with its own dates and code', () => {
    const dossier = { code: '000.00.12.H38-260915-0042', promisedAt: '2026-11-25T17:00:00+07:00' };
    expect(invented(answer('Hồ sơ 000.00.12.H38-260915-0042 hẹn trả ngày 25/11/2026', []), [dossier])).toEqual([]);
  });

  it('lets an answer count what it leaves out, and no further than the record goes', () => {
    expect(invented(answer('Còn 4 điều nữa.'))).toEqual([]);
    expect(invented(answer('Còn 400 điều nữa.'))).toEqual(['count 400']);
  });

  it('finds nothing invented in any guide’s own sentences', () => {
    for (const { code, steps, conditions } of library.guides) {
      expect({ code, invented: invented(answer([...steps, ...conditions].join('\n'), [code])) }).toEqual({
        code,
        invented: [],
      });
    }
  });
});
