/** An officer's browser crashes, and then nobody answers: the whole program with a reply time of one minute, as the clock runs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type CitizenClient, makeCitizenClient } from './citizen-client.ts';
import { type ConsoleCalls, makeConsoleCalls } from './console-calls.ts';
import type { Drill } from './drill.ts';
import { newRecord } from './officer-record.ts';
import { makeReach } from './reach.ts';
import { openCopies } from './run-drill.ts';
import { drillUnit, type Invited, inviteStaff, signInOfficer } from './sign-in-officer.ts';
import type { Copy } from './start-copies.ts';
import { type DrillDatabase, startPostgres } from './start-postgres.ts';
import { newTally } from './tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'hmc-crashed-browser-'));
let database: DrillDatabase;
let copies: readonly Copy[] = [];
let invited: readonly Invited[];
let drill: Drill;
let staff: readonly ConsoleCalls[];

beforeAll(async () => {
  database = await startPostgres(join(folder, 'database'));
  copies = await openCopies(database, folder, { REPLY_MINUTES: '1' }, () => {});
  drill = {
    bases: copies.map(({ base }) => base),
    tally: newTally(),
    place: { unit: drillUnit },
    writesEvery: 30,
    reachesFor: 1,
    ...{ officerSaid: new Map(), shownEarly: new Map(), citizenSaid: new Map() },
    ...{ citizensStop: () => false, officersStop: () => false, clientsStop: () => false },
  };
  invited = await inviteStaff(database, [
    { name: 'Lan', role: 'officer' },
    { name: 'Minh', role: 'officer' },
    { name: 'Thảo', role: 'supervisor' },
  ]);
  // Each has a phone in the store. No sender is set up, so the calls stay there to be read.
  for (const { staffId, login } of invited)
    await database.query(`insert into staff_account (staff_id, channel, account) values ($1, 'zalo', $2)`, [
      staffId,
      login,
    ]);
  staff = await Promise.all([0, 1, 2].map(consoleOf));
}, 300_000);
afterAll(async () => {
  for (const copy of copies) await copy.stop();
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

const reach = () => makeReach(drill.bases, drill.tally);

async function consoleOf(number: number): Promise<ConsoleCalls> {
  const one = invited[number]!;
  const headers = await signInOfficer(drill.bases[0]!, one, `10.8.1.${number + 1}`);
  const record = newRecord(one.staffId);
  const calls = makeConsoleCalls({ drill, number, reach: reach(), headers, record });
  await calls.call('/presence', { method: 'PUT', body: { state: 'available' } });
  return calls;
}

/** Texts in the order in which he was shown them. */
async function askForOfficer(): Promise<{ client: CitizenClient; heard: string[]; notices: string[] }> {
  const heard: string[] = [];
  const notices: string[] = [];
  const client = makeCitizenClient({
    ...{ drill, reach: reach(), address: '10.9.0.1' },
    onShown: ({ text = '', channelData }) => {
      heard.push(text);
      if (channelData?.notice) notices.push(channelData.notice);
    },
  });
  await client.begin();
  await client.say('cho tôi gặp cán bộ');
  return { client, heard, notices };
}

/** As often as it takes: only jest's own limit ends it. */
async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found) return found;
    await sleep(1_000);
  }
}

const callsTo = async (number: number) =>
  (
    await database.query<{ kind: string }>('select kind from staff_call where staff_id = $1 order by not_after', [
      invited[number]!.staffId,
    ])
  ).map(({ kind }) => kind);

const rowOf = async () =>
  (
    await database.query<{ id: string; state: string; escalation: number; owner_name: string }>(
      'select * from hand_off',
    )
  )[0];

it('goes from a crashed browser to the next officer, then to the supervisor, and the citizen hears of each step', async () => {
  const [lan, minh, thao] = staff as [ConsoleCalls, ConsoleCalls, ConsoleCalls];
  const { client, heard, notices } = await askForOfficer();
  const waiting = await until(rowOf);
  const claim = (await lan.claim(waiting.id))!;
  expect(await minh.claim(waiting.id)).toBe(null);
  await client.say('tôi hỏi việc khai sinh cho cháu');
  // From here on nothing comes from Lan's browser: no sign of life, no word.
  await until(async () => (await rowOf())?.state === 'waiting');
  await until(async () => (await client.readOn()) || notices.includes('lost'));
  await client.readOn();
  expect(notices).toEqual(['joined', 'lost']);
  expect(heard.at(-1)).toMatch(/cán bộ đang tạm gián đoạn[\s\S]*người khác đang được gọi/);
  await until(async () => (await callsTo(1)).includes('overdue'));
  expect(await callsTo(0)).not.toContain('overdue');
  expect(await callsTo(2)).toEqual([]);
  expect(await lan.say(claim)).toBe(false);

  // Minh is called and does not come either: the supervisor is called, and the citizen is told.
  await until(async () => (await callsTo(2)).includes('overdue'));
  expect(await rowOf()).toMatchObject({ state: 'waiting', escalation: 2 });
  await client.readOn();
  expect(notices).toEqual(['joined', 'lost', 'escalated']);
  expect(heard.at(-1)).toMatch(/chưa có cán bộ nào nhận[\s\S]*lãnh đạo phụ trách/);

  const taken = (await thao.claim(waiting.id))!;
  expect(await thao.say(taken)).toBe(true);
  await client.readOn();
  expect(notices.at(-1)).toBe('joined');
  expect(heard.at(-1)).toContain('Chào anh chị');
}, 1_200_000);

it('lets a colleague take the talk over as soon as the lease of a crashed browser is over', async () => {
  await database.query(
    `update hand_off set state = 'closed', closed_at = now(), owner_officer = null where state <> 'closed'`,
  );
  await database.query('update conversation set owner_officer = null');
  const [lan, minh] = staff as [ConsoleCalls, ConsoleCalls];
  const { client, notices } = await askForOfficer();
  const [waiting] = await until(async () => {
    const rows = await database.query<{ id: string }>(`select id from hand_off where state = 'waiting'`);
    return rows.length > 0 && rows;
  });
  const claim = (await lan.claim(waiting!.id))!;
  expect(await lan.say(claim)).toBe(true);
  const taken = await until(() => minh.claim(waiting!.id));
  expect(taken.fence).toBeGreaterThan(claim.fence);
  expect(await lan.say(claim)).toBe(false);
  expect(await minh.say(taken)).toBe(true);
  await client.readOn();
  expect(notices).toEqual(['joined', 'joined']);
}, 1_200_000);
