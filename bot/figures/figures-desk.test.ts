import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadCalendar, loadPlaces } from '../../knowledge/index.ts';
import { statuses } from '../answer.ts';
import type { StaffMember } from '../staff/staff.ts';
import { openTestStore, type TestStore } from '../store/test-store.ts';
import type { FiguresDesk } from './figures-desk.ts';
import { openFiguresDesk } from './figures-desk.ts';
import { openSeconds, usualWeek } from './open-seconds.ts';
import { rollUp, rollUpDay } from './roll-up.ts';
import { addHandOff, addTurn } from './test-figures.ts';

const knowledge = join(import.meta.dirname, '../../knowledge');
const places = loadPlaces(join(knowledge, 'places'));
const calendar = loadCalendar(join(knowledge, 'calendar'));
const hours = (_unit: string | null, from: Date, to: Date) => openSeconds({ week: usualWeek, calendar }, from, to);
const [hanoi] = places.provinces;
const [first, second] = hanoi!.communes.map(({ code }) => code) as [string, string];
const elsewhere = places.provinces.at(-1)!.communes[0]!.code;
const titles: Record<string, { title: string; field: string }> = {
  '1.001193': { title: 'Đăng ký khai sinh', field: 'Hộ tịch' },
  '1.004222': { title: 'Đăng ký thường trú', field: 'Cư trú' },
};
const names = {
  procedure: (code: string) => titles[code] ?? null,
  unit: (code: string) => places.commune(code)?.name ?? null,
};
const member = (role: StaffMember['role'], unit: string): StaffMember => ({
  id: '0',
  name: 'Lan',
  role,
  unit,
  skills: [],
  desk: null,
});
const admin = member('admin', '01');
const now = new Date('2026-11-22T10:00:00Z');
const week = '2026-W47';

const turns = [
  { at: '2026-11-16T00:10', status: 'answered', code: '1.001193', unit: first, verdict: 'up', talk: 'a' },
  { at: '2026-11-16T00:12', status: 'answered', code: '1.001193', unit: first, verdict: 'down', talk: 'a' },
  { at: '2026-11-18T09:00', status: 'partial', code: '1.004222', unit: second, channel: 'zalo-bot' },
  { at: '2026-11-18T09:01', status: 'clarify', code: '1.004222', unit: second, channel: 'zalo-bot' },
  { at: '2026-11-22T23:50', status: 'declined-absent', unit: elsewhere },
  { at: '2026-11-19T08:00', status: 'handed-off', unit: first },
  { at: '2026-11-19T08:05', status: 'handed-off', unit: first, silent: true },
  { at: '2026-11-19T08:06', status: 'smalltalk', unit: first },
  { at: '2026-11-19T08:07', status: 'emergency', unit: null },
  { at: '2026-11-19T08:08', status: null },
  // Not of this week: the Sunday before, and the Monday after by Vietnam's clock.
  { at: '2026-11-15T23:59', status: 'answered', code: '1.001193', unit: first },
  { at: '2026-11-23T00:00', status: 'answered', code: '1.001193', unit: first },
  // Officers trying the bot are no citizens.
  { at: '2026-11-18T10:00', status: 'answered', code: '1.001193', unit: first, channel: 'console' },
] as const;

