/** Which ward, commune or province an old place is now; what a new one was made of; where its office is. */
import type { Answer } from '../answer.ts';
import { makeAnswer, sayOnly } from '../make-answer.ts';
import type { FoundPlaces } from '../places/find-place.ts';
import type { PlaceTalk } from '../places/place-names.ts';
import { type PlaceQuestion, placeQuestionIn } from '../places/place-question.ts';
import { placeReplyIn } from '../places/place-reply.ts';
import { answerPlace, inForceDay } from '../places/say-place.ts';
import type { Step, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { wordingOf } from '../understand/wording.ts';

export const answerPlaceQuestions = ({ places }: Pick<Tools, 'places'>): Step => ({
  name: 'answer-place-questions',
  run(turn) {
    const wording = wordingOf(turn.text);
    const talk = { speech: turn.speech, at: turn.message.at };
    const reply = placeReplyIn(turn.text, wording, turn.memory, places);
    if (reply) return { answer: answerPlace(reply.found, reply.question, talk) };
    const question = placeQuestionIn(wording);
    if (question === null) return { next: turn };
    const found = places.find(turn.text, question.wish);
    const certain = found.filter(({ sure }) => sure || question.plain);
    if (certain.length > 0) return { answer: together(certain, question, talk) };
    return asksWithoutName(question, turn) ? { answer: askForName(turn) } : { next: turn };
  },
});

/** Several places asked at once are told one after the other; a question back about one of them waits for the rest. */
function together(found: readonly FoundPlaces[], question: PlaceQuestion, talk: PlaceTalk): Answer {
  const answers = found.map((one) => answerPlace(one, question, talk));
  const [first] = answers;
  if (answers.length === 1 && first) return first;
  const told = answers.filter(({ status }) => status === 'place');
  const parts = told.length === answers.length ? told : answers;
  return makeAnswer(
    told.length === answers.length ? 'place' : 'clarify',
    parts.flatMap(({ blocks }) => blocks),
    {
      options: parts.flatMap(({ options }) => options),
      sources: parts.flatMap(({ sources }) => sources),
      places: parts.flatMap((part) => part.places ?? []).slice(0, 60),
    },
  );
}

/** "xã em giờ là xã nào?": only words about one's own ward, and no office or paper, make it a question about a place. */
const ownWard =
  /\b(xa|phuong|quan|huyen|thi tran|thi xa|nha|que|cho|noi)( \w+){0,2} (em|toi|tui|minh|chau|con|bac|nha (em|toi|tui|minh)|cu|o)\b|\b(xa|phuong|thi tran|huyen|quan) (?!nao|gi|mo)\w+/;

const asksWithoutName = ({ plain, about }: PlaceQuestion, { text }: Turn): boolean =>
  plain && about === 'now' && ownWard.test(wordingOf(text).folded);

const askForName = (turn: Turn): Answer => sayOnly(turn, 'clarify', 'placeAnswer.askName', { from: inForceDay });
