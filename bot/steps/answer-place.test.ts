import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadPlaces } from '../../knowledge/index.ts';
import { type Answer, textOf } from '../answer.ts';
import { emptyMemory, type Memory } from '../memory.ts';
import type { Locale } from '../message.ts';
import { openPlaceFinder } from '../places/find-place.ts';
import { rememberTurn } from '../remember-turn.ts';
import { startTurn } from '../run-turn.ts';
import { loadSpeech } from '../texts/speech.ts';
import { answerPlaceQuestions } from './answer-place.ts';

const speak = loadSpeech();
const step = answerPlaceQuestions({ places: openPlaceFinder(loadPlaces()) });

interface Asking {
  readonly at?: string;
  readonly locale?: Locale;
}

/** The answers to the messages of one talk; `null` where the step passes the turn on. */
async function talk(texts: readonly string[], { at = '2026-11-21', locale = 'vi' }: Asking = {}) {
  let memory: Memory = emptyMemory;
  const answers: (Answer | null)[] = [];
  for (const text of texts) {
    const turn = startTurn(
      {
        ...{ id: '1', conversationId: '1', channel: 'web', locale, text, at: new Date(at) },
        ...{ signedInAs: null, ownedByOfficer: false },
      },
      memory,
      speak,
    );
    const result = await step.run(turn);
    answers.push('answer' in result ? result.answer : null);
    if ('answer' in result) memory = rememberTurn(turn, result.answer);
  }
  return answers;
}

async function ask(text: string, asking: Asking = {}) {
  const [answer] = await talk([text], asking);
  return { status: answer?.status ?? null, text: answer ? textOf(answer) : '', answer };
}

describe('a question about an old place', () => {
  it('is answered with the new name, the province, the resolution, its day, and the seat', async () => {
    const { status, text, answer } = await ask('Xã Cốc Mỳ cũ, huyện Bát Xát nay thuộc xã nào, tỉnh nào, trụ sở ở đâu?');
    expect(status).toBe('place');
    expect(text).toContain('Xã Cốc Mỳ (Huyện Bát Xát, Tỉnh Lào Cai cũ) nay là Xã Trịnh Tường, Tỉnh Lào Cai.');
    expect(text).toContain('Nghị quyết 1673/NQ-UBTVQH15 ngày 16/06/2025');
    expect(text).toContain('Trụ sở: Thôn Phố Mới 1');
    expect(answer?.sources).toMatchObject([{ code: null, section: 'place', title: 'Nghị quyết 1673/NQ-UBTVQH15' }]);
  });

  it('names every part of a commune that was split, and what decides', async () => {
    const { status, text } = await ask('phường Thành Công, quận Ba Đình cũ thì giờ là phường nào?');
    expect(status).toBe('place');
    expect(text).toContain('- Phường Giảng Võ, Thành phố Hà Nội\n- Phường Ô Chợ Dừa, Thành phố Hà Nội');
    expect(text).toContain('tổ dân phố');
  });

  it('is asked back when many places have the name', async () => {
    const { status, text, answer } = await ask('xã tân thành bây giờ thuộc về đâu');
    expect(status).toBe('clarify');
    expect(text).toMatch(/tỉnh nào ạ\?$/);
    expect(answer?.options).toEqual([]);
    expect((await ask('Phường Minh Khai cũ giờ là phường gì?')).answer?.options).toHaveLength(5);
  });

  it('lists the units of a district, or asks for the ward where they are many', async () => {
    expect((await ask('quận 3 Sài Gòn bỏ rồi thì thuộc phường nào?')).text).toContain('Phường Bàn Cờ');
    expect((await ask('TP Thủ Đức giờ là phường nào')).status).toBe('clarify');
    expect((await ask('huyện đảo Cô Tô giờ là đơn vị gì')).text).toContain('nay là Đặc khu Cô Tô, Tỉnh Quảng Ninh');
  });

  it('says with what a province was joined, and that one was not', async () => {
    expect((await ask('tỉnh Hà Giang nay thuộc tỉnh nào')).text).toContain('Tỉnh Hà Giang nay thuộc Tỉnh Tuyên Quang');
    expect((await ask('Cao Bằng sáp nhập với tỉnh nào')).text).toContain('không nhập với tỉnh nào');
  });

  it('says that a commune stayed as it was', async () => {
    expect((await ask('Xã Mường Lèo, Sốp Cộp có bị sáp nhập không?')).text).toContain('giữ nguyên');
  });

  it('tells a change of 2026 from 2026 on', async () => {
    const question = 'Thị trấn Lộc Ninh, huyện Lộc Ninh, Bình Phước nay là xã nào?';
    expect((await ask(question)).text).toContain(
      'nay là Phường Lộc Ninh, Thành phố Đồng Nai (trước khi đổi tên năm 2026: Xã Lộc Ninh, Tỉnh Đồng Nai)',
    );
    expect((await ask(question, { at: '2025-09-01' })).text).toContain('nay là Xã Lộc Ninh, Tỉnh Đồng Nai.');
  });

  it('is asked for its name when none is known', async () => {
    expect((await ask('Phường em giờ thuộc phường nào?')).status).toBe('clarify');
    expect((await ask('xã Bơ Lơ Bờ Lợ nay thuộc xã nào')).text).toContain('không thấy tên ấy');
  });

  it('is answered in English on an English door', async () => {
    const { text } = await ask('which commune is Cốc Mỳ, Bát Xát now?', { locale: 'en' });
    expect(text).toContain('is now Xã Trịnh Tường, Tỉnh Lào Cai');
  });
});

describe('going on about a place', () => {
  it('takes the old district, a number or a chip for the answer to what was asked', async () => {
    const first = 'Phường Minh Khai cũ giờ là phường gì?';
    for (const reply of ['quận Hai Bà Trưng', '1', 'Phường Minh Khai, Quận Hai Bà Trưng, Thành phố Hà Nội']) {
      const [, answer] = await talk([first, reply]);
      expect(answer?.status).toBe('place');
      expect(answer && textOf(answer)).toContain('Phường Bạch Mai');
    }
  });

  it('answers "tỉnh nào?" and a ward of the district just spoken of', async () => {
    const [, province] = await talk(['Xã Cốc Mỳ huyện Bát Xát nay thuộc xã nào?', 'tỉnh nào?']);
    expect(province && textOf(province)).toContain('Tỉnh Lào Cai');
    const [, ward] = await talk(['Quận 3 Sài Gòn giờ là phường nào?', 'phường Võ Thị Sáu']);
    expect(ward && textOf(ward)).toContain('Phường Xuân Hòa');
  });

  it('lets a question about a procedure pass', async () => {
    const [, answer] = await talk(['Xã Cốc Mỳ huyện Bát Xát nay thuộc xã nào?', 'làm giấy khai sinh cần gì?']);
    expect(answer).toBeNull();
  });
});

it('passes any other message on, and never throws', async () => {
  expect((await ask('Tôi ở xã Tân Lập muốn đăng ký kết hôn thì cần giấy tờ gì')).status).toBeNull();
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', ' giờ là xã nào', ' nay thuộc tỉnh nào'),
      async (text, tail) => {
        await ask(`xã ${text}${tail}`);
      },
    ),
    { numRuns: 100 },
  );
});
