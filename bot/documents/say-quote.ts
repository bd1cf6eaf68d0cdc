/** Says what a notice says: its title and days, its own words, who answers for it. */
import { hiddenNumber, type WardDocument } from '../../knowledge/index.ts';
import type { Answer, Option, Source } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import { plainDay } from '../say/money-and-time.ts';
import type { Speech } from '../texts/speech.ts';
import type { Quote } from './pick-quote.ts';

const mostChips = 3;

export function sayQuote(document: WardDocument, quotes: readonly Quote[], speech: Speech): Answer {
  const { title, desk } = document;
  return makeAnswer(
    'answered',
    [
      { kind: 'say', text: speech.say('documents.lead', { title, days: daysOf(document, speech) }) },
      ...quotes.map(({ heading, sentences }) => ({
        kind: 'list' as const,
        label: heading,
        items: sentences.map((sentence) => `“${sentence}”`),
      })),
      { kind: 'note', text: speech.say('documents.whose', { desk }) },
    ],
    { options: otherParts(document, quotes), sources: [sourceOfDocument(document, speech)] },
  );
}

/** The other parts of the same document; what a chip sends names the document, so that it means the same by itself. */
function otherParts({ title, sections }: WardDocument, quotes: readonly Quote[]): Option[] {
  const said = new Set(quotes.map(({ heading }) => heading));
  const headings = [...new Set(sections.map(({ heading }) => heading))].filter((one) => one !== null && !said.has(one));
  return headings
    .filter((heading) => heading !== null && !heading.includes(hiddenNumber))
    .slice(0, mostChips)
    .map((heading) => ({ text: `${heading}`, send: `${heading} – ${title}` }));
}

export const daysOf = ({ from, to }: WardDocument, speech: Speech): string =>
  to === null
    ? speech.say('documents.from', { from: plainDay(from) })
    : speech.say('documents.fromTo', { from: plainDay(from), to: plainDay(to) });

/** A document has no code; its title and days are its source. */
const sourceOfDocument = (document: WardDocument, speech: Speech): Source => ({
  code: null,
  section: 'overview',
  title: document.title,
  url: null,
  decision: null,
  edition: speech.say('documents.edition', { desk: document.desk }),
  validFrom: document.from,
  checkedOn: approvedOn(document),
});

/** The day on which an editor last approved it; that of adding where none has. */
const approvedOn = ({ approvals, addedAt }: WardDocument): string =>
  (
    approvals
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? addedAt
  ).slice(0, 10);
