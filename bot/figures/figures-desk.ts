/** Figures as the console asks for them: each member sees his own unit's. */
import { momentOf, type Places } from '../../knowledge/index.ts';
import type { ChannelName } from '../message.ts';
import type { StaffMember } from '../staff/staff.ts';
import { addAudit } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { countDossiers } from './count-dossiers.ts';
import { countHandOffs, countHandOffWeeks } from './count-hand-offs.ts';
import { countTurns, countWeeks, type Names } from './count-turns.ts';
import type { Figures, HarmfulRate, WeekFigures } from './figures.ts';
import type { FiguresFilter } from './figures-filter.ts';
import { addDays, daysOfWeek, type IsoWeek, weekOf } from './iso-week.ts';
import { type RatingWord, ratingWords } from './rating-words.ts';
import { unitsSeenBy } from './units-seen.ts';

/** What cannot be shown: a unit that is not his, a week that is none. */
export class FiguresError extends Error {
  override readonly name = 'FiguresError';
  readonly code: 'unknown' | 'bad-input';

  constructor(code: FiguresError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface FiguresAsk {
  /** This week when none is named. */
  readonly week?: IsoWeek | undefined;
  /** One commune of his; all of his when none is named. */
  readonly unit?: string | undefined;
  readonly channel?: ChannelName | undefined;
}

export interface FiguresDesk {
  /** @throws {@link FiguresError} */
  read(member: StaffMember, ask: FiguresAsk, at: Date): Promise<Figures>;
  /** What citizens wrote beside their stars that week, masked; the look is in the audit log. */
  words(member: StaffMember, ask: Pick<FiguresAsk, 'week'>): Promise<readonly RatingWord[]>;
  /** Writes down that figures were taken out of the program. */
  noteDownload(member: StaffMember, ask: FiguresAsk): Promise<void>;
  /** Communes whose figures he may choose from; [] when it is one, or all are too many to list. */
  unitsOf(member: StaffMember): readonly { readonly code: string; readonly name: string }[];
}

export interface FiguresParts {
  readonly database: Database;
  readonly places: Pick<Places, 'commune' | 'province'>;
  readonly names: Names;
  /** Commune that counts where none is known. */
  readonly home: () => string | null;
  /** The weekly sample; without it nothing is shown of it. */
  readonly sample?: (week: IsoWeek, units: readonly string[] | null) => Promise<HarmfulRate | null>;
}

const shownWeeks = 12;

export function openFiguresDesk(parts: FiguresParts): FiguresDesk {
  const { database, places, names, home } = parts;
  const unitsFor = (member: StaffMember, unit: string | undefined): readonly string[] | null => {
    const seen = unitsSeenBy(member, places);
    if (unit === undefined) return seen;
    if ((seen && !seen.includes(unit)) || !places.commune(unit))
      throw new FiguresError('unknown', 'Xã, phường này không thuộc phạm vi của anh/chị.');
    return [unit];
  };
  return {
    unitsOf: (member) => {
      const seen = unitsSeenBy(member, places) ?? [];
      return seen.length < 2 ? [] : seen.map((code) => ({ code, name: names.unit(code) ?? code }));
    },
    words: async (member, { week }) => ratingWords(database, member, daysNamed(week)),
    noteDownload: (member, ask) =>
      database.withJob('figures', (handle) =>
        addAudit(handle, { actor: `staff:${member.id}`, action: 'figures-download', object: 'figures', detail: ask }),
      ),
    async read(member, { week = thisWeek(), unit, channel }, at) {
      const days = daysNamed(week);
      const units = unitsFor(member, unit);
      const base = { units, channel: channel ?? null, home: home() };
      const read = await database.withJob('figures', async (handle) => {
        const ofWeek = async (filter: FiguresFilter): Promise<WeekFigures> => ({
          ...(await countTurns(handle, filter, names)),
          handOffs: await countHandOffs(handle, filter),
        });
        const trend = { ...base, from: addDays(days.from, -7 * (shownWeeks - 1)), to: days.to };
        return {
          now: await ofWeek({ ...base, ...days }),
          before: await ofWeek({ ...base, from: addDays(days.from, -7), to: addDays(days.to, -7) }),
          weeks: weeksOf(trend.from, await countWeeks(handle, trend), await countHandOffWeeks(handle, trend)),
          dossiers: await countDossiers(handle, units, { at, names }),
          countedAt:
            (
              await handle
                .selectFrom('figure_day')
                .select('counted_at')
                .where('day', '<=', days.to)
                .orderBy('day', 'desc')
                .limit(1)
                .executeTakeFirst()
            )?.counted_at ?? null,
        };
      });
      const sample = (await parts.sample?.(week, units)) ?? null;
      return { week, ...days, over: momentOf(at).day > days.to, ...read, sample };
    },
  };
}

const thisWeek = (): IsoWeek => weekOf(momentOf(new Date()).day);

function daysNamed(week = thisWeek()) {
  const days = daysOfWeek(week);
  if (days) return days;
  throw new FiguresError('bad-input', `There is no week ${week}.`);
}

/** Every week of the span, those without a message too. */
function weeksOf(
  from: string,
  counted: readonly { readonly week: string; readonly questions: number; readonly answered: number }[],
  handOffs: ReadonlyMap<string, number>,
): Figures['weeks'] {
  return Array.from({ length: shownWeeks }, (_, index) => weekOf(addDays(from, 7 * index))).map((week) => {
    const { questions = 0, answered = 0 } = counted.find((one) => one.week === week) ?? {};
    return { week, questions, answered, handOffs: handOffs.get(week) ?? 0 };
  });
}
