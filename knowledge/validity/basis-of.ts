/** Which text a fact rests on, and from when to when it holds: its own word first, else the guide's, else unknown. */
import { lastDayOf } from '../day.ts';
import type { Filing, FormerFact, Guide } from '../guide.ts';

type LegalText = Guide['legalBasis'][number];

/** What a fee, a time limit or a paper may say of itself. */
export interface OwnValidity {
  readonly restsOn?: string | undefined;
  readonly validFrom?: string | null | undefined;
  readonly validTo?: string | null | undefined;
}

export interface Basis {
  /** The one text that the fact names; else every text of the guide: the records do not say which. */
  readonly texts: readonly LegalText[];
  /** Whether the fact names its text. */
  readonly own: boolean;
  /** First day on which it holds; `null`: no source says. */
  readonly validFrom: string | null;
  /** Last day on which it holds; `null`: no source says. */
  readonly validTo: string | null;
}

/** @param fact a fee, a time limit or a paper of the guide; none asks for the guide as a whole. */
export function basisOf(guide: Guide, fact?: OwnValidity): Basis {
  const named = guide.legalBasis.filter(({ number }) => number === fact?.restsOn);
  const [text] = named;
  return {
    texts: text ? named : guide.legalBasis,
    own: text !== undefined,
    validFrom: fact?.validFrom ?? guide.validFrom ?? text?.inForceFrom ?? null,
    validTo: fact?.validTo ?? text?.inForceTo ?? guide.validTo,
  };
}

/** Whether `day` is after the last day on which it holds. */
export const isExpired = ({ validTo }: Pick<Basis, 'validTo'>, day: string): boolean =>
  validTo !== null && validTo < day;

/** Whether the fact may hold on some day of `from` to `to`, by its own word alone. */
const mayHold = ({ validFrom, validTo }: OwnValidity, { from, to }: { readonly from: string; readonly to: string }) =>
  (validFrom ?? from) <= to && (validTo ?? to) >= from;

interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * The guide with those of its rows and papers that may hold on some day of the span. Where none of a way and case does,
 * its rows stay: the answer then says that they have expired.
 */
export function guideOn(guide: Guide, span: Span): Guide {
  const holds = ({ fee, time }: Filing) => mayHold(fee, span) && mayHold(time ?? {}, span);
  const replaced = (row: Filing) =>
    guide.filing.some((other) => other.via === row.via && other.case === row.case && holds(other));
  return {
    ...guide,
    filing: guide.filing.filter((row) => holds(row) || !replaced(row)),
    papers: guide.papers?.filter((paper) => mayHold(paper, span)) ?? null,
  };
}

/** The last day of the fee or limit of the guide that ended first before `day`; `null` where none has ended. */
export function endedBefore(guide: Guide, day: string): string | null {
  const facts: readonly OwnValidity[] = guide.filing.flatMap(({ fee, time }) => (time ? [fee, time] : [fee]));
  const ends = facts
    .filter(({ restsOn, validTo }) => restsOn !== undefined || validTo)
    .flatMap((fact) => basisOf(guide, fact).validTo ?? []);
  return ends.filter((end) => end < day).sort()[0] ?? null;
}

/** Texts of the guide that no longer hold on `day`. */
export const lapsedTexts = (guide: Guide, day: string): readonly LegalText[] =>
  guide.legalBasis.filter(({ inForceTo }) => inForceTo !== null && inForceTo < day);

/**
 * From which day on the guide is known to hold: its own `validFrom`, else the end of the month in which its record was
 * read ("thu thập 2026-07"), else the day it was checked. Nothing is known of the days before.
 */
export function knownSince({
  validFrom,
  source,
  checkedOn,
}: Pick<Guide, 'validFrom' | 'source' | 'checkedOn'>): string {
  const month = /thu thập (\d{4}-\d{2})(?!\d)/u.exec(source.edition)?.[1];
  return validFrom ?? (month ? lastDayOf(month) : checkedOn);
}

/** What held on some day of `from` to `to` and was superseded since. */
export const formerFacts = (guide: Guide, from: string, to: string): readonly FormerFact[] =>
  (guide.formerly ?? []).filter((fact) => fact.validTo >= from && (fact.validFrom === null || fact.validFrom <= to));
