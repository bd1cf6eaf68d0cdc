/** 200 citizens wait and 20 officers work, over two handles of one store: `npx node bot/handover/bench-hand-offs.ts [seconds]` (300). */
import { randomUUID } from 'node:crypto';
import type { Store } from '../store/index.ts';
import { loadSpeech } from '../texts/speech.ts';
import { newHandOffCode } from './hand-off-code.ts';
import { handOffDefaults } from './hand-off-settings.ts';
import { createOfficerDesk } from './open-officer-desk.ts';
import { officer, openTestDesk, provinceOf, testProvince, testTimes, testUnit } from './test-desk.ts';
import { createTyping } from './typing.ts';

const seconds = Number(process.argv[2] ?? 300);
const waiting = 200;
const workers = 20;

const test = await openTestDesk();
const second = await test.openAgain();
const stores: readonly Store[] = [test.store, second];
const speak = loadSpeech();
const desks = stores.map((store) =>
  createOfficerDesk({
    store,
    speak,
    typing: createTyping(store),
    engine: () => ({ search: () => ({ confidence: 0, hits: [] }) as never }),
    roster: test.roster,
    times: testTimes,
    settings: handOffDefaults,
    provinceOf,
  }),
);
const claims: number[] = [];
const arrivals: number[] = [];
/** Messages acknowledged to citizens, by hand-off. */
const sent = new Map<string, number>();
const lost: string[] = [];
let taken = 0;
let ended = 0;
const until = Date.now() + seconds * 1000;

interface Citizen {
  readonly conversationId: string;
  readonly citizenId: string;
  readonly store: Store;
}
const citizens = new Map<string, Citizen>();

async function ask(store: Store): Promise<void> {
  const { id, citizenId } = await store.openConversation({
    channel: 'web',
    externalId: randomUUID(),
    locale: 'vi',
    unit: testUnit,
  });
  const key = { conversationId: id, citizenId };
  const { handOff } = await store.handOffs.ofCitizens.open({
    ...key,
    ...{ code: newHandOffCode(), channel: 'web', locale: 'vi', unit: testUnit, province: testProvince, field: null },
    ...{ desk: null, cause: 'citizen-asked', summary: {}, keptFrom: [], dueAt: null, opensAt: null, now: new Date() },
  });
  citizens.set(handOff.id, { ...key, store });
  await write(handOff.id);
}

/** A message is acknowledged when `receive` resolves: from then on it must be seen. */
async function write(handOffId: string): Promise<string> {
  const { store, ...key } = citizens.get(handOffId) ?? never();
  const messageId = randomUUID();
  const { utteranceId } = await store.receive({ ...key, messageId, askedMasked: 'câu hỏi', slots: {}, at: new Date() });
  sent.set(handOffId, (sent.get(handOffId) ?? 0) + 1);
  return utteranceId;
}

async function work(index: number): Promise<void> {
  const desk = desks[index % desks.length] ?? never();
  const me = officer(`Cán bộ ${index}`);
  while (Date.now() < until) {
    const { items } = await desk.inbox(me, { list: 'waiting', limit: 30 });
    const one = items[Math.floor(Math.random() * items.length)];
    if (!one) continue;
    const begun = performance.now();
    const claim = await desk.claim(me, one.id).catch(() => null);
    if (!claim) continue;
    claims.push(performance.now() - begun);
    taken += 1;
    for (let word = 0; word < 3; word++) {
      await desk.say(me, claim, { key: `${word}`, text: 'Chào bác' });
      const written = performance.now();
      const id = await write(one.id);
      for (;;) if ((await desk.talk(me, one.id, 1)).entries.some((entry) => entry.id === id)) break;
      arrivals.push(performance.now() - written);
    }
    const { entries } = await desk.talk(me, one.id, 1);
    const seen = entries.filter(({ speaker }) => speaker === 'citizen').length;
    if (seen !== sent.get(one.id)) lost.push(`${one.code}: ${seen} of ${sent.get(one.id)}`);
    await desk.end(me, claim, 'finished');
    ended += 1;
    await ask(stores[index % stores.length] ?? never());
  }
}

function never(): never {
  throw new Error('no such thing');
}
const at = (values: readonly number[], share: number): number =>
  Math.round(
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN,
  );

for (let n = 0; n < waiting; n++) await ask(stores[n % stores.length] ?? never());
await Promise.all(Array.from({ length: workers }, (_, index) => work(index)));
const report = {
  seconds,
  taken,
  ended,
  losses: lost.length,
  claimMs: { p50: at(claims, 0.5), p95: at(claims, 0.95) },
  messageToOfficerMs: { p50: at(arrivals, 0.5), p95: at(arrivals, 0.95) },
};
process.stdout.write(`${JSON.stringify({ ...report, lost: lost.slice(0, 5) }, null, 2)}\n`);
await second.close();
await test.close();
process.exitCode = lost.length === 0 && taken === ended ? 0 : 1;
