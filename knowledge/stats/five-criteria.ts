/** The five criteria, "đúng, đủ, sạch, sống, chia sẻ được", as figures. docs/how-to/keep-the-knowledge-alive.md defines each. */
import type { Card } from '../card.ts';
import { daysBetween } from '../day.ts';
import type { Guide } from '../guide.ts';
import { daysUntilStale } from '../lint/lint-dates.ts';
import { nameOf } from '../lint/lint-note.ts';

/** So many of so many; nothing can be said where `of` is 0. */
export interface Share {
  readonly have: number;
  readonly of: number;
}

export const criteria = ['right', 'complete', 'clean', 'alive', 'shareable'] as const;
export type Criteria = Readonly<Record<(typeof criteria)[number], Share>> & { readonly name: string };

export interface Measured {
  readonly guides: readonly Guide[];
  readonly cards: readonly Card[];
  /** Codes that were compared with a record; empty where the records are not there. */
  readonly compared: ReadonlySet<string>;
  /** Codes at which the comparison found something. */
  readonly contradicted: ReadonlySet<string>;
  /** Names of guides and cards with a lint error. */
  readonly unclean: ReadonlySet<string>;
  /** `2026-11-21`. */
  readonly today: string;
}

/** One row a field (lĩnh vực), most entries first. */
export function criteriaByField(measured: Measured): readonly Criteria[] {
  const { guides, cards } = measured;
  const sizes = Map.groupBy([...guides, ...cards], ({ field }) => field);
  return [...sizes]
    .toSorted(([a, one], [b, other]) => other.length - one.length || a.localeCompare(b, 'vi'))
    .map(([name]) =>
      criteriaOf(name, {
        ...measured,
        guides: guides.filter(({ field }) => field === name),
        cards: cards.filter(({ field }) => field === name),
      }),
    );
}

export function criteriaOf(name: string, { guides, cards, today, ...found }: Measured): Criteria {
  const entries = [...guides, ...cards];
  const compared = guides.filter(({ code }) => found.compared.has(code));
  // A how-to of our own (`hd.…`) has no fee, no limit and no law to know.
  const fields = guides.filter(({ code }) => !code.startsWith('hd.')).flatMap(fieldsOf);
  return {
    name,
    right: shareOf(
      compared,
      (guide) => !found.contradicted.has(guide.code) && !guide.corrections.some((row) => row.doubtful),
    ),
    complete: shareOf(fields, (known) => known),
    clean: shareOf(entries, (entry) => !found.unclean.has(nameOf(entry))),
    alive: shareOf(entries, (entry) => isAlive(entry, today)),
    shareable: shareOf(entries, ({ source }) => source.url !== null || source.decision !== null),
  };
}

const shareOf = <T>(all: readonly T[], has: (one: T) => boolean): Share => ({
  have: all.filter(has).length,
  of: all.length,
});

/** Whether each thing that citizens ask about a guide is known. What was published as "none" is known. */
function fieldsOf(guide: Guide): readonly boolean[] {
  const { forWhom, receivedBy, decidedBy, collectAt, online, papers, results, steps, filing, legalBasis } = guide;
  return [
    ...[forWhom, receivedBy, decidedBy, collectAt, online, papers].map((value) => value !== null),
    ...[results, steps, legalBasis].map((list) => list.length > 0),
    ...filing.map(({ fee }) => fee.kind !== 'unknown'),
    ...filing.map(({ time }) => time !== null && time.value !== null && time.unit !== null),
  ];
}

function isAlive(entry: Guide | Card, today: string): boolean {
  const expired = 'validTo' in entry && entry.validTo !== null && entry.validTo < today;
  return !expired && daysBetween(entry.checkedOn, today) <= daysUntilStale;
}

/** How many of the procedures that wards are asked about most (`core.tsv`) are full guides. */
export const coreCovered = (core: readonly string[], guides: readonly Guide[]): Share =>
  shareOf(core, (code) => guides.some((guide) => guide.code === code));

/** What is known of one commune's own facts: desks, hours, phone, fees of its province. */
export interface CommuneFacts {
  readonly name: string;
  /** Each local fact by its name, and whether its file gives it. */
  readonly facts: Readonly<Record<string, boolean>>;
  readonly sourced: boolean;
  readonly checkedOn: string | null;
  readonly wrong: number;
}

/** One row a commune: nobody published a record of its desk, so `right` cannot be told. */
export const criteriaByCommune = (communes: readonly CommuneFacts[], today: string): readonly Criteria[] =>
  communes.map(({ name, facts, sourced, checkedOn, wrong }) => ({
    name,
    right: { have: 0, of: 0 },
    complete: shareOf(Object.values(facts), (known) => known),
    clean: { have: wrong === 0 ? 1 : 0, of: 1 },
    alive: { have: checkedOn !== null && daysBetween(checkedOn, today) <= daysUntilStale ? 1 : 0, of: 1 },
    shareable: { have: sourced ? 1 : 0, of: 1 },
  }));
