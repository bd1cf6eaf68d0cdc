/** Which text a fact rests on, and from when to when it holds: its own word first, else the guide's, else unknown. */
import { lastDayOf } from '../day.ts';
import type { FormerFact, Guide } from '../guide.ts';

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

/** The guide with those of its rows and papers that may hold on some day of the span. */
export function guideOn(guide: Guide, span: { readonly from: string; readonly to: string }): Guide {
  const filing = guide.filing.filter(({ fee, time }) => mayHold(fee, span) && mayHold(time ?? {}, span));
  return { ...guide, filing, papers: guide.papers?.filter((paper) => mayHold(paper, span)) ?? null };
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
