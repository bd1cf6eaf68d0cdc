/** What a citizen is told of his own case; who is told nothing. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { importedDossierSchema } from '../../knowledge/index.ts';
import type { DossierReading, KeptDossier } from '../dossiers/dossier-desk.ts';
import { emptyMemory, type Memory } from '../memory.ts';
import { pipeline } from '../pipeline.ts';
import { runTurn, startTurn, type TurnReport } from '../run-turn.ts';
import { openTestBot, saidBy, type TestBot } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';

const at = new Date('2026-11-20T09:00:00+07:00');
const plain = {
  code: '000.00.21.H10-261109-0101',
  procedure: '1.004194',
  unit: '02728',
  desk: 'Công chức Tư pháp',
  receivedAt: '2026-11-09T08:15:00+07:00',
  promisedAt: '2026-11-27T17:00:00+07:00',
  status: 'in-process',
  steps: [{ at: '2026-11-10T09:00:00+07:00', desk: 'Công chức Tư pháp', what: 'Kiểm tra thông tin' }],
  missing: [],
  fee: { dong: 0, paid: true },
  updatedAt: '2026-11-19T15:30:00+07:00',
};

/** A reading as the desk gives it, of the fields that matter. */
function reading(id: string, more: object = {}, rest: Partial<DossierReading> = {}): DossierReading {
  const {
    applicant: _a,
    filedBy: _f,
    onBehalf: _b,
    other: _o,
    ...dossier
  } = importedDossierSchema.parse({ ...plain, ...more });
  const kept: KeptDossier = { ...dossier, applicantName: 'Lò Văn Sính', filerName: null };
  return { id, dossier: kept, relations: ['applicant'], whole: true, keptAt: at, sourceDown: false, ...rest };
}

