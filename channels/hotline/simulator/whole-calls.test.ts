import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inHours, officer, onDuty, outOfHours } from '../../../bot/handover/test-hand-offs.ts';
import { faultsOf } from './check-replies.ts';
import type { Gathered } from './provider-side.ts';
import type { SimulatedPhone } from './simulated-phone.ts';
import { officersPhone, openTestHotline, type TestHotline } from './test-hotline.ts';

const speech = (text: string): Gathered => ({ kind: 'speech', text, confidence: 0.9 });
const keys = (digits: string): Gathered => ({ kind: 'digits', digits });
const lan = officer('Lan');

let test: TestHotline;
beforeAll(async () => {
  test = await openTestHotline();
  test.staff = onDuty(lan);
  await test.store.dossiers.keep([test.dossier], { source: 'test' });
}, 60_000);
afterAll(() => test?.close());
beforeEach(async () => {
  test.at = inHours;
  test.exchanges.length = 0;
  await test.database('delete from try_count');
});

async function begun(options: Parameters<TestHotline['phone']>[0] = {}): Promise<SimulatedPhone> {
  const phone = test.phone(options);
  await phone.begin();
  return phone;
}
const handOffOf = async (callId: string) => {
  const [one] = (await test.database(
    `select h.* from hand_off h join conversation c on c.id = h.conversation_id where c.external_id = 'jambonz:${callId}'`,
  )) as Record<string, unknown>[];
  return one;
};
const talkOf = async (callId: string) =>
  (await test.database(`select owner_officer from conversation where external_id = 'jambonz:${callId}'`))[0];

describe('a call that is put through', () => {
  it('is the console’s hand-off: waiting while it rings, owned while they talk, finished after', async () => {
    const phone = await begun({ callId: 'through' });
    await phone.act(speech('lệ phí khai sinh bao nhiêu'));
    await phone.act(keys('0'));
    expect(phone.orders.next).toMatchObject({ do: 'dial', officers: officersPhone });
    expect(await handOffOf('through')).toMatchObject({ state: 'waiting', channel: 'hotline', cause: 'citizen-asked' });
    const whisper = await phone.pickUp();
    expect(whisper).toMatch(/tổng đài tự động.*muốn gặp cán bộ.*khai sinh.*Mã/);
    expect(whisper).not.toMatch(/không chín không không/);
    const [mine] = (await test.desk.inbox(lan, { list: 'all', channel: 'hotline' })).items;
    expect(mine).toMatchObject({ state: 'owned', owner: { name: 'cán bộ nghe điện thoại' } });
    expect(await talkOf('through')).toMatchObject({ owner_officer: expect.any(String) });
    await expect(test.desk.claim(lan, mine?.id ?? '')).rejects.toMatchObject({ code: 'taken' });
    await phone.dialled('completed');
    expect(phone.heard).toContain('cần hỏi gì nữa');
    expect(await handOffOf('through')).toMatchObject({
      state: 'closed',
      closed_as: 'finished',
      first_reply_at: expect.any(Date),
    });
    expect(await talkOf('through')).toEqual({ owner_officer: null });
    await phone.act(speech('thế cần giấy tờ gì'));
    expect(phone.heard).toContain('Giấy chứng sinh');
    await phone.hangUp();
  });

  it('that an officer took in the console meanwhile is told so and put through at the next turn', async () => {
    const phone = await begun({ callId: 'taken' });
    await phone.act(keys('0'));
    await phone.dialled('busy');
    const [one] = (await test.desk.inbox(lan, { list: 'waiting', channel: 'hotline' })).items;
    await test.desk.claim(lan, one?.id ?? '');
    await phone.act(speech('lệ phí khai sinh bao nhiêu'));
    expect(phone.heard).toMatch(/cán bộ đã nhận việc.*nối máy/);
    expect(phone.orders.next).toMatchObject({ do: 'dial', officers: officersPhone });
    const thread = { channel: 'hotline', conversationId: 'jambonz:taken' } as const;
    expect((await test.heard(thread)).at(-1)).toContain('anh chị nghe máy giúp');
    await phone.dialled('completed');
    await phone.hangUp();
    expect((await test.heard(thread)).at(-1)).toContain('Người gọi đã cúp máy');
    expect(await handOffOf('taken')).toMatchObject({ state: 'owned', owner_officer: lan.id });
  });

  it('is over with the caller, who hangs up while they talk', async () => {
    const phone = await begun({ callId: 'gone-talking' });
    await phone.act(keys('0'));
    await phone.pickUp();
    await phone.hangUp();
    expect(await handOffOf('gone-talking')).toMatchObject({ state: 'closed', closed_as: 'finished' });
    expect(await talkOf('gone-talking')).toEqual({ owner_officer: null });
  });

  it('is left when the caller gives up while it rings', async () => {
    const phone = await begun({ callId: 'gone-ringing' });
    await phone.act(keys('0'));
    await phone.hangUp();
    expect(await handOffOf('gone-ringing')).toMatchObject({ state: 'closed', closed_as: 'citizen-left' });
  });

  it('becomes a call back when nobody answers: the number sealed, shown by its end, revealed with a reason', async () => {
    const phone = await begun({ callId: 'busy' });
    await phone.act(keys('0'));
    await phone.dialled('busy');
    await phone.act(keys('1'));
    expect(phone.orders.next.do).toBe('hang-up');
    const row = await handOffOf('busy');
    expect(row).toMatchObject({ state: 'call-back', contact_masked: '•••••011' });
    expect(String(row?.contact_sealed)).not.toContain('900000011');
    await phone.hangUp();
    const [one] = (await test.desk.inbox(lan, { list: 'waiting', channel: 'hotline' })).items;
    expect(one).toMatchObject({ state: 'call-back' });
    const claim = await test.desk.claim(lan, one?.id ?? '');
    expect(await test.desk.revealContact(lan, claim.handOffId, 'gọi lại cho người dân')).toBe('+84900000011');
  });

  it('says the hours when the office is closed, and keeps the call back until then', async () => {
    test.at = outOfHours;
    const phone = await begun({ callId: 'closed' });
    expect(phone.heard).toContain('ngoài giờ làm việc');
    await phone.act(speech('cho tôi gặp cán bộ'));
    expect(phone.heard).toMatch(/làm việc lại lúc thứ Hai ngày hai mươi ba tháng mười một, bảy giờ ba mươi/);
    await phone.act(speech('có'));
    expect(phone.heard).toMatch(/đã ghi lại.*từ thứ Hai/);
    expect(await handOffOf('closed')).toMatchObject({ state: 'call-back' });
  });

  it('asks a caller who hides his number for one, and reads it back', async () => {
    const phone = await begun({ callId: 'hidden', from: null });
    await phone.act(keys('0'));
    await phone.dialled('no-answer');
    await phone.act(keys('1'));
    await phone.act(keys('09000#'));
    expect(phone.heard).toContain('chưa đủ');
    await phone.act(keys('0900000022#'));
    expect(phone.heard).toContain('không chín không không, không không không, không hai hai');
    await phone.act(keys('1'));
    expect(await handOffOf('hidden')).toMatchObject({ contact_masked: '•••••022' });
  });

  it('is not rung for a denunciation: his desk calls back', async () => {
    const phone = await begun({ callId: 'denounced' });
    await phone.act(speech('tôi muốn tố cáo cán bộ nhận tiền'));
    expect(phone.orders.next.do).toBe('gather');
    expect(phone.heard).toContain('tiếp công dân');
    await phone.act(keys('1'));
    expect(await handOffOf('denounced')).toMatchObject({ cause: 'denunciation', guarded: true, state: 'call-back' });
  });
});

