import { describe, expect, it } from '@jest/globals';
import { testCopy } from '../test/office.ts';
import { openCopyAnswers } from './answer-from-copy.ts';
import { openCopySearch } from './search-copy.ts';

const words = { nothing: 'chưa có', which: 'việc nào' };
const copy = testCopy();
const answer = openCopyAnswers(copy, words);

describe('searching the kept copy', () => {
  const search = openCopySearch(copy.guides);
  const best = (question: string) => search(question)[0]?.guide.code ?? null;

  it('finds a guide with marks, without them, and among other words', () => {
    expect(best('Làm giấy khai sinh cho con')).toBe('1.001193');
    expect(best('lam giay khai sinh cho con')).toBe('1.001193');
    expect(best('cho tôi hỏi muốn đăng ký tạm trú thì sao')).toBe('1.004194');
    expect(best('cưới vợ')).toBe('1.000894');
  });

  it('finds nothing for what it does not hold', () => {
    expect(best('thả diều ở sân bay')).toBeNull();
    expect(best('')).toBeNull();
  });
});

describe('answering from the kept copy', () => {
  it('shows what was asked for first, and the rest as buttons', () => {
    expect(answer('lệ phí khai sinh bao nhiêu')).toMatchObject({
      facet: 'fee',
      codes: ['1.001193'],
      options: [{ text: 'Giấy tờ cần mang', send: 'copy:1.001193#documents' }],
      sources: [{ checkedOn: '2026-11-22' }],
    });
    expect(answer('copy:1.001193#documents').facet).toBe('documents');
  });

  it('says that it does not know, and asks which where two are as near', () => {
    expect(answer('thả diều').status).toBe('declined-absent');
    expect(answer('đăng ký').status).toBe('clarify');
  });
});
