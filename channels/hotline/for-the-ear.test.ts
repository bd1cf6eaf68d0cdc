import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../bot/index.ts';
import { forTheEar } from './for-the-ear.ts';

const papers = (label: string | null, ...items: string[]): Block => ({ kind: 'list', role: 'papers', label, items });
const say = (text: string): Block => ({ kind: 'say', text });

describe('an answer for the ear', () => {
  it('tells the usual papers first with their source, and those of special cases to who goes on', () => {
    const { first, later } = forTheEar({
      blocks: [
        { kind: 'title', text: 'Đăng ký khai sinh' },
        papers('Giấy tờ cần có', 'Giấy chứng sinh (1 bản chính).'),
        papers('Khi không có Giấy chứng sinh', 'Văn bản của người làm chứng (1 bản chính).'),
        papers('Khi nộp hồ sơ trực tiếp', 'Tờ khai (1 bản chính)'),
        {
          kind: 'note',
          text: 'Theo Cổng Dịch vụ công quốc gia, thu thập 2026-07 (Quyết định công bố 163/QĐ-BTP), kiểm tra ngày 21/11/2026.',
        },
      ],
    });
    expect(first.map((block) => (block.kind === 'list' ? block.label : block.text))).toEqual([
      'Đăng ký khai sinh',
      'Giấy tờ cần có',
      'Khi nộp hồ sơ trực tiếp',
      'Theo Cổng Dịch vụ công quốc gia, kiểm tra ngày 21/11/2026.',
    ]);
    expect(later).toHaveLength(1);
  });

  it('names a paper and leaves out what makes it too long, by whole sentences', () => {
    const long =
      'Giấy ủy quyền (1 bản chính). Phải chứng thực. Ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột của người ủy quyền thì không phải chứng thực văn bản ủy quyền này khi đi làm.';
    const [block] = forTheEar({ blocks: [papers(null, long)] }).first;
    expect(block).toMatchObject({ items: ['Giấy ủy quyền (1 bản chính). Phải chứng thực.'] });
  });

  it('asks to say what a reader would type, and points at nothing', () => {
    const heard = forTheEar({
      blocks: [say('Ông/bà cần việc nào dưới đây ạ? Nhắn «gặp cán bộ», hoặc gõ vào đây. Tin nhắn vẫn là tin nhắn.')],
    });
    expect(heard.first).toEqual([say('Ông/bà cần việc nào ạ? nói «gặp cán bộ», hoặc nói. Tin nhắn vẫn là tin nhắn.')]);
  });
});
