import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyse } from './analyse.ts';

const topic = (text: string) =>
  analyse(text)
    .words.filter(({ weight }) => weight >= 0.5)
    .map(({ surface }) => surface)
    .join(' ');

describe('analyse', () => {
  it('keeps the topic and drops courtesy, persons and the asking words', () => {
    expect(topic('Dạ cho em hỏi làm đăng ký kết hôn cần giấy tờ gì ạ')).toBe('đăng ký kết hôn');
  });

  it('puts official names in the place of everyday ones', () => {
    expect(topic('cà vẹt xe')).toBe('chứng nhận đăng ký xe');
    expect(topic('hôn thú')).toBe('giấy chứng nhận kết hôn');
    expect(topic('sổ đỏ')).toBe('giấy chứng nhận quyền sử dụng đất');
  });

  it('expands the short forms of the offices and of chats', () => {
    expect(topic('thẻ bhyt')).toBe('thẻ bảo hiểm y tế');
    expect(analyse('đkkh cần j v ad').facets).toEqual(['documents']);
  });

  it('reads telex left in the text', () => {
    expect(topic('ddawng kys keets hoon')).toBe('đăng ký kết hôn');
  });

  it('tells died from lost', () => {
    expect(topic('bố em mất rồi')).toBe('chết');
    expect(topic('em mất căn cước')).not.toContain('chết');
  });

  it('names the sibling that is meant', () => {
    expect(analyse('em lấy chồng Hàn Quốc').modifiers).toContain('foreign');
    expect(analyse('làm rơi mất thẻ căn cước').modifiers).toContain('reissue');
    expect(analyse('làm căn cước cho bé 8t').modifiers).toContain('child');
    expect(analyse('bà ngoại em yếu').modifiers).not.toContain('foreign');
  });

  it('weighs what is told less than what is asked', () => {
    const { words } = analyse('Nhà tôi vừa bị tai nạn giao thông, giờ xin xét hộ nghèo thì nộp giấy gì?');
    const weight = (surface: string) => words.find((word) => word.surface === surface)?.weight ?? 0;
    expect(weight('nghèo')).toBeGreaterThan(weight('nạn'));
  });

  it('reads NFD as NFC', () => {
    const text = 'Tôi muốn đăng ký thường trú cho cháu thì cần giấy tờ gì?';
    expect(analyse(text.normalize('NFD'))).toEqual(analyse(text.normalize('NFC')));
  });

  it('does not fail on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void analyse(text)));
  });

  it('takes bounded time for ten thousand characters', () => {
    const started = performance.now();
    analyse('giấy '.repeat(2_000));
    analyse('a'.repeat(10_000));
    analyse('có phải '.repeat(1_250));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
