import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openTestBot, type TestBot } from '../../bot/test-bot.ts';
import { openTestSwitchboard, startTestCall, type TestSwitchboard, testLine } from './test-call.ts';

let bot: TestBot;
let board: TestSwitchboard;
beforeAll(async () => {
  bot = await openTestBot();
  board = await openTestSwitchboard({ bot });
}, 60_000);

async function called() {
  const call = startTestCall(board);
  await call.begin();
  return call;
}

describe('a call', () => {
  it('begins with who speaks, that it is a machine, that it is kept, that 0 is a person, and a question', async () => {
    const call = await called();
    expect(call.heard).toMatch(/trợ lý tự động của phường Hòa Bình.*máy.*lưu lại.*phím không.*hỏi việc gì/);
    expect(call.action).toMatchObject({ do: 'ask', expect: ['speech', 'digits'], maxDigits: 1 });
  });

  it('tells a long list three things at a time and goes on when it is told to', async () => {
    const call = await called();
    await call.say('dạ cho bà hỏi làm giấy khai sinh cho cháu cần giấy tờ gì');
    const first = call.heard;
    expect(first).toContain('Giấy chứng sinh');
    expect(first).toContain('nghe tiếp không ạ');
    await call.say('dạ có');
    expect(call.heard).not.toContain('Giấy chứng sinh, một bản chính');
    expect(call.heard).toContain('nghe tiếp không ạ');
    await call.press('1');
    await call.say('thôi');
    expect(call.heard).toContain('cần hỏi gì nữa không');
  });

  it('says it again, word for word, and slower, when it is asked to', async () => {
    const call = await called();
    await call.say('lệ phí làm căn cước bao nhiêu');
    const first = call.heard;
    await call.say('nói lại đi cháu');
    expect(call.heard).toBe(first);
    await call.press('*');
    expect(call.heard).toBe(first);
    await call.say('nói chậm thôi');
    expect(call.heard).toBe(first);
    expect(call.action.rate).toBe('slow');
    await call.say('đăng ký tạm trú mất mấy ngày');
    expect(call.action.rate).toBe('slow');
  });

  it('follows up as any other talk', async () => {
    const call = await called();
    await call.say('đăng ký kết hôn ở đâu');
    await call.say('thế lệ phí');
    expect(call.heard).toMatch(/phí/);
  });

  it('offers keys when it asks back, and takes the key for the choice', async () => {
    const call = await called();
    await call.say('tôi hỏi về chứng thực');
    expect(call.heard).toMatch(/Bấm một/);
    await call.press('1');
    expect(call.action.do).toBe('ask');
    expect(call.heard).not.toMatch(/chưa nghe rõ/);
  });

  it('asks shorter after one miss, offers keys after two, and puts through after three', async () => {
    const call = await called();
    await call.tell({ kind: 'no-input' });
    expect(call.heard).toContain('ví dụ');
    await call.tell({ kind: 'low-confidence' });
    expect(call.heard).toContain('phím không');
    await call.tell({ kind: 'recogniser-failed' });
    expect(call.action).toMatchObject({ do: 'transfer', to: testLine.officers });
  });

  it('puts through at 0, whispers no name and no number, and offers a call back when nobody answers', async () => {
    const call = await called();
    await call.say('lệ phí khai sinh bao nhiêu');
    await call.press('0');
    expect(call.action.do).toBe('transfer');
    if (call.action.do === 'transfer')
      expect(call.action.whisper.map(({ text }) => text).join(' ')).not.toMatch(/không chín/);
    await call.tell({ kind: 'transfer-result', outcome: 'no-answer' });
    expect(call.heard).toMatch(/chưa có cán bộ nghe máy.*gọi lại/);
    await call.press('2');
    expect(call.action.do).toBe('hang-up');
  });

  it('offers a call back outside the hours instead of ringing an empty office', async () => {
    const closed = await openTestSwitchboard({ bot, line: { ...testLine, isOpen: () => false } });
    const call = startTestCall(closed);
    await call.begin();
    await call.say('cho tôi gặp cán bộ');
    expect(call.action.do).toBe('ask');
    expect(call.heard).toContain('gọi lại');
    await call.press('1');
    expect(call.action.do).toBe('hang-up');
  });

  it('gives a repeated turn the action it had, without a second turn of the assistant', async () => {
    let turns = 0;
    const counted = await openTestSwitchboard({
      handle: async ({ id }) => {
        turns += 1;
        return { turnId: id, opening: null, repeated: false, answer: (await bot.ask('lệ phí khai sinh')).answer };
      },
    });
    const event = {
      provider: 'jambonz',
      callId: 'same',
      at: new Date(),
      from: null,
      to: '1',
      turn: 1,
      kind: 'speech',
      text: 'a',
      confidence: 1,
    } as const;
    const [one, two] = await Promise.all([counted.dialogue.onEvent(event), counted.dialogue.onEvent(event)]);
    expect(two).toEqual(one);
    expect(turns).toBe(1);
  });

  it('says sorry when the assistant breaks or hangs, and puts through the second time', async () => {
    const broken = await openTestSwitchboard({ handle: () => new Promise(() => {}), deadlineMs: 20 });
    const call = startTestCall(broken);
    await call.begin();
    await call.say('lệ phí khai sinh');
    expect(call.action.do).toBe('ask');
    expect(call.heard).toContain('trục trặc');
    await call.say('lệ phí khai sinh');
    expect(call.action.do).toBe('transfer');
    expect(broken.errors).toHaveLength(2);
  });

  it('gives an emergency its number at once', async () => {
    const call = await called();
    await call.say('cháy nhà rồi cứu với');
    expect(call.heard).toContain('một một bốn');
  });
});

const acts = fc.oneof(
  fc
    .constantFrom(
      'lệ phí khai sinh',
      'nói lại',
      'dạ có',
      'thôi',
      'ừm',
      'gặp cán bộ',
      'hồ sơ của tôi tới đâu rồi',
      'chứng thực',
    )
    .map((text) => ({ kind: 'speech' as const, text, confidence: 0.8 })),
  fc.constantFrom('0', '1', '2', '9', '*', '#', '123456789012').map((digits) => ({ kind: 'digits' as const, digits })),
  fc
    .constantFrom('no-input' as const, 'low-confidence' as const, 'recogniser-failed' as const)
    .map((kind) => ({ kind })),
  fc
    .constantFrom('busy' as const, 'no-answer' as const)
    .map((outcome) => ({ kind: 'transfer-result' as const, outcome })),
);

describe('any call', () => {
  it('always hears something, never holds the line for nothing, and ends when both are silent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { maxLength: 12 }), async (events) => {
        const call = await called();
        for (const event of events) {
          await call.tell(event);
          if (call.action.do === 'hang-up') return;
          expect(call.heard.length).toBeGreaterThan(0);
          expect(call.heard).toMatch(/^[\p{L}\s.,?!]+$/u);
        }
        for (let silent = 0; silent < 12 && call.action.do === 'ask'; silent += 1)
          await call.tell({ kind: 'no-input' });
        expect(call.action.do).not.toBe('ask');
      }),
      { numRuns: 60 },
    );
  }, 300_000);
});
