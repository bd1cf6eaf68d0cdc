import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffMember } from '../../../bot/index.ts';
import { openTestDoor, type TestDoor, textOfAll } from './test-door.ts';

const account = '388613280878808645';
const lan: StaffMember = {
  id: randomUUID(),
  name: 'Lan',
  role: 'officer',
  unit: '02683',
  skills: [],
  desk: null,
};

describe.each(['zalo-oa', 'zalo-bot'] as const)('a hand-off on %s', (channel) => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor({ channel });
  }, 60_000);
  afterAll(() => door?.close());

  /** A citizen who has written, and whose talk Lan has taken over. */
  async function owned(user: string) {
    await door.say(user, 'tôi muốn gặp cán bộ');
    const { store } = door.store;
    const talk = (await store.findConversation({ channel, externalId: `${account}:${user}` }))!;
    const [handOff] = await door.store.database.query('select id from hand_off where conversation_id = $1', [talk.id]);
    const claim = await door.desk.claim(lan, String(handOff!.id));
    await door.pump();
    return { claim };
  }

  it('brings the officer’s words with her name, in order, and the bot is silent', async () => {
    const { claim } = await owned('h1');
    expect(door.reached.at(-1)!.text).toContain('Cán bộ Lan đã vào');
    await door.desk.say(lan, claim, { key: 'k1', text: 'Chị cho em xin tên phường ạ.' });
    await door.desk.say(lan, claim, { key: 'k2', text: 'Em tra giúp ngay.' });
    await door.pump();
    expect(door.reached.slice(-2).map(({ text }) => text)).toEqual([
      'Cán bộ Lan: Chị cho em xin tên phường ạ.',
      'Cán bộ Lan: Em tra giúp ngay.',
    ]);
    expect(await door.say('h1', 'phường Hòa Bình em ơi')).toEqual([]);
    expect(await door.say('h1', '', { kind: 'sticker' })).toEqual([]);
    expect(await door.say('h1', 'giấy này đây', { kind: 'voice' })).toEqual([]);
    const talk = await door.desk.talk(lan, claim.handOffId);
    expect(talk.entries.map(({ text }) => text)).toContain('phường Hòa Bình em ơi');
  });

  it('lets an emergency through', async () => {
    await owned('h2');
    expect(textOfAll(await door.say('h2', 'cháy nhà, cứu với'))).toContain('114');
  });

  it('keeps a notice back until she has given the talk back', async () => {
    const { claim } = await owned('h9');
    const { query } = door.store.database;
    const address = `${account}:h9`;
    const [talk] = await query('select citizen_id from conversation where external_id = $1 and channel = $2', [
      address,
      channel,
    ]);
    const [consent, now] = [randomUUID(), new Date()];
    await query('insert into consent values ($1, $2, $3, $4, $5, $6)', [
      consent,
      talk!.citizen_id,
      'notices',
      'có',
      channel,
      now,
    ]);
    await query(
      'insert into notice_choice (id, citizen_id, consent_id, channel, address, since) values ($1, $2, $3, $4, $5, $6)',
      [randomUUID(), talk!.citizen_id, consent, channel, address, now],
    );
    await query(
      `insert into outbox (id, citizen_id, channel, address, kind, key, content, not_before, created_at)
       values ($1, $2, $3, $4, 'notice', $5, $6, $7, $7)`,
      [randomUUID(), talk!.citizen_id, channel, address, 'n:h9', JSON.stringify({ text: 'Hồ sơ đã có kết quả.' }), now],
    );
    const told = () => door.reached.some(({ text }) => text?.includes('Hồ sơ đã có kết quả'));
    await door.pump();
    expect(told()).toBe(false);
    await door.desk.end(lan, claim, 'returned');
    door.wait(11 * 60_000);
    await door.pump();
    expect(told()).toBe(true);
  });

  it('brings a picture of hers', async () => {
    const { claim } = await owned('h3');
    const png = Buffer.from('89504e470d0a1a0a', 'hex');
    const id = await door.desk.keepPicture(lan, { type: 'image/png', bytes: png, alt: 'Mẫu đơn' });
    await door.desk.say(lan, claim, { key: 'p1', text: '', pictureIds: [typeof id === 'string' ? id : id.id] });
    await door.pump();
    expect(door.reached.at(-1)).toMatchObject({ picture: { id: typeof id === 'string' ? id : id.id } });
  });

  it('shows the officer a picture of the citizen’s only when he lets her', async () => {
    const { claim } = await owned('h4');
    const url = 'https://f6.photo.talk.zdn.vn/8123456789012345678/giay.jpg';
    const seen = async () => (await door.desk.talk(lan, claim.handOffId)).entries.map(({ text }) => text).join('\n');
    expect(await door.say('h4', '', { kind: 'image', media: [{ url, type: 'image' }] })).toEqual([]);
    expect(await seen()).toContain('gửi ảnh');
    expect(await seen()).not.toContain('zdn.vn');
    await door.say('h4', 'thôi đừng gửi ảnh');
    expect(await seen()).not.toContain('zdn.vn');
    await door.say('h4', 'dạ gửi ảnh đi');
    expect(await seen()).toContain(url);
  });

  it('is the bot’s again when she gives it back, with a rating of one to five', async () => {
    const { claim } = await owned('h5');
    await door.desk.end(lan, claim, 'returned');
    await door.pump();
    const last = door.reached.at(-1)!;
    expect(last.text).toMatch(/mấy sao/);
    if (channel === 'zalo-oa') expect(last.buttons.map(({ title }) => title)).toContain('5 sao');
    else expect(last.text).toMatch(/1\. 1 sao\n2\. 2 sao\n3\. 3 sao\n4\. 4 sao\n5\. 5 sao$/);
    const asked = await door.say('h5', '5');
    const [row] = await door.store.database.query(
      'select asked_masked from turn where conversation_id = (select conversation_id from hand_off where id = $1) order by seq desc limit 1',
      [claim.handOffId],
    );
    expect(row).toEqual({ asked_masked: '5 sao' });
    expect(asked).not.toEqual([]);
    expect(textOfAll(await door.say('h5', 'lệ phí khai sinh'))).toContain('Không mất phí');
  });

  it('was told of no error', () => expect(door.errors).toEqual([]));
});
