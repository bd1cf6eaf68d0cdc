/** Which of the asker's dossiers a message is about. */
import { codesOfKeys, keysOf, readDossierCode } from '../../knowledge/index.ts';
import { fold } from '../../retrieval/index.ts';
import { factsOf, type Library } from '../library.ts';
import type { Turn } from '../step.ts';
import { asksEveryOne, asksOtherOne } from '../understand/dossier-topic.ts';
import { filedDayIn } from '../understand/filed-day.ts';
import { choiceIn } from '../understand/follow-up.ts';
import type { Wording } from '../understand/wording.ts';
import type { DossierReading } from './dossier-desk.ts';
import { dayKey } from './moments.ts';
import { namedEnding } from './named-ending.ts';
import { inNamedState } from './named-state.ts';

/** What was meant: one, several to choose from, or one that is not among the asker's. */
export type Choice =
  | { readonly kind: 'one'; readonly reading: DossierReading }
  | { readonly kind: 'several'; readonly readings: readonly DossierReading[] }
  /** A code or a day was named and none of his fits: all of his, to choose from. */
  | { readonly kind: 'none-of-these'; readonly by: 'code' | 'day'; readonly readings: readonly DossierReading[] };

export interface Choosing {
  readonly turn: Turn;
  readonly wording: Wording;
  readonly library: Library;
}

/** @param readings at least one. */
export function chooseDossier(readings: readonly DossierReading[], { turn, wording, library }: Choosing): Choice {
  const byCode = namedByCode(readings, turn);
  if (byCode) return byCode.length > 0 ? among(byCode) : { kind: 'none-of-these', by: 'code', readings };
  const offered = readings.length > 1 ? chosenFromList(readings, turn) : null;
  if (offered) return among([offered]);
  if (asksEveryOne(wording)) return among(inNamedState(readings, wording, turn.message.at));
  const days = filedDayIn(wording, turn.message.at);
  const byDay = days
    ? readings.filter(
        ({ dossier: { receivedAt } }) =>
          receivedAt !== null && dayKey(receivedAt) >= days.from && dayKey(receivedAt) <= days.to,
      )
    : readings;
  if (byDay.length === 0 && readings.length > 1) return { kind: 'none-of-these', by: 'day', readings };
  const left = byDay.length > 0 ? byDay : readings;
  const byProcedure = namedByProcedure(left, { turn, library });
  if (byProcedure.length < left.length) return among(byProcedure);
  if (days) return among(left);
  const byState = inNamedState(left, wording, turn.message.at);
  if (byState.length < left.length) return among(byState);
  return among(asksOtherOne(wording) ? withoutCurrent(left, turn) : currentOf(left, turn));
}

const among = (readings: readonly DossierReading[]): Choice => {
  const [reading] = readings;
  return reading && readings.length === 1 ? { kind: 'one', reading } : { kind: 'several', readings };
};

/** `null` when no code is named; [] when one is and none of his has it. */
function namedByCode(readings: readonly DossierReading[], { text, slots }: Turn): readonly DossierReading[] | null {
  const values = Object.entries(slots).flatMap(([mark, value]) => (text.includes(mark) ? [value] : []));
  const codes = values.flatMap((value) => {
    const code = readDossierCode(value);
    return code ? [code] : codesOfKeys(value.replace(/\D/g, ''));
  });
  if (codes.length > 0) {
    const keys = new Set(codes.map(keysOf));
    const whole = readings.filter(({ dossier: { code } }) => codes.includes(code) || keys.has(keysOf(code)));
    return whole.length > 0 ? whole : withTail(readings, values);
  }
  const ending = namedEnding(text);
  if (!ending) return null;
  const found = readings.filter(({ dossier: { code } }) => keysOf(code).endsWith(ending));
  return found.length > 0 ? found : null;
}

/** A code that was typed without its beginning ("H38-261110-0201"): enough to tell his own apart. */
function withTail(readings: readonly DossierReading[], values: readonly string[]): readonly DossierReading[] {
  const tails = values.map((value) => value.replace(/\D/g, '')).filter((digits) => digits.length >= shortestTail);
  return readings.filter(({ dossier: { code } }) => tails.some((tail) => code.replace(/\D/g, '').endsWith(tail)));
}
/** The province, the day and the number. */
const shortestTail = 12;

/** "Cái thứ hai", while a list stands open. */
function chosenFromList(readings: readonly DossierReading[], { text, memory }: Turn): DossierReading | null {
  const options = memory.dossiers.map((id) => ({ text: id, send: id }));
  const index = choiceIn(text.replace(/hồ sơ|ho so|\bhs\b/giu, 'cái'), options);
  return readings.find(({ id }) => index !== null && id === memory.dossiers[index]) ?? null;
}

const withoutCurrent = (readings: readonly DossierReading[], { memory }: Turn): readonly DossierReading[] => {
  const others = readings.filter(({ id }) => id !== memory.dossier);
  return others.length > 0 ? others : readings;
};

const currentOf = (readings: readonly DossierReading[], { memory }: Turn): readonly DossierReading[] => {
  const current = readings.filter(({ id }) => id === memory.dossier);
  return current.length > 0 ? current : readings;
};

/** Those whose procedure the words of the message name best; all of them when the words tell none apart. */
function namedByProcedure(
  readings: readonly DossierReading[],
  { turn, library }: Pick<Choosing, 'turn' | 'library'>,
): readonly DossierReading[] {
  const said = pairsOf(turn.question);
  const words = readings.map(({ dossier }) => wordsOf(dossier.procedure, library));
  const shared = (pair: string) => words.every((own) => own.has(pair));
  const scores = words.map(
    (own) => [...said].filter((pair) => own.has(pair) && (readings.length === 1 || !shared(pair))).length,
  );
  const best = Math.max(0, ...scores);
  return best === 0 ? readings : readings.filter((_, index) => scores[index] === best);
}

/** How well the words name this reading's procedure, in pairs of words. */
export const namesProcedure = (
  reading: DossierReading,
  { turn, library }: Pick<Choosing, 'turn' | 'library'>,
): boolean => {
  const own = wordsOf(reading.dossier.procedure, library);
  return [...pairsOf(turn.question)].some((pair) => own.has(pair));
};

function wordsOf(procedure: string | null, library: Library): ReadonlySet<string> {
  const entry = procedure === null ? null : library.find(procedure);
  if (!entry) return new Set();
  const { title, plainTitle, ways } = factsOf(entry);
  return new Set([title, plainTitle, ...ways.map(({ say }) => say)].flatMap((text) => [...pairsOf(text)]));
}

/** Two words that follow one another: single syllables of Vietnamese mean too many things. Words of every case are left out. */
function pairsOf(text: string): ReadonlySet<string> {
  const words = (fold(text).match(/[\p{L}\d]+/gu) ?? []).filter((word) => word !== 'cua');
  const pairs = words.flatMap((word, index) => (words[index + 1] ? [`${word} ${words[index + 1]}`] : []));
  return new Set(pairs.filter((pair) => !general.has(pair)));
}
const general = new Set([
  'ho so',
  'thu tuc',
  'dang ky',
  'cap lai',
  'giay to',
  'xin giay',
  'lam giay',
  'cap giay',
  'giay chung',
  'chung nhan',
  'xac nhan',
  'cho toi',
  'cua toi',
  'so toi',
  'nop ho',
  'ket qua',
  'lam thu',
]);
