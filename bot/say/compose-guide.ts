/** The answer about one guide: what was asked first, then what else in it speaks of the question, then its origin. */
import type { Calendar, Facet, Guide } from '../../knowledge/index.ts';
import { type Block, textOf } from '../answer.ts';
import type { Speech } from '../texts/speech.ts';
import type { Unit } from '../units/unit-directory.ts';
import { type Asked, sayFacet } from './guide-facets.ts';
import { asSentence, lowerFirst } from './money-and-time.ts';
import { sayOnBehalf } from './on-behalf.ts';
import { byRelevance, type Relevance } from './relevance.ts';
import { sayOrigin } from './source-note.ts';

const mostFacets = 3;
const mostAlso = 2;
/** A sentence is shown beside the asked facet from this score on. */
const alsoFrom = 0.3;

export interface GuideQuestion {
  readonly guide: Guide;
  readonly question: string;
  readonly facets: readonly Facet[];
  readonly speech: Speech;
  readonly relevance: Relevance;
  readonly at: Date;
  /** The commune it is answered for; without one nothing local is said. */
  readonly unit?: Unit;
  readonly unclear?: string | null;
  readonly calendar: Calendar;
}

export function composeGuide({ guide, question, facets, speech, relevance, at, ...where }: GuideQuestion): Block[] {
  const local = where.unit ? { unit: where.unit, unclear: where.unclear ?? null, calendar: where.calendar, at } : null;
  const asked: Asked = { guide, question, speech, relevance, local };
  const wanted = facets.length > 0 ? facets.slice(0, mostFacets) : (['overview'] as const);
  const blocks: Block[] = [
    { kind: 'title', text: guide.plainTitle },
    ...sayOnBehalf(asked),
    ...wanted.flatMap((facet) => sayFacet(facet, asked)),
  ];
  return [
    ...blocks,
    ...sayAlso(asked, blocks),
    ...sayCorrections(guide, wanted, speech),
    ...sayOrigin(guide, speech, at),
  ];
}

/** Sentences of other facets that speak of what was asked ("nếu xin thêm bản sao" beside the fee). */
function sayAlso(asked: Asked, said: readonly Block[]): Block[] {
  const { question, relevance, speech } = asked;
  const already = textOf({ blocks: said }).toLowerCase();
  const sentences = sayableAlone(asked).filter((text) => !already.includes(bare(text)));
  const items = byRelevance(relevance, question, sentences)
    .filter(({ score }) => score >= alsoFrom)
    .slice(0, mostAlso)
    .map(({ index }) => sentences[index] ?? '');
  return items.length > 0 ? [{ kind: 'list', label: speech.say('label.also'), items, role: 'beside' }] : [];
}

/** What of a guide can stand by itself: a mistake is named as one, a note says which paper it is about. */
function sayableAlone({ guide, speech }: Asked): string[] {
  const all = [
    ...guide.conditions.map(asSentence),
    ...guide.tips.map(asSentence),
    ...guide.mistakes.map((text) => speech.say('mistake', { text: asSentence(text) })),
    ...guide.steps.map(asSentence),
    ...(guide.papers ?? []).flatMap((paper) =>
      paper.note ? [asSentence(`${paper.name}: ${lowerFirst(paper.note)}`)] : [],
    ),
    ...guide.filing
      .flatMap(({ fee, time }) => [fee.note, time?.text])
      .flatMap((text) => (text ? [asSentence(text)] : [])),
  ];
  return [...new Set(all)];
}

const bare = (text: string) => text.toLowerCase().replace(/[.;:]+$/, '');

const fieldOf: Readonly<Record<string, Facet>> = {
  filing: 'fee',
  papers: 'documents',
  steps: 'steps',
  legalBasis: 'legal',
  receivedBy: 'place',
  conditions: 'conditions',
  results: 'result',
};

/** Where the record itself is doubtful about what was asked, the answer says so. */
function sayCorrections(guide: Guide, wanted: readonly Facet[], speech: Speech): Block[] {
  return guide.corrections
    .filter((row) => row.doubtful && wanted.includes(facetOfPath(row.path)))
    .slice(0, 1)
    .map((row) => ({ kind: 'warning', text: speech.say('corrected', { because: asSentence(row.because) }) }));
}

const facetOfPath = (path: string): Facet =>
  path.includes('.time') ? 'time' : (fieldOf[path.split('.')[0] ?? ''] ?? 'overview');
