/** `lying-source`: citizens ask about their cases while the one-stop system is slow, down, garbled and lying in every way that the simulator knows. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Assistant,
  connectSource,
  createAssistant,
  createDossierDesk,
  loadSpeech,
  pipeline,
  pullChanges,
  seededRandom,
  textOf,
} from '../../bot/index.ts';
import { personKeyOf } from '../../bot/store/index.ts';
import { openTestStore, type TestStore } from '../../bot/store/test-store.ts';
import { openTestBot } from '../../bot/test-bot.ts';
import { openRemoteSource } from '../../knowledge/dossiers/remote/index.ts';
import { type Fault, faultSchema } from '../one-stop-simulator/fault.ts';
import { type Simulator, startSimulator } from '../one-stop-simulator/start-simulator.ts';
import { count, type Drill, type DrillOptions, type DrillReport, none } from './drill.ts';

export const askLyingSource: Drill = {
  name: 'lying-source',
  run: (options) => withLyingSource((scene) => asking(scene, options, 150)),
};

/** How long an answer waits for the source, in ms. */
const refreshLimitMs = 1_500;

export interface Scene {
  readonly simulator: Simulator;
  readonly test: TestStore;
  readonly assistant: Assistant;
  readonly pull: () => Promise<unknown>;
  /** The clock of source and program. */
  readonly clock: { now: number };
}

export async function withLyingSource<T>(work: (scene: Scene) => Promise<T>): Promise<T> {
  const clock = { now: Date.parse('2026-11-19T03:00:00Z') };
  const now = () => new Date(clock.now);
  const test = await openTestStore();
  const simulator = await startSimulator({ count: 200, start: now(), now, tokenSeconds: 1e9 });
  try {
    const limits = { requestMs: 30_000, overallMs: 60_000, firstWaitMs: 1, longestWaitMs: 2, restMs: 0, refusalMs: 0 };
    const source = openRemoteSource({ ...simulator.settings, name: 'tinh', limits });
    const keep = (dossiers: readonly unknown[]) => test.store.dossiers.keep(dossiers, { source: 'tinh', now: now() });
    const cursors = test.store.sourceCursors;
    const { refresh } = connectSource({ source, keep, cursors, refreshLimitMs, now, onError: () => {} });
    const { tools } = await openTestBot();
    const dossiers = createDossierDesk({ database: test.store.database, refresh });
    const steps = pipeline({ ...tools, dossiers });
    const assistant = createAssistant({ store: test.store, speak: loadSpeech(), steps });
    const lease = await cursors.take('tinh', 3_600_000);
    if (!lease) throw new Error('The cursor of a fresh store is taken');
    const pull = () =>
      pullChanges({ source, keep, ...lease }, { signal: AbortSignal.timeout(60_000) }).catch(() => null);
    await pull();
    return await work({ simulator, test, assistant, pull, clock });
  } finally {
    await simulator.close();
    await test.close();
  }
}

const kinds = faultSchema.shape.kind.options.filter((kind) => !['none', 'wrong-token', 'forbidden'].includes(kind));

/** Whose case it is, and how far he was told that it has come. */
interface Person {
  readonly code: string;
  readonly identityNumber: string;
  told: number;
}

export async function asking(scene: Scene, { seed, say }: DrillOptions, rounds: number): Promise<DrillReport> {
  const { simulator, pull, clock } = scene;
  const random = seededRandom(`${seed} lying`);
  const people = peopleOf(simulator);
  const [faults, ms]: [string[], number[]] = [[], []];
  const met = new Set<string>();
  let unknown = 0;
  for (let round = 0; round < rounds; round += 1) {
    clock.now += 5 * 60_000 + random() * 3_600_000 * 6;
    const kind = kinds[round % kinds.length] as Fault['kind'];
    met.add(kind);
    simulator.faults.clear();
    simulator.faults.add([{ kind, on: 'any', times: 12, ms: 30_000 }]);
    if (random() < 0.3) await pull();
    const some = [0, 1, 2].map(() => people[Math.floor(random() * people.length)] as Person);
    for (const answered of await Promise.all([...new Set(some)].map((person) => askOwn(scene, person)))) {
      ms.push(answered.ms);
      if (answered.unknown) unknown += 1;
      faults.push(...answered.wrong.map((what) => `${kind}: ${what}`));
    }
    if ((round + 1) % 50 === 0) say(`${round + 1} rounds.`);
  }
  const longest = Math.round(Math.max(...ms));
  return {
    did: `${ms.length} questions about own cases under ${met.size} kinds of faults (slow is 30 s); ${unknown} answered "may have changed"`,
    figures: [
      count('lying-asked', 'questions about own cases', ms.length),
      none('lying-wrong', 'answers with another’s case, a state that was not, or one gone back', faults.length),
      count('lying-longest', 'longest answer', longest, 'ms'),
    ],
    faults,
  };
}

