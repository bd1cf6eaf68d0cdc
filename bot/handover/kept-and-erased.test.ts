import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keepDays } from '../privacy/keep-days.ts';
import { officer, outOfHours } from './test-desk.ts';
import { newThread, onDuty, openTestHandOffs, type TestHandOffs } from './test-hand-offs.ts';

let test: TestHandOffs;
beforeAll(async () => {
  test = await openTestHandOffs();
}, 60_000);
afterAll(() => test?.close());

const lan = officer('Lan');
const dayMs = 86_400_000;

/** A talk with a note, a picture, a contact and a rating. */
async function wholeTalk() {
  const thread = newThread();
  test.at = outOfHours;
  test.staff = onDuty(lan);
  await test.ask(thread, 'cho tôi gặp cán bộ');
  await test.ask(thread, '0900000011');
  const id = await test.openOne(thread);
  const claim = await test.desk.claim(lan, id);
  const { id: pictureId } = await test.desk.keepPicture(lan, {
    type: 'image/png',
    bytes: Buffer.from('89504e470d0a1a0a', 'hex'),
    alt: 'Mẫu tờ khai',
  });
  await test.desk.say(lan, claim, { key: 'a', text: 'Chị xem mẫu này nhé.', pictureIds: [pictureId] });
  await test.desk.note(lan, id, 'Đã gửi mẫu');
  await test.desk.end(lan, claim, 'finished');
  const found = await test.store.findConversation({ channel: 'web', externalId: thread.conversationId });
  return { thread, id, pictureId, citizenId: found?.citizenId ?? '' };
}
const counts = async () => {
  const [row] =
    await test.database(`select (select count(*) from hand_off) as offs, (select count(*) from hand_off_note) as notes,
    (select count(*) from hand_off_event) as events, (select count(*) from hand_off_picture) as pictures`);
  return Object.values(row as Record<string, number>).map(Number);
};

it('shows a citizen what is kept of his hand-off, and erases all of it at his wish', async () => {
  const { citizenId, pictureId } = await wholeTalk();
  expect(await test.store.handOffs.queue.picture(pictureId)).toMatchObject({ type: 'image/png' });
  const data = await test.store.personalData.read(citizenId);
  expect(data.handOffs).toMatchObject([{ contactMasked: '•••••011', notes: 1, rating: null }]);
  expect(data.officerWords.map(({ by, text }) => `${by}: ${text}`)).toContain('Lan: Chị xem mẫu này nhé.');
  expect(data.consents.map(({ purpose }) => purpose)).toEqual(['keep-contact']);
  await test.store.personalData.askErasure({ citizenId, at: test.at, notBefore: test.at });
  expect(await test.store.personalData.eraseDue(test.at)).toBe(1);
  expect(await counts()).toEqual([0, 0, 0, 0]);
  expect(await test.store.handOffs.queue.picture(pictureId)).toBeNull();
});

it('forgets the contact 30 days after the end, and a picture that was never sent after a day', async () => {
  const { citizenId } = await wholeTalk();
  await test.desk.keepPicture(lan, { type: 'image/jpeg', bytes: Buffer.from('ffd8ff', 'hex'), alt: 'thừa' });
  await test.store.personalData.sweep(keepDays, new Date(test.at.getTime() + 2 * dayMs));
  expect((await test.store.personalData.read(citizenId)).handOffs[0]?.contactMasked).toBe('•••••011');
  expect((await counts())[3]).toBe(1);
  await test.store.personalData.sweep(keepDays, new Date(test.at.getTime() + 31 * dayMs));
  expect((await test.store.personalData.read(citizenId)).handOffs[0]?.contactMasked).toBeNull();
});