describe('a question about a filed case', () => {
  let bot: TestBot;
  const speak = loadSpeech();
  beforeAll(async () => {
    bot = await openTestBot();
  }, 60_000);

  async function ask(
    text: string,
    readings: readonly DossierReading[] | null,
    memory: Memory = emptyMemory,
    signedIn = true,
  ): Promise<TurnReport> {
    const reads: unknown[] = [];
    const read = async (asker: unknown) => {
      reads.push(asker);
      return readings ?? [];
    };
    const dossiers = readings && { read };
    const message = {
      id: 'm',
      conversationId: 'c',
      channel: 'web',
      locale: 'vi',
      ownedByOfficer: false,
      text,
      at,
      signedInAs: signedIn ? 'x' : null,
      citizenId: 'c1',
    } as const;
    const report = await runTurn(startTurn(message, memory, speak), pipeline({ ...bot.tools, dossiers }));
    expect(report.error).toBeUndefined();
    if (!signedIn) expect(reads).toEqual([]);
    return report;
  }
  const told = async (text: string, more: object, rest: Partial<DossierReading> = {}) =>
    saidBy(await ask(text, [reading('d1', more, rest)]));

  it('says what the status means, who has it since when, and when it is due', async () => {
    const text = await told('Hồ sơ của tôi tới đâu rồi?', {});
    expect(text).toContain('đang được giải quyết');
    expect(text).toContain('Nơi đang giữ: Công chức Tư pháp, từ ngày 10/11/2026');
    expect(text).toContain('Ngày hẹn trả: thứ sáu, 27/11/2026');
    expect(text).toContain('ghi ngày 19/11/2026, lúc 15:30. Cập nhật lúc 09:00, ngày 20/11/2026');
    expect(text).not.toMatch(/in-process|trễ/);
  });

  it('says how late it is and what the rules then ask, never that somebody has apologised', async () => {
    const text = await told('Hồ sơ của tôi tới đâu rồi?', { promisedAt: '2026-11-12T17:00:00+07:00' });
    expect(text).toContain('trễ hẹn 6 ngày làm việc');
    expect(text).toContain('phải xin lỗi bằng văn bản');
    expect(text).not.toMatch(/đã xin lỗi|chưa phải làm gì/);
  });

  it('tells of an apology that the record tells of', async () => {
    const steps = [{ at: '2026-11-13T08:00:00+07:00', desk: null, what: 'Gửi thư xin lỗi và hẹn lại ngày trả' }];
    const text = await told('Hồ sơ của tôi trễ hẹn rồi', { promisedAt: '2026-11-12T17:00:00+07:00', steps });
    expect(text).toContain('Gửi thư xin lỗi và hẹn lại ngày trả (ngày 13/11/2026)');
  });

  it('is nobody’s lateness when papers are wanted of the citizen, or when it is done', async () => {
    for (const status of ['needs-papers', 'ready', 'collected', 'returned', 'refused', 'withdrawn'])
      expect(
        await told('Hồ sơ của tôi tới đâu rồi?', { status, promisedAt: '2026-11-12T17:00:00+07:00' }),
      ).not.toContain('trễ');
  });

  it('names the paper that is wanting as the guide does, and how to send it', async () => {
    const missing = [
      { paper: 'tờ khai thay đổi thông tin cư trú', reason: 'thiếu chữ ký chủ hộ' },
      { paper: null, reason: 'mờ' },
    ];
    const text = await told('hồ sơ của tôi thiếu gì', { status: 'needs-papers', missing });
    expect(text).toContain(
      'tờ khai thay đổi thông tin cư trú (lý do: thiếu chữ ký chủ hộ); trong hướng dẫn gọi là «Tờ khai thay đổi thông tin cư trú',
    );
    expect(text).toContain('Một giấy không ghi tên (lý do: mờ)');
    expect(text).toContain('Nộp bổ sung ở nơi đã nộp');
  });

  it('says of what it does not know that it does not', async () => {
    const none = {
      status: 'đang treo',
      promisedAt: null,
      receivedAt: null,
      desk: null,
      steps: null,
      missing: null,
      fee: null,
      updatedAt: null,
    };
    const text = await told('hồ sơ của tôi đóng bao nhiêu tiền', none);
    expect(text).toContain('không ghi rõ đang ở bước nào');
    expect(text).toContain('không ghi ngày hẹn trả');
    expect(text).toContain('không ghi tiền');
    expect(text).toContain('không ghi lúc cập nhật');
    expect(text).not.toMatch(/null|undefined|NaN|Invalid/);
  });

  it('names nobody and no whole code where others hear it', async () => {
    const read = async () => [reading('d1', {}, { relations: ['filer'] })];
    const said = async (channel: 'web' | 'kiosk' | 'hotline') => {
      const plain = { id: 'm', conversationId: 'c', locale: 'vi', ownedByOfficer: false, at, citizenId: 'c1' } as const;
      const message = { ...plain, channel, signedInAs: 'x', text: 'hồ sơ của tôi tới đâu rồi' };
      return saidBy(
        await runTurn(startTurn(message, emptyMemory, speak), pipeline({ ...bot.tools, dossiers: { read } })),
      );
    };
    expect(await said('web')).toMatch(/000\.00\.21\.H10-261109-0101.*Lò Văn Sính/s);
    for (const channel of ['kiosk', 'hotline'] as const) {
      expect(await said(channel)).toMatch(/mã …0101/);
      expect(await said(channel)).not.toMatch(/H10|261109|Lò/);
    }
  });

  it('sends nobody who calls to a page where one signs in', async () => {
    const asked = { id: 'm', conversationId: 'c', locale: 'vi', ownedByOfficer: false, at, signedInAs: null } as const;
    const message = { ...asked, channel: 'hotline', text: 'hồ sơ của tôi tới đâu rồi' } as const;
    const text = saidBy(await runTurn(startTurn(message, emptyMemory, speak), pipeline(bot.tools)));
    expect(text).toMatch(/qua điện thoại.*quầy Một cửa/s);
    expect(text).not.toMatch(/đăng nhập|dichvucong/);
  });

  it('says that the source is down, and how old what it says is', async () => {
    expect(await told('Hồ sơ của tôi tới đâu rồi?', {}, { sourceDown: true })).toMatch(
      /không trả lời.*ghi ngày 19\/11\/2026.*Cập nhật lúc/s,
    );
  });

  it('says that days contradict each other', async () => {
    const text = await told('Hồ sơ của tôi tới đâu rồi?', { promisedAt: '2026-11-06T17:00:00+07:00' });
    expect(text).toContain('có chỗ ghi sai');
  });

  it('shows no more than the rung allows', async () => {
    const little = { desk: null, steps: null, missing: null, fee: null };
    const text = await told('Hồ sơ của tôi thiếu gì?', little, { whole: false });
    expect(text).toContain('khi chưa đăng nhập');
    expect(text).not.toMatch(/thiếu giấy|Nơi đang giữ/);
  });

  it('tells several apart by procedure, day, code and end of code, and asks when it cannot', async () => {
    const both = [
      reading('d1'),
      reading('d2', {
        code: '000.00.21.H10-261118-0117',
        procedure: '1.001193',
        receivedAt: '2026-11-18T08:00:00+07:00',
        promisedAt: '2026-11-30T17:00:00+07:00',
      }),
    ];
    const first = /27\/11\/2026/;
    const second = /30\/11\/2026/;
    for (const [text, shown, hidden] of [
      ['Hồ sơ tạm trú của tôi tới đâu rồi?', first, second],
      ['hồ sơ khai sinh của tôi tới đâu rồi', second, first],
      ['hồ sơ tôi nộp hôm thứ tư sao rồi', second, first],
      ['000.00.21.H10-261118-0117 xong chưa', second, first],
      ['hồ sơ đuôi 0101 của tôi sao rồi', first, second],
    ] as const) {
      const said = saidBy(await ask(text, both));
      expect([text, shown.test(said), hidden.test(said)]).toEqual([text, true, false]);
    }
    const { answer } = await ask('Hồ sơ của tôi tới đâu rồi?', both);
    expect(answer.options.map(({ send }) => send)).toEqual([
      'Hồ sơ 000.00.21.H10-261109-0101',
      'Hồ sơ 000.00.21.H10-261118-0117',
    ]);
    const unknown = await ask('Hồ sơ H10.01-261109-0999 của tôi xong chưa?', both);
    expect(saidBy(unknown)).toContain('không có mã này');
  });

  it('goes on: the other one, its lack, the procedure’s fee, and back', async () => {
    const both = [reading('d1'), reading('d2', { procedure: '1.001193', promisedAt: '2026-11-30T17:00:00+07:00' })];
    const talk = async (...texts: readonly string[]) => {
      let memory = emptyMemory;
      let last: TurnReport | null = null;
      for (const text of texts) {
        last = await ask(text, both, memory);
        memory = last.memory;
      }
      return last!;
    };
    const tam = 'Hồ sơ tạm trú của tôi tới đâu rồi?';
    expect(saidBy(await talk(tam, 'thế còn hồ sơ kia?'))).toContain('30/11/2026');
    expect(saidBy(await talk(tam, 'thiếu gì?'))).toContain('không ghi là thiếu');
    const fee = await talk(tam, 'lệ phí thủ tục đó bao nhiêu?');
    expect(fee.answer).toMatchObject({ status: 'answered', codes: ['1.004194'], facet: 'fee' });
    expect(saidBy(await talk(tam, 'lệ phí thủ tục đó bao nhiêu?', 'thế hồ sơ đó bao giờ xong?'))).toContain(
      '27/11/2026',
    );
    expect(saidBy(await talk('Hồ sơ của tôi tới đâu rồi?', 'cái thứ hai'))).toContain('30/11/2026');
  });

  it('remembers ids alone: no code, no title, no day', async () => {
    const { memory } = await ask('Hồ sơ của tôi tới đâu rồi?', [
      reading('d1'),
      reading('d2', { procedure: '1.001193' }),
    ]);
    expect(memory).toMatchObject({ dossier: null, dossiers: ['d1', 'd2'], options: [] });
    expect(JSON.stringify(memory)).not.toMatch(/H10|261109|2026/);
  });

  it('hands a payment that was not recorded over, with what to keep, and never says to pay again', async () => {
    const { answer } = await ask('tiền trừ rồi mà hồ sơ của tôi chưa ghi nhận', [
      reading('d1', { fee: { dong: 75_000, paid: false } }),
    ]);
    expect(answer).toMatchObject({ status: 'handed-off', handOffReason: 'dossier-disputed' });
    const text = answer.blocks.map((block) => ('text' in block ? block.text : '')).join(' ');
    expect(text).toContain('mã giao dịch');
    expect(text).toContain('đừng trả thêm lần nữa');
    expect(text).not.toMatch(/nộp lại/);
  });

  it('shows a child’s case to the parent who filed it, and to nobody for the asking', async () => {
    const childs = reading('d1', { procedure: '1.001193' }, { relations: ['filer'] });
    expect(saidBy(await ask('hồ sơ khai sinh của con tôi tới đâu rồi', [childs]))).toContain('27/11/2026');
    for (const text of ['Hồ sơ của ông hàng xóm tới đâu rồi?', 'Hồ sơ của vợ cũ tôi xong chưa?']) {
      const { answer } = await ask(text, [childs]);
      expect([text, answer.status, /27\/11|0101/.test(JSON.stringify(answer))]).toEqual([
        text,
        'declined-unsafe',
        false,
      ]);
    }
  });

  it('asks the anonymous to sign in, in the same words whether a code exists or not, and reads nothing', async () => {
    const asked = ['Hồ sơ 000.00.21.H10-261109-0101 tới đâu rồi?', 'Hồ sơ 000.00.21.H10-261109-0999 tới đâu rồi?'];
    const [known, unknown] = [
      await ask(asked[0]!, [reading('d1')], emptyMemory, false),
      await ask(asked[1]!, [], emptyMemory, false),
    ];
    expect(known.answer).toEqual(unknown.answer);
    expect(known.answer.status).toBe('login-required');
  });

  it('says honestly that nothing is connected, or that nothing is there', async () => {
    expect(saidBy(await ask('Hồ sơ của tôi tới đâu rồi?', null))).toContain('chưa nối với hệ thống');
    expect(saidBy(await ask('Hồ sơ của tôi tới đâu rồi?', []))).toContain('không thấy hồ sơ nào');
  });

  it('answers in English', async () => {
    const text = await told('Where is my application now and when is it ready?', {});
    expect(text).toContain('Your case is being worked on');
    expect(text).toContain('Promised for: Friday, 27/11/2026');
  });
});
