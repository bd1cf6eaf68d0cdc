/** One facet of a guide as blocks: rendered from its fields, never written freely. */
import type { Facet, Filing, Guide } from '../../knowledge/index.ts';
import type { Block } from '../answer.ts';
import type { Speech } from '../texts/speech.ts';
import { type LocalView, localFeeText } from './local-fee-text.ts';
import { type LocalPlace, sayLocalPlace } from './local-place.ts';
import { asSentence, dong, lowerFirst, plainDay, upperFirst } from './money-and-time.ts';
import { sayPapers } from './papers.ts';
import { byRelevance, type Relevance } from './relevance.ts';

export interface Asked {
  readonly guide: Guide;
  readonly question: string;
  readonly speech: Speech;
  readonly relevance: Relevance;
  /** The commune it is answered for; without one nothing local is said. */
  readonly local?: (LocalView & Pick<LocalPlace, 'unclear' | 'calendar'>) | null;
}

/** Blocks of one facet. Never empty: where the record is silent, the answer says so. */
export function sayFacet(facet: Facet, asked: Asked): Block[] {
  return renderers[facet](asked);
}

const renderers: Readonly<Record<Facet, (asked: Asked) => Block[]>> = {
  documents: sayPapers,
  fee: sayFee,
  time: sayTime,
  place: sayPlace,
  steps: ({ guide, speech }) =>
    guide.steps.length > 0
      ? [{ kind: 'list', label: speech.say('label.steps'), items: guide.steps.map(asSentence), ordered: true }]
      : [{ kind: 'say', text: speech.say('unknown.steps') }],
  conditions: sayConditions,
  legal: sayLegal,
  online: sayOnline,
  result: sayResult,
  overview: sayOverview,
};

const wayName = (filing: Filing, speech: Speech) => speech.say(`via.${filing.via}`);

/**
 * Rows that say the same are one line; the way of filing is named only where it makes a difference, and never for a
 * case: "15 ngày for a single house" is not "15 ngày in person".
 */
function rows(guide: Guide, speech: Speech, tell: (filing: Filing) => string): string[] {
  const groups = [...Map.groupBy(guide.filing, (filing) => `${filing.case ?? ''}\u0000${tell(filing)}`).values()];
  const ways = (group: readonly Filing[]) => [...new Set(group.map((filing) => wayName(filing, speech)))];
  return groups.flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const rivals = groups.filter((other) => other[0]?.case === first.case && other !== group);
    const where = rivals.length > 0 ? `${upperFirst(ways(group).join(', '))}: ` : '';
    const which = first.case ? `${upperFirst(first.case.replace(/[.:;]+$/, ''))}: ` : '';
    return [which ? `${which}${lowerFirst(where)}${tell(first)}` : `${where}${tell(first)}`];
  });
}

function listOrSay(label: string, items: readonly string[]): Block[] {
  if (items.length === 1) return [{ kind: 'say', text: `${label}: ${items[0]}` }];
  return [{ kind: 'list', label, items }];
}

export function feeText({ fee }: Filing, speech: Speech): string {
  const note = fee.note ? ` ${asSentence(fee.note)}` : '';
  switch (fee.kind) {
    case 'free':
      return `${speech.say('fee.free')}${note}`;
    case 'fixed':
      return `${dong(fee.dong ?? 0)}.${note}`;
    case 'from-to':
      return `${speech.say('fee.from', { amount: dong(fee.dong ?? 0) })}${note}`;
    case 'by-province':
      return fee.note && /hội đồng nhân dân|HĐND/iu.test(fee.note)
        ? asSentence(fee.note)
        : `${speech.say('fee.by-province')}${note}`;
    default:
      return fee.note ? asSentence(fee.note) : speech.say('fee.unknown');
  }
}

/** One line for each fee that differs. */
export const feeLines = ({ guide, speech, local }: Pick<Asked, 'guide' | 'speech' | 'local'>): string[] =>
  rows(guide, speech, (filing) => {
    const set = local ? localFeeText(guide, filing, local, speech) : null;
    if (set?.inForce) return set.text;
    return set ? `${feeText(filing, speech)} ${set.text}` : feeText(filing, speech);
  });

function sayFee(asked: Asked): Block[] {
  const { speech } = asked;
  const lines = feeLines(asked);
  if (lines.length === 0) return [{ kind: 'say', text: speech.say('fee.unknown') }];
  return listOrSay(speech.say('label.fee'), lines);
}

export function timeText({ time }: Filing, speech: Speech): string {
  if (time === null) return speech.say('unknown.time');
  return asSentence(time.text);
}

/** One line for each time limit that differs. */
export const timeLines = ({ guide, speech }: Pick<Asked, 'guide' | 'speech'>): string[] =>
  rows(guide, speech, (filing) => timeText(filing, speech));

function sayTime(asked: Asked): Block[] {
  const { speech } = asked;
  const lines = timeLines(asked);
  if (lines.length === 0) return [{ kind: 'say', text: speech.say('unknown.time') }];
  return listOrSay(speech.say('label.time'), lines);
}