/** With one case each, which nobody else filed, and who filed none for another: who has two is asked which. */
function peopleOf({ office }: Simulator): readonly Person[] {
  const all = office.all();
  const named = all.flatMap(({ applicant, filedBy }) => [applicant?.identityNumber, filedBy?.identityNumber]);
  const timesOf = Map.groupBy(named, (number) => number ?? '');
  return all.flatMap(({ code, applicant, filedBy }) => {
    const identityNumber = applicant?.identityNumber ?? '';
    const isAlone = timesOf.get(identityNumber)?.length === 1 && !filedBy && identityNumber !== '';
    return isAlone ? [{ code, identityNumber, told: 0 }] : [];
  });
}

const { filed } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'bot', 'texts', 'vi', 'dossiers.json'), 'utf8'),
) as { filed: { status: Record<string, string> } };
/** The words of each state, whoever is addressed. */
const statusWords = Object.entries(filed.status).map(
  ([status, words]) => [status, new RegExp(words.replaceAll('.', '\\.').replace(/\{\{\w+\}\}/g, '.{1,20}?'))] as const,
);

async function askOwn(scene: Scene, person: Person) {
  const begun = performance.now();
  const text = await hear(scene, person.identityNumber);
  const ms = performance.now() - begun;
  const { office } = scene.simulator;
  const others = office.all().filter(({ code }) => code !== person.code && text.includes(code ?? ' '));
  const told = statusWords.flatMap(([status, words]) => (words.test(text) ? [status] : []));
  const history = statesOf(scene.simulator, person.code);
  const at = history.lastIndexOf(told[0] ?? '');
  const wrong = [
    ...others.map(() => 'another’s case was told'),
    ...(ms > 10_000 ? [`an answer took ${Math.round(ms)} ms`] : []),
    ...(told.length === 0 ? [`no state was told: ${text.slice(0, 200).replace(/\d{6,}|[HU]\d\d[\d.-]+/g, '…')}`] : []),
    ...(told.length > 0 && told[0] !== 'unknown' && at === -1 ? [`a state was told that never was: ${told[0]}`] : []),
    ...(at !== -1 && at < person.told ? [`the case went back from ${history[person.told]} to ${told[0]}`] : []),
  ];
  if (at > person.told) person.told = at;
  return { wrong, ms, unknown: /không trả lời/.test(text) };
}

/** All that it has been so far, oldest first. */
function statesOf({ office }: Simulator, code: string): readonly string[] {
  const states: string[] = [];
  for (let back = 0; back < 20; back += 1) {
    const state = office.find(code, back);
    const before = office.find(code, back + 1);
    if (!state) break;
    states.unshift(state.status ?? 'unknown');
    if (!before || before.updatedAt === state.updatedAt) break;
  }
  return states;
}

async function hear({ test, assistant, clock }: Scene, identityNumber: string): Promise<string> {
  const personKey = personKeyOf(Buffer.alloc(32, 7), identityNumber);
  const session = { personKey, tokenHash: randomBytes(32), nameMasked: 'V. T. M.', idToken: null, from: null };
  const { id: sessionId } = await test.store.openSession(session);
  const reply = await assistant.handle({
    ...{ id: randomUUID(), conversationId: randomUUID(), channel: 'web', locale: 'vi', signedInAs: null, sessionId },
    ...{ text: 'hồ sơ của tôi tới đâu rồi?', at: new Date(clock.now), ownedByOfficer: false },
  });
  return textOf(reply.answer);
}
