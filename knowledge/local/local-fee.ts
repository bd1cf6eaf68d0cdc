/** Which local fee holds for a way of filing at a moment. */

import { dayInVietnam } from '../day.ts';
import type { Filing } from '../guide.ts';
import { foldText } from '../plain-text.ts';
import type { EffectiveFee, EffectiveUnit } from './effective-unit.ts';
import type { LocalFee } from './local-file.ts';

export interface FeeQuestion {
  readonly procedure: string;
  readonly filing: Pick<Filing, 'via' | 'case' | 'fee'>;
  /** The moment that is asked about. */
  readonly at: Date;
}

/** The record leaves the amount to the province, or does not give it: there alone a local fee may stand. */
export const isLeftOpen = ({ fee }: Pick<Filing, 'fee'>): boolean =>
  fee.kind === 'by-province' || fee.kind === 'unknown';

/** `null` when no local text in force sets it. The commune's comes before the province's, the closer fit before the wider. */
export function localFeeFor(unit: EffectiveUnit, question: FeeQuestion): EffectiveFee | null {
  const day = dayInVietnam(question.at);
  const fitting = feesOf(unit, question).filter(({ fee }) => fee.from <= day && (fee.to === null || day <= fee.to));
  return fitting.toSorted((a, b) => weight(b) - weight(a) || (a.fee.from < b.fee.from ? 1 : -1))[0] ?? null;
}

/** One that fits but is not in force on that day, the nearest to it; `null` where there is none. */
export function feeOfAnotherTime(unit: EffectiveUnit, question: FeeQuestion): EffectiveFee | null {
  if (localFeeFor(unit, question)) return null;
  const day = Date.parse(dayInVietnam(question.at));
  const away = ({ fee }: EffectiveFee) =>
    Math.min(
      Math.abs(Date.parse(fee.from) - day),
      fee.to ? Math.abs(Date.parse(fee.to) - day) : Number.POSITIVE_INFINITY,
    );
  return feesOf(unit, question).toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

const feesOf = (unit: EffectiveUnit, { procedure, filing }: FeeQuestion) =>
  isLeftOpen(filing) ? unit.fees.filter(({ fee }) => fee.procedure === procedure && fits(fee, filing)) : [];

const fits = (fee: LocalFee, filing: Pick<Filing, 'via' | 'case'>) =>
  (fee.via === null || fee.via.includes(filing.via)) &&
  (fee.case === null || (filing.case !== null && foldText(fee.case) === foldText(filing.case)));

const weight = ({ fee, from }: EffectiveFee) =>
  (from.level === 'commune' ? 4 : 0) + (fee.case === null ? 0 : 2) + (fee.via === null ? 0 : 1);
