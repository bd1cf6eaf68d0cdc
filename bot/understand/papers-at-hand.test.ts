/** "Tôi có giấy A, B rồi, còn thiếu gì?" */
import { describe, expect, it } from '@jest/globals';
import type { Paper } from '../../knowledge/index.ts';
import { papersAtHand } from './papers-at-hand.ts';

const paper = (name: string, when: string | null = null): Paper => ({
  name,
  when,
  originals: 1,
  copies: null,
  form: null,
  replacedByData: false,
  note: null,
  from: ['documents.0'],
});
const papers = [
  paper('Tờ khai đăng ký khai sinh'),
  paper('Giấy chứng sinh'),
  paper('Căn cước hoặc hộ chiếu của người đi khai'),
  paper('Văn bản ủy quyền', 'khi nhờ người khác đi thay'),
];
const heldIn = (text: string) => [...(papersAtHand(text, papers)?.held ?? [])].map(({ name }) => name);

describe('papersAtHand', () => {
  it('finds the papers that are there, however they are joined', () => {
    expect(heldIn('Tôi có giấy chứng sinh và tờ khai rồi, còn thiếu gì?')).toEqual([
      'Giấy chứng sinh',
      'Tờ khai đăng ký khai sinh',
    ]);
    expect(heldIn('em da co giay chung sinh, can cuoc roi con thieu giay gi')).toHaveLength(2);
  });

  it('tells a paper that is not on the list', () => {
    expect(papersAtHand('Tôi có giấy chứng sinh với sổ tiêm chủng rồi, còn thiếu gì?', papers)?.unknown).toEqual([
      'so tiem chung',
    ]);
  });

  it.each([
    'Còn thiếu gì?',
    'Khai sinh cần giấy gì?',
    'Tôi có giấy chứng sinh rồi',
    'Tôi có một con, khai sinh cần gì?',
    'Nộp thiếu giấy có sao không?',
  ])('is not asked: %s', (text) => {
    expect(papersAtHand(text, papers)).toBeNull();
  });

  it('asks nothing of a record without a list', () => {
    expect(papersAtHand('Tôi có giấy chứng sinh rồi, còn thiếu gì?', [])).toBeNull();
  });
});
