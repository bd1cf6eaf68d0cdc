/** A fee that the record leaves open, as the province or the commune sets it: with who says so, and by which text. */
import {
  type EffectiveFee,
  type Filing,
  feeOfAnotherTime,
  type Guide,
  isStale,
  type LegalSource,
  localFeeFor,
} from '../../knowledge/index.ts';
import type { Speech } from '../texts/speech.ts';
import type { Unit } from '../units/unit-directory.ts';
import { asSentence, dong, lowerFirst, plainDay } from './money-and-time.ts';

/** The commune that an answer is for, and the moment that is asked about. */
export interface LocalView {
  readonly unit: Unit;
  readonly at: Date;
}

/** What a local text says of one way of filing; `null` where none speaks of it. */
export function localFeeText(guide: Guide, filing: Filing, local: LocalView, speech: Speech): LocalFeeText | null {
  const found = localFeeOf(guide, filing, local);
  if (!found) return null;
  const { fee, from } = found.effective;
  const named = { who: lowerFirst(from.name), resolution: legalName(fee.resolution, speech) };
  if (found.inForce) {
    const notes = [
      fee.note ? asSentence(fee.note) : null,
      filing.fee.note ? speech.say('local.feeNote', { note: asSentence(filing.fee.note) }) : null,
      isStale(from.checkedOn, local.at) ? speech.say('stale') : null,
    ];
    const text = speech.say('local.fee', { ...named, amount: amountText(fee, speech) });
    return { text: [text, ...notes.filter((note) => note !== null)].join(' '), inForce: true };
  }
  const days = { from: plainDay(fee.from), to: plainDay(fee.to ?? fee.from) };
  const key = fee.to === null ? 'local.feeFromDay' : 'local.feeUntil';
  return { text: speech.say(key, { ...named, ...days }), inForce: false };
}

export interface LocalFeeText {
  readonly text: string;
  /** `false`: it says that the amount entered does not hold on the day asked about, and gives none. */
  readonly inForce: boolean;
}

export interface FoundFee {
  readonly effective: EffectiveFee;
  readonly inForce: boolean;
}

/** The local fee that the answer speaks of; `null` for none. */
export function localFeeOf(guide: Guide, filing: Filing, { unit, at }: LocalView): FoundFee | null {
  if (!unit.local) return null;
  const question = { procedure: guide.code, filing, at };
  const now = localFeeFor(unit.local, question);
  if (now) return { effective: now, inForce: true };
  const other = feeOfAnotherTime(unit.local, question);
  return other && { effective: other, inForce: false };
}

function amountText({ kind, dong: amount }: EffectiveFee['fee'], speech: Speech): string {
  if (kind === 'free') return speech.say('local.feeFree');
  return kind === 'fixed' ? dong(amount) : speech.say('local.feeFrom', { amount: dong(amount) });
}

/** `Nghị quyết 12/2025/NQ-HĐND`. */
export function legalName({ number }: Pick<LegalSource, 'number'>, speech: Speech): string {
  const kind = /NQ/u.test(number) ? 'resolution' : /QĐ/u.test(number) ? 'decision' : 'text';
  return speech.say(`legalKind.${kind}`, { number });
}
