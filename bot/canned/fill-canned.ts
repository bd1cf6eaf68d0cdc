/** Canned replies with the fields of one procedure filled in, as its record and the commune's files have them. */
import { type Canned, type CannedField, type Facet, fieldsIn, fillFields } from '../../knowledge/index.ts';
import { type Block, textOf } from '../answer.ts';
import { hoursText, inSeason } from '../desk.ts';
import { type Entry, factsOf } from '../library.ts';
import { sayFacet } from '../say/guide-facets.ts';
import { asSentence, lowerFirst } from '../say/money-and-time.ts';
import { checkOf } from '../say/official/compose-official.ts';
import type { OfficialView } from '../say/official/official-view.ts';
import { sayOrigin } from '../say/source-note.ts';
import type { Tools } from '../tools.ts';

export interface CannedQuestion extends OfficialView {
  /** `null`: no procedure is spoken of; replies that need one are left out. */
  readonly entry: Entry | null;
  /** Name of the officer, as citizens hear it. */
  readonly officer: string;
}

export interface FilledReply {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const facetOf = { papers: 'documents', fee: 'fee', time: 'time', place: 'place' } as const;

const ofRecord = new Set<CannedField>(['title', 'papers', 'fee', 'time', 'place', 'source']);

export function fillCanned(
  replies: readonly Canned[],
  question: CannedQuestion,
  tools: Pick<Tools, 'relevance' | 'calendar'>,
): FilledReply[] {
  const { entry } = question;
  const filled = new Map<CannedField, string>();
  const textFor = (name: CannedField): string => {
    const known = filled.get(name);
    if (known !== undefined) return known;
    const text = entry && ofRecord.has(name) ? sayField(name, entry, question, tools) : sayOwn(name, question);
    filled.set(name, text);
    return text;
  };
  return replies.flatMap(({ id, title, text }) => {
    const names = fieldsIn(text);
    if (!entry && names.some((name) => ofRecord.has(name))) return [];
    return [{ id, title, text: fillFields(text, Object.fromEntries(names.map((name) => [name, textFor(name)]))) }];
  });
}

/** What belongs to the officer and the desk. */
function sayOwn(name: CannedField, { officer, unit: { desk }, speech, at }: CannedQuestion): string {
  if (name === 'officer') return officer;
  const hours = desk ? hoursText(inSeason(desk, at)) : '';
  return desk && hours !== ''
    ? speech.say('canned.hours', { name: lowerFirst(desk.name), hours })
    : speech.say('canned.hoursUnknown');
}

type Filler = Pick<Tools, 'relevance' | 'calendar'>;

function sayField(name: CannedField, entry: Entry, question: CannedQuestion, tools: Filler): string {
  const { speech, at } = question;
  const facts = factsOf(entry);
  if (name === 'title') return `“${facts.plainTitle}”`;
  const blocks = name === 'source' ? sayOrigin(facts, speech, at) : sayPart(name, entry, question, tools);
  const { block } = checkOf(entry, question, tools.calendar);
  const borneOut = blocks.flatMap((one) => block(one) ?? []);
  return borneOut.length > 0 ? textOf({ blocks: borneOut }) : speech.say('canned.unknown');
}

function sayPart(name: CannedField, entry: Entry, question: CannedQuestion, tools: Filler): Block[] {
  const { speech, unit, at } = question;
  const facet: Facet = facetOf[name as keyof typeof facetOf];
  if (entry.kind === 'card')
    return facet === 'place'
      ? [{ kind: 'say', text: asSentence(entry.card.whereToGo) }]
      : [{ kind: 'say', text: speech.say('card.unknownFields', { facet: speech.say(`card.thing.${facet}`) }) }];
  const local = { unit, unclear: null, calendar: tools.calendar, at };
  return sayFacet(facet, { guide: entry.guide, question: '', speech, relevance: tools.relevance, local });
}
