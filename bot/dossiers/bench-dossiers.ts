/**
 * `node bot/dossiers/bench-dossiers.ts [speed [DOSSIERS]] [rights [CASES]]`: how long one dossier answer takes with a
 * million dossiers in the table, and whether ten thousand random attempts see anything that is not theirs.
 */
import { createHash, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { emptyMemory } from '../memory.ts';
import { pipeline } from '../pipeline.ts';
import { runTurn, startTurn } from '../run-turn.ts';
import { bindPerson } from '../store/persons.ts';
import { openThrowAwayStore, type ThrowAwayStore } from '../store/throw-away-store.ts';
import { openTestBot } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';
import { attempts, fillWorld, leaksOf } from './authorisation-cases.ts';
import { createDossierDesk } from './read-dossiers.ts';

const print = (text: string) => process.stdout.write(`${text}\n`);
const questions = ['Hồ sơ của tôi tới đâu rồi?', 'hồ sơ tạm trú của tôi bao giờ xong', 'Hồ sơ của em còn thiếu gì?'];
const askers = 500;
const perPerson = 2;

/** Dossiers of persons who have two each, in 3,321 communes. */
async function fillTable({ query }: ThrowAwayStore, count: number): Promise<void> {
  const details = `jsonb_build_object('procedure', '1.004194', 'status', 'in-process', 'desk', 'Bộ phận Một cửa',
    'receivedAt', '2026-11-09T08:15:00+07:00', 'promisedAt', '2026-11-12T17:00:00+07:00', 'missing', '[]'::jsonb,
    'steps', jsonb_build_array(jsonb_build_object('at', '2026-11-09T08:15:00+07:00', 'desk', 'Bộ phận Một cửa', 'what', 'Tiếp nhận hồ sơ')),
    'updatedAt', '2026-11-19T15:30:00+07:00', 'applicantName', 'Người ' || n)`;
  await query(`insert into dossier
    select gen_random_uuid(), 'H10.' || lpad((n % 99)::text, 2, '0') || '-261109-' || n, lpad(n::text, 14, '0'), 'bench', lpad((n % 3321)::text, 5, '0'), '1.004194',
      'in-process', '2026-11-09', '2026-11-12', '2026-11-19', now(), '{}', ${details}
    from generate_series(1, ${count}) n`);
  await query(`insert into dossier_person
    select id, sha256(convert_to('person:' || (code_digits::bigint / ${perPerson}), 'UTF8')), 'applicant' from dossier`);
  await query('analyze dossier; analyze dossier_person');
}

async function speed(count: number): Promise<void> {
  const opened = await openThrowAwayStore();
  try {
    const started = performance.now();
    await fillTable(opened, count);
    print(`${count} dossiers in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    const { database } = opened.store;
    const ids: string[] = [];
    for (let asker = 1; asker <= askers; asker += 1) {
      const id = randomUUID();
      await database.withCitizen(id, (handle) =>
        handle.insertInto('citizen').values({ id, created_at: new Date() }).execute(),
      );
      const person = Math.floor((asker * count) / perPerson / (askers + 1));
      const personKey = createHash('sha256').update(`person:${person}`).digest();
      await bindPerson(database, { citizenId: id, personKey });
      ids.push(id);
    }
    const bot = await openTestBot();
    const desk = createDossierDesk({ database });
    await measure('reading alone', ids, async (citizenId) => {
      const found = await desk.read({ citizenId, rung: 'signed-in' });
      if (found.length !== perPerson) throw new Error(`Found ${found.length} dossiers instead of ${perPerson}`);
    });
    const steps = pipeline({ ...bot.tools, dossiers: desk });
    const speak = loadSpeech();
    await measure('one dossier answer', ids, async (citizenId, round) => {
      const text = questions[round % questions.length] ?? '';
      const message = { ...plain, text, at: new Date('2026-11-20T02:00:00Z'), citizenId, rung: 'signed-in' as const };
      const { answer } = await runTurn(startTurn(message, emptyMemory, speak), steps);
      if (answer.status !== 'dossier') throw new Error(`${text} was answered ${answer.status}`);
    });
  } finally {
    await opened.close();
  }
}

const plain = {
  id: 'm',
  conversationId: 'c',
  channel: 'web',
  locale: 'vi',
  signedInAs: 'x',
  ownedByOfficer: false,
} as const;

async function measure(name: string, ids: readonly string[], work: (id: string, round: number) => Promise<void>) {
  const times: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    for (const [index, id] of ids.entries()) {
      const started = performance.now();
      await work(id, round + index);
      if (round > 0) times.push(performance.now() - started);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? Number.NaN).toFixed(1);
  print(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms, ${times.length} times`);
}

async function rights(cases: number): Promise<void> {
  const opened = await openThrowAwayStore();
  try {
    const world = await fillWorld(opened.store, opened.secretKey, opened.query);
    const tried = fc.sample(attempts, { numRuns: cases });
    const leaks: string[] = [];
    for (let from = 0; from < tried.length; from += 8) {
      const found = await Promise.all(tried.slice(from, from + 8).map((one) => leaksOf(world, one)));
      leaks.push(...found.flat());
    }
    print(`${tried.length} random attempts, ${leaks.length} saw a dossier that is not theirs`);
    if (leaks.length > 0) process.exitCode = 1;
  } finally {
    await opened.close();
  }
}

const [what = 'both', number] = process.argv.slice(2);
if (what !== 'rights') await speed(Number(number ?? 1_000_000));
if (what !== 'speed') await rights(what === 'rights' ? Number(number ?? 10_000) : 10_000);