describe('the figures of a week', () => {
  let test: TestStore;
  let desk: FiguresDesk;
  beforeAll(async () => {
    test = await openTestStore();
    desk = openFiguresDesk({ database: test.store.database, places, names, home: () => null });
    for (const turn of turns) await addTurn(test, turn);
    const asked = { at: '2026-11-18T08:00', unit: first, calls: 2 };
    await addHandOff(test, { ...asked, repliedAt: '2026-11-18T08:10', closedAt: '2026-11-18T08:40', rating: 5 });
    await addHandOff(test, { ...asked, repliedAt: '2026-11-18T08:20', closedAt: '2026-11-18T08:30', rating: 2 });
    await addHandOff(test, { ...asked, at: '2026-11-20T16:50', repliedAt: '2026-11-21T08:00', cause: 'denunciation' });
    await addHandOff(test, { ...asked, closedAt: '2026-11-18T09:00', closedAs: 'citizen-left' });
    await addHandOff(test, { ...asked, closedAt: '2026-11-18T09:00', closedAs: 'citizen-left', escalation: 2 });
    await addHandOff(test, { ...asked, unit: second, closedAt: '2026-11-18T09:00', closedAs: 'withdrawn', calls: 0 });
    await addHandOff(test, { ...asked, practice: true });
    await rollUp(test.store.database, hours, now);
  }, 60_000);
  afterAll(() => test?.close());

  it('count questions by what came of them, as one counts them by hand', async () => {
    const { now: of, over, from, to } = await desk.read(admin, { week }, now);
    expect([over, from, to]).toEqual([false, '2026-11-16', '2026-11-22']);
    expect(of).toMatchObject({ turns: 10, questions: 8, begun: 9, up: 1, down: 1 });
    expect(of.byOutcome).toEqual({
      answered: 3,
      'asked-back': 1,
      unknown: 1,
      'not-ours': 0,
      'to-person': 1,
      emergency: 1,
      failed: 1,
    });
    expect(of.byChannel).toEqual({ web: 6, 'zalo-bot': 2 });
    expect(of.byField).toEqual([
      { field: 'Hộ tịch', questions: 2 },
      { field: 'Cư trú', questions: 1 },
      { field: null, questions: 5 },
    ]);
    expect(of.procedures.map(({ code, questions }) => [code, questions])).toEqual([
      ['1.001193', 2],
      ['1.004222', 1],
    ]);
    expect(of.byUnit.map(({ unit, questions, answered }) => [unit, questions, answered])).toEqual(
      expect.arrayContaining([
        [first, 3, 2],
        [second, 2, 1],
        [elsewhere, 1, 0],
        [null, 2, 0],
      ]),
    );
  });

  it('tell how long people waited, by the clock and while the desk was open, and who was lost', async () => {
    const { handOffs } = (await desk.read(admin, { week }, now)).now;
    expect(handOffs).toMatchObject({ total: 6, byCause: { 'citizen-asked': 5, complaint: 1 }, byChannel: { web: 6 } });
    expect(handOffs.lost).toEqual({
      'out-of-hours': 0,
      'officer-silent': 1,
      'nobody-called': 1,
      withdrawn: 0,
      left: 1,
      closed: 0,
    });
    // 10 min, 20 min, and 15 h 10 min over a night of which 10 min were Friday's and none Saturday's.
    expect(handOffs.wait).toEqual({ count: 3, mean: (600 + 1200 + 54_600) / 3, median: 1200, p90: 43_920 });
    expect(handOffs.openWait).toEqual({ count: 3, mean: 800, median: 600, p90: 1080 });
    expect(handOffs.handling).toEqual({ count: 2, mean: 1200, median: 1200, p90: 1680 });
    expect(handOffs.ratings).toEqual({ counts: [0, 1, 0, 0, 1], count: 2, mean: 3.5 });
    expect(handOffs.ratingsByChannel).toEqual({ web: { counts: [0, 1, 0, 0, 1], count: 2, mean: 3.5 } });
  });

  it('compare with the week before and show twelve weeks', async () => {
    const { before, weeks } = await desk.read(admin, { week }, now);
    expect(before).toMatchObject({ questions: 1, handOffs: { total: 0 } });
    expect(weeks).toHaveLength(12);
    expect(weeks.slice(-2)).toEqual([
      { week: '2026-W46', questions: 1, answered: 1, handOffs: 0 },
      { week, questions: 8, answered: 3, handOffs: 6 },
    ]);
  });

  it('are those of his commune for its supervisor, of all its communes for a province’s, of everybody for an admin', async () => {
    const questions = async (who: StaffMember, unit?: string) =>
      (await desk.read(who, { week, unit }, now)).now.questions;
    expect(await questions(member('supervisor', first))).toBe(3);
    expect(await questions(member('supervisor', hanoi!.code))).toBe(5);
    expect(await questions(member('supervisor', hanoi!.code), second)).toBe(2);
    expect(await questions(admin, elsewhere)).toBe(1);
    for (const unit of [second, elsewhere, '99999', 'x'])
      await expect(questions(member('supervisor', first), unit)).rejects.toMatchObject({ code: 'unknown' });
    expect(await questions(member('supervisor', 'no-such'))).toBe(0);
    expect(desk.unitsOf(member('supervisor', hanoi!.code)).length).toBe(hanoi!.communes.length);
    expect(desk.unitsOf(member('supervisor', first))).toEqual([]);
  });

  it('give questions from no known commune to the installation’s own, where it has one', async () => {
    const own = openFiguresDesk({ database: test.store.database, places, names, home: () => first });
    const { now: of } = await own.read(member('supervisor', first), { week }, now);
    expect([of.questions, of.byUnit.map(({ unit }) => unit)]).toEqual([5, [first]]);
  });

  it('can be of one channel', async () => {
    const { now: of } = await desk.read(admin, { week, channel: 'zalo-bot' }, now);
    expect(of).toMatchObject({ questions: 2, byChannel: { 'zalo-bot': 2 }, handOffs: { total: 0 } });
  });

  it('refuse a week that there is none of', async () => {
    await expect(desk.read(admin, { week: '2025-W53' }, now)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('stay as they were when counted again, and when the talks are erased after their time', async () => {
    const before = await desk.read(admin, { week }, now);
    await rollUpDay(test.store.database, hours, { day: '2026-11-18', at: now });
    expect((await desk.read(admin, { week }, now)).now).toEqual(before.now);
    await test.database.query("delete from conversation where channel = 'zalo-bot'");
    const months = new Date('2027-02-20T03:00:00Z');
    expect(await rollUp(test.store.database, hours, months)).not.toContain('2026-11-18');
    expect((await desk.read(admin, { week }, now)).now).toEqual(before.now);
  });

  it('show no late case of another commune, and the late ones by what they are about', async () => {
    const add = (code: string, unit: string, status: string, promised: string) =>
      test.database.query(
        `insert into dossier (id, code, code_digits, source, unit, procedure, status, promised_at, kept_at, contacts, details)
         values (gen_random_uuid(), $1, $1, 'thử', $2, '1.001193', $3, $4, now(), '{}', '{}')`,
        [code, unit, status, promised],
      );
    await add('1', first, 'in-process', '2026-11-20T03:00:00Z');
    await add('2', first, 'needs-papers', '2026-11-20T03:00:00Z');
    await add('3', first, 'received', '2026-11-24T03:00:00Z');
    await add('4', second, 'in-process', '2026-11-01T03:00:00Z');
    const { dossiers } = await desk.read(member('supervisor', first), { week }, now);
    expect(dossiers).toEqual({ late: 1, soon: 1, byProcedure: [{ title: 'Đăng ký khai sinh', late: 1 }] });
  });
});

describe('whatever was asked', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  it('the parts add up to the whole: by channel, by outcome, by field, by commune, by week', async () => {
    const desk = openFiguresDesk({ database: test.store.database, places, names, home: () => null });
    const cell = fc.record({
      day: fc.integer({ min: 16, max: 22 }).map((day) => `2026-11-${day}`),
      unit: fc.constantFrom('', first, second, elsewhere),
      channel: fc.constantFrom('web', 'zalo-bot', 'hotline'),
      status: fc.constantFrom(...statuses, 'with-officer', 'unanswered'),
      code: fc.constantFrom('', '1.001193', '1.004222', '9.999999'),
      turns: fc.integer({ min: 1, max: 40 }),
    });
    const key = ({ day, unit, channel, status, code }: Record<string, unknown>) =>
      [day, unit, channel, status, code].join('|');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(cell, { selector: key, maxLength: 30 }), async (cells) => {
        await test.database.query('truncate figure_turn');
        for (const { day, unit, channel, status, code, turns: count } of cells)
          await test.database.query('insert into figure_turn values ($1, $2, $3, $4, $5, $6, 0, 0, 0)', [
            day,
            unit,
            channel,
            status,
            code,
            count,
          ]);
        const { now: of, weeks } = await desk.read(admin, { week }, now);
        const sum = (numbers: readonly (number | undefined)[]) => numbers.reduce<number>((a, b) => a + (b ?? 0), 0);
        const expected = sum(
          cells.map(({ status, turns: count }) => (['smalltalk', 'with-officer'].includes(status) ? 0 : count)),
        );
        expect([
          of.questions,
          sum(Object.values(of.byOutcome)),
          sum(Object.values(of.byChannel)),
          sum(of.byField.map(({ questions }) => questions)),
          sum(of.byUnit.map(({ questions }) => questions)),
          weeks.at(-1)?.questions,
        ]).toEqual(Array(6).fill(expected));
        expect(sum(Object.values(of.byEnd))).toBe(of.turns);
      }),
      { numRuns: 40 },
    );
  });
});
