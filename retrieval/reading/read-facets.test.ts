import { describe, expect, it } from '@jest/globals';
import { readFacets } from './analyse.ts';

describe('readFacets', () => {
  it.each([
    ['đăng ký kết hôn cần những giấy tờ gì', 'documents'],
    ['làm lại căn cước hết nhiêu tiền vậy', 'fee'],
    ['mấy bữa xong vậy mấy chú', 'time'],
    ['mấy bựa mới có rứa', 'time'],
    ['nộp mô hè', 'place'],
    ['nộp hồ sơ ở đâu', 'place'],
    ['mần răng', 'steps'],
    ['thủ tục làm như thế nào', 'steps'],
    ['bao nhiêu tuổi thì được', 'conditions'],
    ['căn cứ vào nghị định nào', 'legal'],
    ['nộp qua mạng được không', 'online'],
    ['kết quả là giấy gì', 'result'],
    ['mat bao nhieu ngay', 'time'],
    ['le phi bao nhieu', 'fee'],
  ])('reads "%s" as %s', (text, facet) => {
    expect(readFacets(text)[0]).toBe(facet);
  });

  it('tells the citizen’s own deadline from the time the office takes', () => {
    expect(readFacets('phải đi khai tử trong bao nhiêu ngày')).toEqual(['conditions']);
    expect(readFacets('chậm nhất mấy ngày phải báo')).toEqual(['conditions']);
    expect(readFacets('đăng ký khai tử mấy ngày xong')).toEqual(['time']);
    expect(readFacets('công an giải quyết trong bao lâu')).toEqual(['time']);
  });

  it('takes a question of yes or no as one of conditions', () => {
    expect(readFacets('làm căn cước cho bé có phải đưa cháu đến không')).toEqual(['conditions']);
  });

  it('gives several facets in the order of the question', () => {
    expect(readFacets('hồ sơ gồm gì, nộp ở đâu, lệ phí bao nhiêu')).toEqual(['documents', 'place', 'fee']);
  });

  it('is not misled by words of the topic', () => {
    expect(readFacets('xin mai táng phí')).toEqual([]);
    expect(readFacets('cấp bản sao trích lục')).toEqual([]);
    expect(readFacets('gia hạn tạm trú')).toEqual([]);
  });
});
