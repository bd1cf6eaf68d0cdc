import { describe, expect, it } from '@jest/globals';
import { canSend } from './check-picture.ts';
import { foldText, insertText } from './insert-text.ts';
import { findTargets, targetOf } from './targets.ts';

describe('a piece put into what is being typed', () => {
  it('stands where the cursor stood, with room around it', () => {
    expect(insertText({ text: 'Chào bà.Xin cảm ơn', cursor: 8 }, 'Lệ phí 8.000 đồng.')).toEqual({
      text: 'Chào bà. Lệ phí 8.000 đồng. Xin cảm ơn',
      cursor: 27,
    });
  });

  it('of several lines begins on a line of its own', () => {
    expect(insertText({ text: 'Giấy tờ', cursor: 7 }, '- Tờ khai\n- Giấy chứng sinh').text).toBe(
      'Giấy tờ\n- Tờ khai\n- Giấy chứng sinh',
    );
  });

  it('is all there is in an empty box', () => {
    expect(insertText({ text: '', cursor: 0 }, 'Dạ')).toEqual({ text: 'Dạ', cursor: 2 });
  });
});

describe('whom a talk can go to', () => {
  const targets = [
    { value: '1', name: 'Phường Đống Đa', about: '' },
    { value: '2', name: 'Nguyễn Thị Lan', about: 'Hộ tịch, Sẵn sàng' },
  ];

  it('is found without marks, by name or by desk', () => {
    expect(findTargets(targets, 'dong da').map(({ value }) => value)).toEqual(['1']);
    expect(findTargets(targets, 'HO TICH').map(({ value }) => value)).toEqual(['2']);
    expect(findTargets(targets, '')).toHaveLength(2);
    expect(foldText(' Đặc khu ')).toBe('dac khu');
  });

  it('is told to the server by what it is', () => {
    expect([targetOf('staff', 'a'), targetOf('desk', 'b'), targetOf('unit', '00004')]).toEqual([
      { staffId: 'a' },
      { desk: 'b' },
      { unit: '00004' },
    ]);
  });
});

describe('pictures', () => {
  it('are PNG or JPEG of at most 2 MB', () => {
    const size = 2 * 1024 * 1024;
    expect(canSend({ type: 'image/jpeg', size })).toBe(true);
    expect(canSend({ type: 'image/jpeg', size: size + 1 })).toBe(false);
    expect(canSend({ type: 'image/svg+xml', size: 10 })).toBe(false);
    expect(canSend({ type: 'image/png', size: 0 })).toBe(false);
  });
});
