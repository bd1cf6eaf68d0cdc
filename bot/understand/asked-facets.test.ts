/** What is really asked, where words of several facets stand in one question. */
import { describe, expect, it } from '@jest/globals';
import { readFacets } from '../../retrieval/index.ts';
import { askedFacets } from './asked-facets.ts';

const first = (question: string) => askedFacets(readFacets(question), question)[0] ?? null;

describe('askedFacets', () => {
  it.each([
    ['documents', 'Đăng ký kết hôn cần giấy tờ gì?'],
    ['documents', 'lam khai sinh can giay gi'],
    ['fee', 'Làm căn cước mất bao nhiêu tiền?'],
    ['fee', 'Chứng thực bao nhiêu một trang?'],
    ['fee', 'Có phải đóng đồng nào không?'],
    ['time', 'Làm giấy này mất mấy ngày?'],
    ['time', 'mat may hom thi co giay khai sinh'],
    ['place', 'Đăng ký tạm trú nộp ở đâu?'],
    ['place', 'Xin giấy độc thân thì ra đâu?'],
    ['conditions', 'Trong mấy ngày phải khai tử?'],
    ['conditions', 'Hạn chót đăng ký khai sinh là bao nhiêu ngày?'],
    ['result', 'Xong thủ tục thì tôi nhận được giấy gì?'],
    ['online', 'Nộp qua mạng được không?'],
    ['steps', 'Các bước làm sổ đỏ thế nào?'],
    ['legal', 'Căn cứ luật nào vậy?'],
  ])('%s: %s', (facet, question) => {
    expect(first(question)).toBe(facet);
  });

  it('asks nothing of its own in a bare topic', () => {
    expect(askedFacets([], 'đăng ký khai sinh')).toEqual([]);
  });
});
