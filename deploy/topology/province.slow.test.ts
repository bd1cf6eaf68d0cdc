/** The topology of deploy/province as plain processes: one PostgreSQL, two copies, a door without stickiness. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { migrations } from '../../bot/store/migrations/index.ts';
import { type Copy, makeCopy } from '../../tools/hand-off-load/start-copies.ts';
import { type Balancer, startBalancer } from './start-balancer.ts';
import { type ProvinceStore, startProvinceStore } from './start-province-store.ts';
import { openTalk, repliesIn, type ShownActivity } from './talk-over-the-wire.ts';

const minutes = 60_000;
const questions = [
  'đăng ký khai sinh cần giấy tờ gì',
  'thế lệ phí bao nhiêu',
  'đăng ký kết hôn mất mấy ngày',
  'chứng thực bản sao ở đâu',
];
const folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-province-'));
let store: ProvinceStore;
let copies: readonly [Copy, Copy];
let door: Balancer;

beforeAll(async () => {
  store = await startProvinceStore(join(folder, 'postgres'));
  const settings = {
    DATABASE_URL: store.databaseUrl,
    DATABASE_OWNER_URL: store.ownerUrl,
    SECRET_KEY: '07'.repeat(32),
    DATA_FOLDER: join(folder, 'data'),
    LOG_LEVEL: 'warn',
    TRUST_PROXY: '1',
  };
  copies = [await makeCopy(settings), await makeCopy(settings)];
  // At once, on a store that holds nothing: both migrate, and both make the index in the folder that they share.
  await Promise.all(copies.map((copy) => copy.start()));
  door = await startBalancer(copies.map(({ base }) => base));
}, 10 * minutes);

afterAll(async () => {
  await door?.close();
  await Promise.all((copies ?? []).map((copy) => copy.stop()));
  await store?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 10 * minutes);

const repliedTo = (activities: readonly ShownActivity[]) => repliesIn(activities).map(({ to }) => to);
const isAnswered = (ids: readonly string[]) => (activities: readonly ShownActivity[]) =>
  ids.every((id) => repliedTo(activities).includes(id));

describe('two copies of a province behind one door', () => {
  it('have brought an empty store to its schema once, with logins that are no superusers', async () => {
    const ran = await store.query<{ name: string }>('select name from kysely_migration order by name');
    expect(ran.map(({ name }) => name)).toEqual(Object.keys(migrations).sort());
    const users = await store.query<{ usename: string; usesuper: boolean }>(
      "select distinct usename, usesuper from pg_stat_activity join pg_user using (usename) where application_name like 'hoi-mot-cua%'",
    );
    expect(users).toEqual([{ usename: 'hoi_mot_cua_web', usesuper: false }]);
  });

  it(
    'answer one talk in turns, and its answers stand in the order of its questions',
    async () => {
      const talk = await openTalk(door.base);
      const before = door.sent.length;
      const ids: string[] = [];
      for (const question of questions) {
        ids.push(await talk.say(question));
        await talk.shownUntil(isAnswered(ids));
      }
      expect(new Set(door.sent.slice(before)).size).toBe(2);
      expect(repliedTo(await talk.shown())).toEqual(ids);
      // The second question makes sense only to whoever knows the first.
      const second = repliesIn(await talk.shown()).find(({ to }) => to === ids[1]);
      expect(second?.text).toMatch(/khai sinh/i);
    },
    5 * minutes,
  );

  it(
    'show on a socket of one copy what was said to the other',
    async () => {
      const talk = await openTalk(door.base);
      const socket = new WebSocket(await talk.socketUrl());
      const seen: string[] = [];
      socket.on('message', (data) => {
        const text = String(data);
        if (text === '') return;
        const { activities = [] } = JSON.parse(text) as { activities?: readonly ShownActivity[] };
        seen.push(...activities.flatMap(({ id, channelData }) => (channelData?.answer ? [id] : [])));
      });
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      const ids: string[] = [];
      for (const question of questions.slice(0, 3)) {
        ids.push(await talk.say(question));
        await talk.shownUntil(isAnswered(ids));
      }
      await talk.shownUntil(() => seen.length >= ids.length);
      const answers = (await talk.shown()).flatMap(({ id, channelData }) => (channelData?.answer ? [id] : []));
      expect(seen).toEqual(answers);
      socket.close();
    },
    5 * minutes,
  );

  it(
    'go on with a talk when one of them is killed in the middle of it',
    async () => {
      const talk = await openTalk(door.base);
      const first = await talk.say(questions[0]!);
      const underWay = [talk.say(questions[1]!), talk.say(questions[2]!)];
      await copies[0].kill();
      const ids = [first, ...(await Promise.all(underWay)), await talk.say(questions[3]!)];
      const shown = await talk.shownUntil(isAnswered(ids));
      expect(repliedTo(shown).sort()).toEqual([...ids].sort());
      await copies[0].start();
    },
    10 * minutes,
  );

  it(
    'lose no acknowledged message while they are restarted one after the other',
    async () => {
      let restarting = true;
      const rolling = (async () => {
        for (const copy of copies) {
          await copy.stop();
          await copy.start();
        }
        restarting = false;
      })();
      const talk = await openTalk(door.base);
      const ids: string[] = [];
      for (let number = 0; restarting || number < 6; number += 1) {
        ids.push(await talk.say(questions[number % questions.length]!));
        // One after the other, and never faster than they are answered: what is measured is loss, not speed.
        await talk.shownUntil(isAnswered(ids));
      }
      await rolling;
      const shown = await talk.shown();
      expect(repliedTo(shown)).toEqual(ids);
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
    },
    10 * minutes,
  );
});
