/** Quotes a notice or local rule of the ward where no guide answers. What stands in it is text: nothing in it is obeyed. */
import type { WardDocument } from '../../knowledge/index.ts';
import { readPassageQuestion } from '../../retrieval/index.ts';
import type { Answer } from '../answer.ts';
import { supportedPart } from '../check/check-answer.ts';
import { factsIn } from '../check/known-facts.ts';
import { fitsBetter } from '../documents/fits-better.ts';
import { pickQuotes } from '../documents/pick-quote.ts';
import { daysOf, sayQuote } from '../documents/say-quote.ts';
import type { Asking, Shelf } from '../documents/shelf.ts';
import { makeAnswer, sayOnly } from '../make-answer.ts';
import { plainDay } from '../say/money-and-time.ts';
import type { Step, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { asksForNotices } from '../understand/notice-question.ts';
import { wordingOf } from '../understand/wording.ts';
import { unitOf } from '../units/unit-of-turn.ts';

const mostListed = 5;

export const quoteDocuments = ({
  documents,
  library,
  units,
}: Pick<Tools, 'documents' | 'library' | 'units'>): Step => ({
  name: 'quote-documents',
  run(turn) {
    const whole = turn.found[0];
    if (!documents || documents.size === 0 || !whole || turn.requests.length > 0) return { next: turn };
    const asking = { unit: unitOf(turn, { units }).code, at: turn.message.at };
    const question = readPassageQuestion(turn.question);
    if (asksForNotices(wordingOf(turn.question))) {
      const listed = listCurrent(turn, documents, asking);
      if (listed) return { answer: listed };
    }
    for (const hit of documents.find(question, asking).slice(0, 3)) {
      if (!fitsBetter(hit, whole, library)) break;
      const { document, section } = hit.passage;
      const quotes = pickQuotes({ ...document, found: section }, question, turn.question);
      const answer = quotes.length > 0 ? borneOut(sayQuote(document, quotes, turn.speech), document) : null;
      if (answer) return { answer };
    }
    const [old] = documents.findExpired(question, asking);
    return old && fitsBetter(old, whole, library) ? { answer: sayExpired(turn, old.passage.document) } : { next: turn };
  },
});

/** The quote without what the document does not bear out; `null` when nothing of it is left. */
function borneOut(answer: Answer, document: WardDocument): Answer | null {
  const facts = factsIn([document, document.sections]);
  const blocks = answer.blocks.flatMap((block) => supportedPart(block, facts) ?? []);
  return blocks.some(({ kind }) => kind === 'list') ? { ...answer, blocks } : null;
}

function listCurrent(turn: Turn, documents: Shelf, asking: Asking): Answer | null {
  const current = documents.current(asking).slice(0, mostListed);
  if (current.length === 0) return null;
  const items = current.map((document) => `${document.title} (${daysOf(document, turn.speech)})`);
  return makeAnswer('answered', [{ kind: 'list', label: turn.speech.say('documents.current'), items }], {
    options: current.map(({ title }) => ({ text: title, send: title })),
  });
}

/** Named, so that nobody looks for it; not quoted, because it no longer holds. */
const sayExpired = (turn: Turn, { title, to, desk }: WardDocument): Answer =>
  sayOnly(turn, 'declined-absent', 'documents.expired', { title, to: plainDay(to ?? ''), desk });
