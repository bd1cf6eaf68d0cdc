/** Says what a notice says: its title and days, its own words, who answers for it. */
import type { WardDocument } from '../../knowledge/index.ts';
import type { Answer, Source } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import { plainDay } from '../say/money-and-time.ts';
import type { Speech } from '../texts/speech.ts';

export function sayQuote(document: WardDocument, quotes: readonly string[], speech: Speech): Answer {
  const { title, desk } = document;
  return makeAnswer(
    'answered',
    [
      { kind: 'say', text: speech.say('documents.lead', { title, days: daysOf(document, speech) }) },
      { kind: 'list', label: null, items: quotes.map((quote) => `“${quote}”`) },
      { kind: 'note', text: speech.say('documents.whose', { desk }) },
    ],
    { sources: [sourceOfDocument(document, speech)] },
  );
}

export const daysOf = ({ from, to }: WardDocument, speech: Speech): string =>
  to === null
    ? speech.say('documents.from', { from: plainDay(from) })
    : speech.say('documents.fromTo', { from: plainDay(from), to: plainDay(to) });

/** A document has no code; its title and days are its source. */
export const sourceOfDocument = (document: WardDocument, speech: Speech): Source => ({
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
