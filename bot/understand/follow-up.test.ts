/** How a message leans on what was said before. */
import { describe, expect, it } from '@jest/globals';
import type { Option } from '../answer.ts';
import { choiceIn, leansOnBefore, withoutCorrection } from './follow-up.ts';

const options: Option[] = ['Đăng ký khai sinh', 'Đăng ký lại khai sinh', 'Khai sinh có yếu tố nước ngoài'].map(
  (text) => ({
    text,
    code: text,
    send: text,
  }),
);

describe('choiceIn', () => {
  it.each([
    [0, '1'],
    [0, 'cái đầu tiên'],
    [0, 'Cái thứ nhất nhé'],
    [1, 'cái thứ hai'],
    [1, 'số 2 đi em'],
    [1, 'trường hợp hai'],
    [2, 'việc thứ ba'],
    [2, 'cái cuối cùng'],
    [2, 'cai thu 3'],
    [1, 'Đăng ký lại khai sinh'],
  ])('%i: %s', (index, text) => {
    expect(choiceIn(text, options)).toBe(index);
  });

  it.each([
    'cái thứ năm',
    '5',
    'thứ hai tuần sau nộp được không',
    'thứ hai phường có làm không',
    'hai vợ chồng',
    'mấy cái',
    'số năm đóng bảo hiểm là bao nhiêu',
    'việc ba tôi mất thì sao',
    'trường hợp ba tôi mất',
    '',
  ])('no choice: %s', (text) => expect(choiceIn(text, options)).toBeNull());

  it('chooses nothing where nothing was offered', () => {
    expect(choiceIn('cái thứ hai', [])).toBeNull();
  });
});

describe('withoutCorrection', () => {
  it.each([
    ['không, ý tôi là khai tử', 'khai tử'],
    ['Không phải, em hỏi tạm trú', 'tạm trú'],
    ['nhầm, ý em là tách hộ', 'tách hộ'],
    ['quay lại vụ khai sinh', 'khai sinh'],
    ['trở lại chuyện kết hôn đi', 'kết hôn đi'],
  ])('%s → %s', (text, rest) => {
    expect(withoutCorrection(text)).toBe(rest);
  });

  it.each(['Tôi hỏi về khai sinh', 'Không cần công chứng phải không?', 'khai tử', 'không', ''])(
    'leaves alone: %s',
    (text) => {
      expect(withoutCorrection(text)).toBe(text);
    },
  );
});

describe('leansOnBefore', () => {
  it.each(['thế lệ phí?', 'còn nộp ở đâu?', 'vậy mất mấy ngày', 'nếu ủy quyền thì sao', 'thi sao'])(
    'yes: %s',
    (text) => {
      expect(leansOnBefore(text)).toBe(true);
    },
  );

  it.each(['khai sinh cần gì', 'lệ phí kết hôn', 'tôi muốn hỏi'])('no: %s', (text) => {
    expect(leansOnBefore(text)).toBe(false);
  });
});
