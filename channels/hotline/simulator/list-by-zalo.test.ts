import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inHours } from '../../../bot/handover/test-hand-offs.ts';
import type { Gathered } from './provider-side.ts';
import type { SimulatedPhone } from './simulated-phone.ts';
import { openTestHotline, type TestHotline } from './test-hotline.ts';

const speech = (text: string): Gathered => ({ kind: 'speech', text, confidence: 0.9 });
const keys = (digits: string): Gathered => ({ kind: 'digits', digits });
const account = 'oa1:user-of-my';

let test: TestHotline;
let person: string;
beforeAll(async () => {
  test = await openTestHotline();
  ({ citizenId: person } = await test.signIn('010190000011', [test.dossier]));
}, 60_000);
afterAll(() => test?.close());
beforeEach(async () => {
  test.at = inHours;
  await test.database('delete from try_count');
  await test.database('delete from outbox');
  await test.database('delete from zalo_reach');
  const code = await test.accounts.newCode(person);
  await test.accounts.redeem({ channel: 'zalo-oa', conversationId: account }, code ?? '');
});

async function begun(): Promise<SimulatedPhone> {
  const phone = test.phone({ from: '0900000011' });
  await phone.begin();
  return phone;
}
async function prove(phone: SimulatedPhone): Promise<void> {
  await phone.act(speech('hồ sơ của tôi tới đâu rồi'));
  await phone.act(keys('0000012382609150042#'));
  await phone.act(keys('000011#'));
  await phone.act(keys('02091990#'));
}
const parcels = () => test.database('select channel, address, kind, state, citizen_id from outbox');

describe('the list of papers by Zalo', () => {
  it('goes to the linked account of whoever proved himself in the call: offered, by key and by word, once', async () => {
    const phone = await begun();
    await prove(phone);
    await phone.act(speech('làm khai sinh cần giấy tờ gì'));
    expect(phone.heard).toContain('bấm phím tám');
    await phone.act(keys('8'));
    expect(phone.heard).toContain('đã gửi danh sách vào Gia lô');
    expect(await parcels()).toEqual([
      { channel: 'zalo-oa', address: account, kind: 'said', state: 'queued', citizen_id: person },
    ]);
    const [said] = await test.database(
      `select content from utterance where id = (select (content ->> 'utteranceId')::uuid from outbox)`,
    );
    expect(JSON.stringify(said)).toMatch(/vừa hỏi qua điện thoại.*Giấy chứng sinh/);
    await phone.act(speech('gửi qua zalo cho bà'));
    expect(phone.heard).toContain('đã gửi danh sách vào Gia lô');
    expect(await parcels()).toHaveLength(1);
    const [noted] = await test.database(`select count(*)::int as sent from audit where action = 'checklist-sent'`);
    expect(noted).toEqual({ sent: 1 });
  });

  it('goes nowhere for a caller who proved nothing, whatever his number: the code is offered', async () => {
    const phone = await begun();
    await phone.act(speech('làm khai sinh cần giấy tờ gì'));
    expect(phone.heard).not.toContain('Gia lô');
    await phone.act(speech('gửi qua zalo cho tôi'));
    expect(phone.heard).toMatch(/chưa gửi qua Gia lô được.*bấm phím chín/);
    await phone.act(keys('9'));
    expect(phone.heard).toContain('bốn tám, hai một');
    expect(await parcels()).toEqual([]);
  });

  it('does not follow from a proof in another call', async () => {
    await prove(await begun());
    const phone = await begun();
    await phone.act(speech('làm khai sinh cần giấy tờ gì'));
    await phone.act(keys('8'));
    expect(phone.heard).toContain('chưa gửi qua Gia lô được');
    expect(await parcels()).toEqual([]);
  });

  it.each([
    ['is linked no more', () => test.accounts.leave({ channel: 'zalo-oa', conversationId: account })],
    [
      'said nothing for two days',
      () =>
        test.store.reach.heard(
          { channel: 'zalo-oa', address: account },
          { citizenId: person, at: new Date(inHours.getTime() - 49 * 3_600_000) },
        ),
    ],
    [
      'has left',
      async () => {
        const place = { channel: 'zalo-oa', address: account };
        await test.store.reach.heard(place, { citizenId: person, at: inHours });
        await test.store.reach.left(place);
      },
    ],
    [
      'talks with an officer',
      async () => {
        await test.store.openConversation({ channel: 'zalo-oa', externalId: account, locale: 'vi' });
        await test.database(
          `update conversation set owner_officer = gen_random_uuid() where external_id = '${account}'`,
        );
      },
    ],
  ])('goes nowhere when the account %s', async (_what, happens) => {
    const phone = await begun();
    await prove(phone);
    await phone.act(speech('làm khai sinh cần giấy tờ gì'));
    await happens();
    await phone.act(keys('8'));
    expect(phone.heard).toContain('chưa gửi qua Gia lô được');
    expect(await parcels()).toEqual([]);
  });
});
