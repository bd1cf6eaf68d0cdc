/** `node bot/figures/bench-figures.ts [TURNS]`: how long counting and reading take on a million made-up turns of 80 days in 100 communes. */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { loadPlaces } from '../../knowledge/index.ts';
import type { StaffMember } from '../staff/staff.ts';
import { openThrowAwayStore } from '../store/throw-away-store.ts';
import { openFiguresDesk } from './figures-desk.ts';
import { addDays, weekOf } from './iso-week.ts';
import { rollUp, rollUpDay } from './roll-up.ts';

const turns = Number(process.argv[2] ?? 1_000_000);
const rounds = 60;
const now = new Date('2026-11-22T03:00:00Z');
const places = loadPlaces(join(import.meta.dirname, '../../knowledge/places'));
const communes = places.communes.slice(0, 100).map(({ code }) => code);

const say = (text: string) => void process.stdout.write(`${text}\n`);
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
const share = (times: readonly number[], of: number) =>
  (times.toSorted((a, b) => a - b)[Math.floor(of * (times.length - 1))] ?? Number.NaN).toFixed(0);

/** One talk of ten turns each; statuses and procedures as unevenly as they come. */
const fill = [
  `insert into citizen (id, created_at) select md5('c' || n)::uuid, now() from generate_series(1, ${turns / 10}) n`,
  `insert into conversation (id, citizen_id, channel, external_id, locale, memory, created_at, updated_at)
   select md5('v' || n)::uuid, md5('c' || n)::uuid, (array['web', 'web', 'zalo-bot', 'zalo-oa', 'hotline'])[1 + n % 5], n::text, 'vi', '{}', now(), now()
   from generate_series(1, ${turns / 10}) n`,
  `insert into turn (id, conversation_id, citizen_id, channel, seq, message_id, asked_masked, asked_at, answer, status, unit, answered_at, ms)
   select md5('t' || n)::uuid, md5('v' || (n / 10 + 1))::uuid, md5('c' || (n / 10 + 1))::uuid,
     (array['web', 'web', 'zalo-bot', 'zalo-oa', 'hotline'])[1 + (n / 10 + 1) % 5], 1 + n % 10, n::text, 'x',
     timestamptz '2026-11-22 03:00Z' - random() * interval '80 days',
     jsonb_build_object('answer', jsonb_build_object('codes', jsonb_build_array('1.' || lpad((300 * random() ^ 3)::int::text, 6, '0')),
       'blocks', '[{"kind":"say","text":"Lệ phí do Hội đồng nhân dân cấp tỉnh quy định."}]'::jsonb)),
     (array['answered', 'answered', 'answered', 'answered', 'partial', 'clarify', 'declined-absent', 'smalltalk', 'handed-off', 'place'])[1 + (10 * random())::int % 10],
     (array['${communes.join("','")}'])[1 + (99 * random() ^ 2)::int], now(), 40
   from generate_series(0, ${turns - 1}) n`,
  `insert into hand_off (id, citizen_id, conversation_id, channel, locale, unit, cause, state, code, summary, asked_at, claimed_at, first_reply_at, closed_at, closed_as, rating)
   select md5('h' || n)::uuid, md5('c' || n)::uuid, md5('v' || n)::uuid, 'web', 'vi', (array['${communes.join("','")}'])[1 + (99 * random())::int],
     'citizen-asked', 'closed', 'H' || n, '{}', at, at, at + random() * interval '20 minutes', at + interval '40 minutes', 'finished', 1 + (4 * random())::int
   from (select n, timestamptz '2026-11-22 03:00Z' - random() * interval '80 days' as at from generate_series(1, ${turns / 20}) n) asked`,
  'analyze',
];

const { store, query, close } = await openThrowAwayStore();
try {
  for (const statement of fill) await query(`set statement_timeout = 0; ${statement}`);
  const hours = (_unit: string | null, from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000;
  say(`${turns} turns made`);
  say(`first count, 40 days: ${((await timed(() => rollUp(store.database, hours, now))) / 1000).toFixed(1)} s`);
  await rollUp(store.database, hours, now);
  await query('analyze figure_turn');
  const [{ rows } = { rows: 0 }] = await query('select count(*)::int as rows from figure_turn');
  const again: number[] = [];
  for (let round = 0; round < 10; round += 1)
    again.push(await timed(() => rollUpDay(store.database, hours, { day: addDays('2026-11-21', -round), at: now })));
  say(`one day again: p50 ${share(again, 0.5)} ms, p95 ${share(again, 0.95)} ms; rows of figures: ${rows}`);
  const names = { procedure: (code: string) => ({ title: code, field: code.slice(-1) }), unit: (code: string) => code };
  const desk = openFiguresDesk({ database: store.database, places, names, home: () => null });
  const asRole = (role: StaffMember['role'], unit: string): StaffMember => ({
    ...{ id: '0', name: 'Lan', skills: [], desk: null },
    role,
    unit,
  });
  const readers = { 'all communes': asRole('admin', '01'), 'one commune': asRole('supervisor', communes[0] ?? '') };
  for (const [name, member] of Object.entries(readers)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const week = weekOf(addDays('2026-11-21', -7 * (round % 10)));
      times.push(await timed(() => desk.read(member, { week }, now)));
    }
    say(`the page, ${name}: p50 ${share(times, 0.5)} ms, p95 ${share(times, 0.95)} ms, ${rounds} readings`);
  }
} finally {
  await close();
}
