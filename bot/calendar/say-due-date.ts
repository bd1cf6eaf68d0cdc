/** Works out when a result is due from a guide's time limits and a moment of filing, and says what it was counted from. */
import {
  type Calendar,
  type Day,
  type DueDate,
  dueDate,
  type Guide,
  type GuideLimit,
  hoursOn,
  limitsOf,
  type Moment,
  plusDays,
  type TimeLimit,
  weekOf,
} from '../../knowledge/index.ts';
import type { Block, Source } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { upperFirst } from '../say/money-and-time.ts';
import type { Speech } from '../texts/speech.ts';
import { sourcesOfDays, specialBetween } from './calendar-sources.ts';
import { nameDay, shortDay } from './name-days.ts';
import { leftOut } from './say-counted-days.ts';

export interface Filing {
  readonly guide: Guide;
  readonly moment: Moment;
  /** Whether the papers go over the net. */
  readonly online: boolean;
}

export interface DueTalk {
  readonly calendar: Calendar;
  readonly desk: Desk | null;
  readonly speech: Speech;
}

export interface SaidDue {
  readonly blocks: readonly Block[];
  readonly sources: readonly Source[];
  /** Whether every day told is certain. */
  readonly sure: boolean;
}

/** When nothing says otherwise, what comes later than this comes after hours. */
const usualClosing = '17:00';
const mostRows = 4;

export function sayDueDate(filing: Filing, talk: DueTalk): SaidDue {
  const rows = rowsFor(filing).slice(0, mostRows);
  const told = rows.map((row) => tellRow(row, { rows, filing, talk }));
  const dues = told.flatMap(({ due }) => due);
  const blocks = [
    ...lead(
      filing,
      told.flatMap(({ lines }) => lines),
      dues,
      talk,
    ),
    ...notes(filing, dues, talk),
  ];
  const special = specialUntil(filing.moment.day, dues, talk.calendar);
  return {
    blocks,
    sources: dues.length > 0 ? sourcesOfDays(talk.calendar, special) : [],
    sure: dues.every(({ earliest, latest }) => earliest === latest),
  };
}

/** The rows for the way of filing that is told, else for the desk; a case that only another way has stays in the list. */
function rowsFor({ guide, online }: Filing): GuideLimit[] {
  const all = limitsOf(guide);
  const wanted = all.filter(({ via }) => via.includes(online ? 'online' : 'in-person'));
  const cases = new Set(wanted.map((row) => row.case));
  if (wanted.length === 0) return all;
  return all.filter((row) => wanted.includes(row) || (row.case !== null && !cases.has(row.case)));
}

interface RowTalk {
  readonly rows: readonly GuideLimit[];
  readonly filing: Filing;
  readonly talk: DueTalk;
}

/** Cases are named only where their limits differ. */
const differing = (rows: readonly GuideLimit[]): boolean =>
  new Set(rows.map(({ limit, cutOff, atMost }) => JSON.stringify([limit, cutOff, atMost]))).size > 1;

interface Told {
  readonly lines: readonly string[];
  readonly due: readonly DueDate[];
}

function tellRow(row: GuideLimit, { rows, filing, talk }: RowTalk): Told {
  const which = differing(rows) && row.case ? `${upperFirst(row.case.replace(/[.:;]+$/, ''))}: ` : '';
  const said = row.limit === null ? unknown(row, talk) : known(row, filing, talk);
  return { lines: said.lines.map((line) => (which ? `${which}${line}` : upperFirst(line))), due: said.due };
}

const unknown = ({ unknown: why }: GuideLimit, { speech }: DueTalk): Told => ({
  lines: [speech.say(`dueUnknown.${why ?? 'no-limit'}`)],
  due: [],
});

function known(row: GuideLimit, filing: Filing, talk: DueTalk): Told {
  if (row.cutOff !== null && filing.moment.clock === null && worked(filing.moment.day, talk))
    return onEitherSide(row, row.cutOff, { filing, talk });
  const due = dueFor(row, row.limit, { filing, talk });
  if (!due) return { lines: [beyondOrHours(row, talk)], due: [] };
  return { lines: [tellDue(row, due, talk), ...atMost(row, { filing, talk })], due: [due] };
}

const worked = (day: Day, { calendar }: DueTalk) => calendar.kindOf(day) === 'working';

interface Asked {
  readonly filing: Filing;
  readonly talk: DueTalk;
}

function dueFor(row: GuideLimit, limit: TimeLimit | null, { filing, talk }: Asked): DueDate | null {
  const { calendar, desk } = talk;
  const spans = desk ? hoursOn(weekOf(desk), calendar, filing.moment.day).spans : [];
  const closes = spans.at(-1)?.split('-')[1] ?? usualClosing;
  return dueDate({ calendar, accepted: filing.moment, limit, cutOff: row.cutOff, closes, week: desk && weekOf(desk) });
}

