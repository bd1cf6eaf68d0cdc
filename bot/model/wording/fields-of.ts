/** The facts of a guide as tokens: what a model may point to when it words an answer. */
import type { Facet, Guide, Paper } from '../../../knowledge/index.ts';
import { stringsOf } from '../../check/known-facts.ts';
import { type Asked, feeLines, timeLines } from '../../say/guide-facets.ts';
import { lowerFirst } from '../../say/money-and-time.ts';
import { paperText } from '../../say/papers.ts';
import type { Speech } from '../../texts/speech.ts';
import type { Field, Fields } from '../check/wording.ts';

/** A guide that is answered, what of it was asked, and for which commune. */
export type AskedGuide = Asked & { readonly facets: readonly Facet[] };

/** A longer fact is read in the list beneath, not in a sentence. */
const longestText = 320;
const mostOfAKind = 8;

const inSentence = (text: string) => lowerFirst(text.trim()).replace(/[.;:,\s]+$/u, '');

type Kind =
  | 'title'
  | 'paper'
  | 'fee'
  | 'time'
  | 'place'
  | 'step'
  | 'condition'
  | 'law'
  | 'online'
  | 'result'
  | 'source';

export function fieldsOf(asked: readonly AskedGuide[], speech: Speech): Fields {
  const counts = new Map<Kind, number>();
  const fields = asked.flatMap((one) =>
    kindsOf(one.facets).flatMap((kind): Field[] =>
      textsOf(kind, one)
        .filter((text) => text !== '' && text.length <= longestText)
        .slice(0, mostOfAKind)
        .map((text) => {
          const count = (counts.get(kind) ?? 0) + 1;
          counts.set(kind, count);
          return { token: `${kind}.${count}`, code: one.guide.code, text };
        }),
    ),
  );
  const guides = asked.map(({ guide }) => guide);
  return {
    fields,
    sentences: guides.flatMap((guide) => stringsOf({ ...guide, ways: [] })),
    titles: guides.flatMap(({ plainTitle, title }) => [title, plainTitle]),
    language: speech.locale,
    allFree: guides.every(({ filing }) => filing.length > 0 && filing.every(({ fee }) => fee.kind === 'free')),
    address: wordsOfAddress(speech),
  };
}

const ofFacet: Readonly<Record<Facet, readonly Kind[]>> = {
  documents: ['paper'],
  fee: ['fee'],
  time: ['time'],
  place: ['place'],
  steps: ['step'],
  conditions: ['condition'],
  legal: ['law'],
  online: ['online'],
  result: ['result'],
  overview: ['paper', 'place', 'time', 'fee'],
};

const kindsOf = (facets: readonly Facet[]): Kind[] => {
  const asked = facets.length > 0 ? facets : (['overview'] as const);
  return [...new Set<Kind>(['title', ...asked.flatMap((facet) => ofFacet[facet]), 'source'])];
};

function textsOf(kind: Kind, asked: AskedGuide): string[] {
  const { guide, speech } = asked;
  switch (kind) {
    case 'title':
      return [inSentence(guide.plainTitle)];
    case 'paper':
      return papersOf(asked);
    case 'fee':
      return [together(feeLines(asked))];
    case 'time':
      return [together(timeLines(asked))];
    case 'place':
      return guide.receivedBy ? [guide.receivedBy.trim().replace(/[.;:,\s]+$/u, '')] : [];
    case 'step':
      return guide.steps.map(inSentence);
    case 'condition':
      return guide.conditions.map(inSentence);
    case 'law':
      return guide.legalBasis.map(({ number, title }) =>
        title && !title.includes(number) ? `${number} (${title})` : (title ?? number),
      );
    case 'online':
      return [inSentence(speech.say(`online.${onlineOf(guide)}`))];
    case 'result':
      return guide.results.map(({ name }) => inSentence(name));
    case 'source':
      return [sourceText(guide, speech)];
  }
}

const sourceText = ({ source: { edition, decision } }: Guide, speech: Speech): string =>
  `${edition}${decision ? speech.say('source-decision', { decision }) : ''}`;

/** All rows in one token: a sentence cannot pick the fee of one case for all. */
const together = (lines: readonly string[]): string => lines.map((line) => inSentence(line)).join('; ');

/** What everybody needs, then what each way of filing needs, then the cases nearest to the question; a paper of one case says so wherever it is named. */
function papersOf({ guide, question, relevance, speech }: Asked): string[] {
  const papers = guide.papers ?? [];
  const score = ({ when, name, note }: Paper) => relevance.score(question, `${when ?? ''} ${name} ${note ?? ''}`);
  const sometimes = papers
    .filter(({ when }) => when !== null)
    .toSorted((a, b) => ofFiling(b) - ofFiling(a) || score(b) - score(a));
  return [...papers.filter(({ when }) => when === null), ...sometimes].map((paper) => {
    const name = inSentence(paperText(paper, speech, true));
    return paper.when === null ? name : `${name} (${inSentence(paper.when)})`.replace(') (', ', ');
  });
}

/** A mother of a newborn need not hear first what a foundling needs. */
const ofFiling = ({ when }: Paper): number => Number(/^(?:khi )?(?:nộp|làm thủ tục|gửi)/iu.test(when ?? ''));

const onlineOf = (guide: Guide): string =>
  guide.online ?? (guide.filing.some(({ via }) => via === 'online') ? 'offered' : 'null');

/** From the texts themselves, which know how this citizen is addressed. */
export const wordsOfAddress = (speech: Speech): Fields['address'] => {
  const [you = '', You = '', me = '', Me = ''] = speech.say('model.address').split('|');
  return { you, You, me, Me };
};