/** Said before anything else of where to go: nowhere. */
const stayHome = ({ guide, speech }: Asked): Block[] =>
  guide.online === 'full' ? [{ kind: 'say', text: speech.say('online.stayHome'), role: 'stay-home' }] : [];

const sayReceivedBy = ({ guide, speech }: Asked): Block => ({
  kind: 'say',
  text: guide.receivedBy
    ? speech.say('place.receivedBy', { desk: asSentence(guide.receivedBy) })
    : speech.say('unknown.place'),
});

function sayPlace(asked: Asked): Block[] {
  const { guide, speech } = asked;
  const blocks: Block[] = [
    ...stayHome(asked),
    sayReceivedBy(asked),
    ...(asked.local ? sayLocalPlace({ guide, speech, ...asked.local }) : []),
  ];
  const ways = [...new Set(guide.filing.map((filing) => wayName(filing, speech)))];
  if (ways.length > 1) blocks.push({ kind: 'say', text: speech.say('place.ways', { ways: ways.join('; ') }) });
  if (guide.collectAt)
    blocks.push({ kind: 'say', text: speech.say('place.collectAt', { desk: asSentence(guide.collectAt) }) });
  else if (isPublished(guide)) blocks.push({ kind: 'note', text: speech.say('place.collectUnknown') });
  if (guide.decidedBy)
    blocks.push({ kind: 'note', text: speech.say('place.decidedBy', { desk: asSentence(guide.decidedBy) }) });
  else if (isPublished(guide)) blocks.push({ kind: 'note', text: speech.say('place.decidedUnknown') });
  return blocks;
}

/** A how-to of our own (`hd.…`) has no published text that could leave something out. */
export const isPublished = ({ code }: Asked['guide']): boolean => !code.startsWith('hd.');

const mostConditions = 6;

function sayConditions({ guide, question, speech, relevance }: Asked): Block[] {
  const all = [...guide.conditions];
  if (all.length === 0) return [{ kind: 'say', text: speech.say('unknown.conditions') }];
  const order = byRelevance(relevance, question, all);
  const shown = order.slice(0, mostConditions).map(({ index }) => asSentence(all[index] ?? ''));
  const more = all.length - shown.length;
  return [
    { kind: 'list', label: speech.say('label.conditions'), items: shown },
    ...(more > 0 ? [moreConditions(speech, more)] : []),
  ];
}

const moreConditions = (speech: Speech, count: number): Block => ({
  kind: 'note',
  text: speech.say('more.conditions', { count }),
  spoken: speech.say('spoken.moreConditions', { count }),
});

function sayLegal({ guide, speech }: Asked): Block[] {
  if (guide.legalBasis.length === 0) return [{ kind: 'say', text: speech.say('unknown.legal') }];
  const items = guide.legalBasis.map((law) => {
    const name =
      law.title && !law.title.includes(law.number) ? `${law.number}: ${law.title}` : (law.title ?? law.number);
    return `${name}${lawDays(law, speech)}`;
  });
  return [{ kind: 'list', label: speech.say('label.legal'), items }];
}

/** From when to when the text holds, where that is known; else nothing is said. */
function lawDays({ inForceFrom, inForceTo }: Guide['legalBasis'][number], speech: Speech): string {
  const [from, to] = [inForceFrom ? plainDay(inForceFrom) : '', inForceTo ? plainDay(inForceTo) : ''];
  if (to) return from ? speech.say('law.between', { from, to }) : speech.say('law.until', { to });
  return from ? speech.say('law.since', { from }) : '';
}

function sayOnline({ guide, speech }: Asked): Block[] {
  const online = guide.filing.some((filing) => filing.via === 'online');
  const key = guide.online ?? (online ? 'offered' : 'null');
  const tips = guide.tips.filter((tip) => /trực tuyến|cổng dịch vụ công|vneid|ứng dụng/iu.test(tip));
  return [
    { kind: 'say', text: speech.say(`online.${key}`) },
    ...tips.slice(0, 2).map((tip) => ({ kind: 'say' as const, text: asSentence(tip) })),
  ];
}

function sayResult({ guide, speech }: Asked): Block[] {
  const items = guide.results.map((result) => asSentence(result.name));
  const collect: Block[] = guide.collectAt
    ? [{ kind: 'say', text: speech.say('place.collectAt', { desk: asSentence(guide.collectAt) }) }]
    : [];
  if (items.length === 0) return [{ kind: 'say', text: speech.say('unknown.result') }, ...collect];
  return [...listOrSay(speech.say('label.result'), items), ...collect];
}

/** The whole in a few lines: for whom, what to bring always, where, how long, how much. */
function sayOverview(asked: Asked): Block[] {
  const { guide, speech } = asked;
  const blocks: Block[] = stayHome(asked);
  if (guide.forWhom) blocks.push({ kind: 'say', text: asSentence(guide.forWhom) });
  blocks.push(sayReceivedBy(asked), ...sayPapers(asked, { short: true }), ...sayTime(asked), ...sayFee(asked));
  if (guide.mistakes[0])
    blocks.push({ kind: 'warning', text: speech.say('mistake', { text: asSentence(guide.mistakes[0]) }) });
  return blocks;
}