/** The time of day is not told and decides: both sides of the cut-off. */
function onEitherSide(row: GuideLimit, cutOff: string, { filing, talk }: Asked): Told {
  const at = (clock: string) =>
    dueFor(row, row.limit, { filing: { ...filing, moment: { ...filing.moment, clock } }, talk });
  const [before, after] = [at('08:00'), at(`${cutOff.slice(0, 3)}01`)];
  if (!before || !after) return { lines: [beyondOrHours(row, talk)], due: [] };
  return {
    lines: [tellDue(row, before, talk), tellDue(row, after, talk), ...atMost(row, { filing, talk })],
    due: [before, after],
  };
}

function tellDue(row: GuideLimit, due: DueDate, { speech }: DueTalk): string {
  const day = nameDay(speech, due.latest);
  if (due.earliest !== due.latest)
    return speech.say('due.unsure', { earliest: nameDay(speech, due.earliest), latest: day });
  if (row.cutOff !== null) {
    const cut = Number(row.cutOff.slice(0, 2));
    if (due.movedBecause === 'day-off') return speech.say('due.sameDay', { day, cut });
    return speech.say(due.movedBecause === null ? 'due.beforeCut' : 'due.afterCut', { day, cut });
  }
  const limit = limitText(row.limit, speech);
  return due.clock === null
    ? speech.say('due.by', { day, limit })
    : speech.say('due.byClock', { day, limit, clock: due.clock });
}

const limitText = (limit: TimeLimit | null, speech: Speech): string =>
  limit ? speech.say(`limit.${limit.unit}`, { count: limit.value }) : '';

/** "kéo dài thì không quá 03 ngày làm việc". */
function atMost(row: GuideLimit, asked: Asked): string[] {
  const due = row.atMost ? dueFor(row, row.atMost, asked) : null;
  if (!due) return [];
  const { speech } = asked.talk;
  return [speech.say('due.atMost', { day: nameDay(speech, due.latest), limit: limitText(row.atMost, speech) })];
}

const beyondOrHours = (row: GuideLimit, { calendar, speech, desk }: DueTalk): string =>
  row.limit?.unit === 'hour'
    ? speech.say(desk ? 'dueUnknown.clock' : 'dueUnknown.hours', { limit: limitText(row.limit, speech) })
    : speech.say('dueUnknown.beyond', { year: calendar.to.slice(0, 4) });

/** One sentence or a list under the day of acceptance. */
function lead({ moment }: Filing, lines: readonly string[], dues: readonly DueDate[], { speech }: DueTalk): Block[] {
  const items = [...new Set(lines)];
  if (dues.length === 0) return items.map((text) => ({ kind: 'say', text }));
  return [{ kind: 'list', label: speech.say('due.label', { day: nameDay(speech, moment.day) }), items }];
}

/** Why the count starts later, what was left out, and what the promised day runs from. */
function notes(filing: Filing, dues: readonly DueDate[], talk: DueTalk): Block[] {
  const { calendar, speech } = talk;
  if (dues.length === 0) return [];
  const moved = dues.find(({ movedBecause }) => movedBecause === 'day-off' || movedBecause === 'closed');
  const special = specialUntil(filing.moment.day, dues, calendar);
  const texts = [
    ...(moved ? [tellMoved(moved, filing.moment.day, talk)] : []),
    ...(dues.some(({ endMoved }) => endMoved) ? [speech.say('due.endMoved')] : []),
    speech.say('due.fromAcceptance'),
    ...mayChange(dues, talk),
  ];
  return [
    ...texts.map((text): Block => ({ kind: 'say', text })),
    ...(special.length > 0 && skips(filing) ? leftOut(special, speech) : []),
  ];
}

/** Whether days off are left out of the count at all: calendar days run through them. */
const skips = (filing: Filing): boolean => rowsFor(filing).some(({ limit }) => limit?.unit === 'working-day');

function tellMoved({ movedBecause, countedFrom }: DueDate, day: Day, { speech }: DueTalk): string {
  const counted = nameDay(speech, countedFrom.latest);
  return movedBecause === 'closed'
    ? speech.say('due.movedClosed', { counted })
    : speech.say('due.movedDayOff', { day: shortDay(day), counted });
}

function mayChange(dues: readonly DueDate[], { calendar, speech }: DueTalk): string[] {
  const years = [...new Set(dues.map(({ latest }) => Number(latest.slice(0, 4))))];
  return years.flatMap((year) => {
    const known = calendar.year(year);
    return known?.mayChange ? [speech.say('daysOff.mayChange', { year, day: shortDay(known.checkedOn) })] : [];
  });
}

const specialUntil = (from: Day, dues: readonly DueDate[], calendar: Calendar) => {
  const last = dues
    .map(({ latest }) => latest)
    .toSorted()
    .at(-1);
  return last ? specialBetween(calendar, plusDays(from, 0), last) : [];
};