describe('a dossier on the telephone', () => {
  it('is told after its code and a second factor, both pressed; the caller’s number proves nothing', async () => {
    const phone = await begun({ callId: 'dossier', from: '0900000011' });
    await phone.act(speech('hồ sơ của tôi tới đâu rồi'));
    expect(phone.heard).toContain('mã hồ sơ');
    await phone.act(keys('0000012382609150042#'));
    expect(phone.orders.next).toMatchObject({ do: 'gather', speech: false });
    await phone.act(keys('000011#'));
    await phone.act(keys('02091990#'));
    expect(phone.heard).toMatch(/bốn số cuối không không bốn hai.*đang được giải quyết/);
    expect(phone.heard).not.toContain('Vàng Thị Mỷ');
    const told = test.exchanges.at(-1)?.reply ?? '';
    expect(told).toContain('"disableTtsCache":true');
    expect(test.exchanges.flatMap(faultsOf)).toEqual([]);
  });

  it('is not told on a wrong second factor, and not kept in the clear anywhere', async () => {
    const phone = await begun({ callId: 'wrong', from: '0900000011' });
    await phone.act(speech('hồ sơ của tôi tới đâu rồi'));
    await phone.act(keys('0000012382609150042#'));
    for (const left of ['còn hai lần', 'còn một lần', 'hết số lần thử']) {
      await phone.act(keys('123456#'));
      await phone.act(keys('02091990#'));
      expect(phone.heard).toContain(left);
    }
    const kept = JSON.stringify(
      await test.database(
        `select asked_masked, answer from turn t join conversation c on c.id = t.conversation_id where c.external_id = 'jambonz:wrong'`,
      ),
    );
    expect(kept).not.toMatch(/123456|02\/09\/1990|260915/);
  });
});

describe('what is remembered of a call', () => {
  it('lies sealed, and is forgotten with its end; a hook that comes late is answered by hanging up', async () => {
    const phone = await begun({ callId: 'sealed' });
    await phone.act(speech('tôi tên Thí Dụ, hỏi lệ phí khai sinh'));
    const rows = (await test.database('select content_sealed from phone_call where content_sealed is not null')) as {
      content_sealed: Buffer;
    }[];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some((row) => row.content_sealed.toString('utf8').includes('sinh'))).toBe(false);
    await phone.hangUp();
    await phone.repeat();
    expect(phone.orders.next.do).toBe('hang-up');
  });

  it('gives a hook that is told again the reply that it had, also in the midst of it', async () => {
    const phone = await begun({ callId: 'twice' });
    const [one, two] = await Promise.all([
      phone.act(speech('đăng ký tạm trú mất mấy ngày')),
      phone.act(speech('đăng ký tạm trú mất mấy ngày')),
    ]);
    expect(two).toEqual(one);
    expect(await phone.repeat()).toEqual(one);
    const [row] = await test.database(
      `select count(*)::int as turns from turn t join conversation c on c.id = t.conversation_id where c.external_id = 'jambonz:twice'`,
    );
    expect(row).toEqual({ turns: 1 });
  });
});

describe('the list of papers', () => {
  it('is left under figures that are said two by two', async () => {
    const phone = await begun();
    await phone.act(speech('làm khai sinh cần giấy tờ gì'));
    expect(phone.heard).toContain('bấm phím chín');
    await phone.act(keys('9'));
    expect(phone.heard).toContain('bốn tám, hai một, không chín, ba bảy');
    await phone.act(speech('để lại mã cho bà'));
    expect(phone.heard).toContain('bốn tám');
  });
});

describe('a line whose assistant is switched off', () => {
  it('says so and puts through', async () => {
    test.isOff = true;
    const phone = await begun();
    test.isOff = false;
    expect(phone.heard).toContain('tạm nghỉ');
    expect(phone.orders.next.do).toBe('dial');
  });
});
