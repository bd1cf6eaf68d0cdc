/** What the answer says when a citizen asks for the rule of another day: today's rule is never passed off as that day's. */
import {
  basisOf,
  type Card,
  dayInVietnam,
  daysBetween,
  type Facet,
  formerFacts,
  type Guide,
  knownSince,
  twoTiersSince,
} from '../../knowledge/index.ts';
import type { Block } from '../answer.ts';
import type { Speech } from '../texts/speech.ts';
import type { AskedDay } from '../understand/asked-day.ts';
import { asSentence, plainDay } from './money-and-time.ts';

/** Further ahead than this, an answer says that the rule may change. */
const farAhead = 60;
const beginning = '0001-01-01';

export interface DayQuestion {
  readonly facts: Guide | Card;
  readonly facets: readonly Facet[];
  readonly asked: AskedDay;
  readonly speech: Speech;
  readonly at: Date;
}

/** Said before the facts. Empty where today's rule is known to be that day's too. */
export function sayAskedDay({ facts, facets, asked, speech, at }: DayQuestion): Block[] {
  const today = dayInVietnam(at);
  const guide = 'filing' in facts ? facts : null;
  const warn = (key: string, values: Readonly<Record<string, string>>): Block => ({
    kind: 'warning',
    text: speech.say(key, { day: dayText(asked, speech), ...values }),
  });
  if (asked.from !== null && asked.from > today) return sayFuture(guide, asked.from, today, warn);
  const last = asked.to ?? today;
  const since = guide ? knownSince(guide) : knownSince({ ...facts, validFrom: null });
  // A card gives no fee, no time and no paper that could have been another then; only its desk.
  if (last >= (guide ? since : twoTiersSince)) return [];
  const fee = guide ? sameFee(guide, facets, asked) : null;
  if (fee) return [warn('askedDay.feeHeld', { law: fee.law, from: plainDay(fee.from) })];
  const former = guide ? formerFacts(guide, asked.from ?? beginning, last).filter(speaksOf(facets)) : [];
  return [
    warn('askedDay.before', {}),
    ...(last < twoTiersSince ? [warn('askedDay.districts', {})] : []),
    ...(former.length === 0 ? [warn('askedDay.unknown', {})] : []),
    ...former.map(({ says, validTo, source }) =>
      warn('askedDay.former', { fact: asSentence(says), until: plainDay(validTo), source }),
    ),
  ];
}

/** As it was asked; in another language than Vietnamese the bare days. */
function dayText({ from, to, said }: AskedDay, { locale }: Speech): string {
  if (locale === 'vi') return said;
  const days = [...new Set([from, to])].flatMap((day) => (day === null ? [] : [plainDay(day)]));
  return days.join(' – ');
}

type Warn = (key: string, values: Readonly<Record<string, string>>) => Block;

function sayFuture(guide: Guide | null, from: string, today: string, warn: Warn): Block[] {
  const validTo = guide?.validTo ?? null;
  if (validTo !== null && validTo < from) return [warn('askedDay.ends', { until: plainDay(validTo) })];
  return daysBetween(today, from) > farAhead ? [warn('askedDay.later', {})] : [];
}

const speaksOf =
  (facets: readonly Facet[]) =>
  ({ facet }: { readonly facet: Facet }): boolean =>
    facets.length === 0 || facets.includes('overview') || facets.includes(facet);

/** The text that every fee of the guide rests on, where the fee alone is asked and the text was in force that day. */
function sameFee(guide: Guide, facets: readonly Facet[], asked: AskedDay) {
  if (facets.length !== 1 || facets[0] !== 'fee' || asked.from === null || guide.filing.length === 0) return null;
  const bases = guide.filing.map(({ fee }) => basisOf(guide, fee));
  const [first] = bases;
  const held = bases.every(({ own, validFrom }) => own && validFrom !== null && validFrom <= (asked.from ?? beginning));
  const law = first?.texts[0]?.number;
  return held && law !== undefined && first?.validFrom ? { law, from: first.validFrom } : null;
}
