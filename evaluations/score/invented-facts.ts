/** What an answer states that nothing it cites bears out. There must be none, ever. */

import { type Entry, factsOf, type Library } from '../../bot/library.ts';
import { emergencyNumbers } from '../../bot/understand/emergency.ts';
import type { AnswerLine } from '../answer-line.ts';
import { statedFacts } from './stated-facts.ts';

export interface FactSources {
  readonly library: Library;
  /** Official channels, the ward's own desk: what any answer may quote. */
  readonly texts: readonly string[];
}

/** Facts that follow from a fact: a day from its month, a measure's bare number from the measure. */
function withImplied(facts: readonly string[]): string[] {
  return facts.flatMap((fact) => {
    const [kind, value = ''] = fact.split(' ');
    if (kind === 'figure') return [fact, `figure ${value}`, `count ${value}`];
    if (kind === 'date') return [fact, `month ${value.slice(0, 7)}`];
    return [fact];
  });
}

/**
 * Finds invented facts of an answer: it may state what the guides and cards it names say (their titles and codes for
 * chips), what any answer may quote, and what `also` holds (a citizen's own dossiers).
 */
export function inventedFinder({
  library,
  texts,
}: FactSources): (answer: AnswerLine, also?: readonly unknown[]) => readonly string[] {
  const always = new Set(withImplied([...emergencyNumbers, ...texts].flatMap(statedFacts)));
  const byCode = new Map<string, ReadonlySet<string>>();
  const known = (code: string): ReadonlySet<string> => {
    const cached = byCode.get(code);
    if (cached) return cached;
    const entry = library.find(code);
    const facts = new Set(entry === null ? [] : withImplied(statedFacts(recordText(entry))));
    byCode.set(code, facts);
    return facts;
  };
  // A card without a published code names itself by its title alone.
  const uncodedCards = library.entries
    .filter(({ id }) => id.startsWith('card:'))
    .map((entry) => ({ id: entry.id, title: factsOf(entry).plainTitle }));
  return (answer, also = []) => {
    const cited = [
      ...answer.codes,
      ...answer.sources.flatMap(({ code }) => (code === null ? [] : [code])),
      ...uncodedCards.filter(({ title }) => answer.text.includes(title)).map(({ id }) => id),
    ];
    const chips = answer.options.flatMap(({ code }) => (code === undefined ? [] : [code]));
    const named = chips.map((code) => titleText(library, code)).concat(leaves(also));
    const beside = new Set(withImplied(named.flatMap(statedFacts)));
    const longest = Math.max(
      chips.length,
      answer.codes.length,
      ...cited.map((code) => longestList(library.find(code))),
    );
    const isCount = (fact: string) => fact.startsWith('count ') && Number(fact.slice(6)) <= longest;
    const stated = [answer.text, ...answer.sources.map(({ url }) => url ?? '')].join('\n');
    return statedFacts(stated).filter(
      (fact) =>
        !always.has(fact) && !beside.has(fact) && !isCount(fact) && !cited.some((code) => known(code).has(fact)),
    );
  };
}

/** What an answer may count up to: the entries of the longest list of the record. */
function longestList(entry: Entry | null): number {
  if (entry?.kind !== 'guide') return 0;
  const { papers, steps, conditions, results, legalBasis, tips, mistakes } = entry.guide;
  return Math.max(
    ...[papers ?? [], steps, conditions, results, legalBasis, tips, mistakes].map(({ length }) => length),
  );
}

function titleText(library: Library, code: string): string {
  const entry = library.find(code);
  return entry === null ? '' : `${code}. ${factsOf(entry).title}. ${factsOf(entry).plainTitle}`;
}

/** Every value of the record as text, and its numbers as an answer words them. */
function recordText(entry: Entry): string {
  if (entry.kind === 'card') return leaves(entry.card).join('\n');
  const { guide } = entry;
  const units = { 'working-day': 'ngày làm việc', day: 'ngày', hour: 'giờ' } as const;
  const papers = guide.papers ?? [];
  return [
    ...leaves({
      ...guide,
      ways: [],
      corrections: guide.corrections.map(({ corrected, because }) => ({ corrected, because })),
    }),
    ...guide.filing.flatMap(({ time, fee }) => [
      time?.value != null && time.unit ? `${time.value} ${units[time.unit]}` : '',
      fee.dong === null ? '' : `${fee.dong} đồng`,
    ]),
    ...papers.flatMap(({ originals, copies }) => [`${originals ?? ''} bản chính`, `${copies ?? ''} bản sao`]),
  ].join('\n');
}

/** Every text and number in a value of any depth. A moment (ISO 8601) is worded as the local date and time it is. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...localMoment(value)];
  if (typeof value === 'number') return [`${value}, ${value} đồng, ${value.toLocaleString('de-DE')} đồng`];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

function localMoment(text: string): string[] {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text);
  if (!found) return [];
  const [, year, month, day, hour, minute] = found.map(Number);
  return [`ngày ${day} tháng ${month} năm ${year}`, `${day}/${month}`, `${hour} giờ ${minute}`, `${hour}:${found[5]}`];
}
