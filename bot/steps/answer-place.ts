/** Which ward, commune or province an old place is now; what a new one was made of; where its office is. */
import type { Answer } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import type { FoundPlaces } from '../places/find-place.ts';
import type { PlaceTalk } from '../places/place-names.ts';
import { type PlaceQuestion, placeQuestionIn } from '../places/place-question.ts';
import { placeReplyIn } from '../places/place-reply.ts';
import { answerPlace, placeAsked, unknownPlace } from '../places/say-place.ts';
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
    const answer = asksForName(question, turn);
    return answer ? { answer } : { next: turn };
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

/** "xã em giờ là xã nào?": words about one's own ward, and none of an office or a paper. */
const ownWard =
  /\b(xa|phuong|quan|huyen|thi tran|thi xa|nha|que|cho|noi)( \w+){0,2} (em|toi|tui|minh|chau|con|bac|cu|o)\b/;
const namedWard =
  /\b(xa|phuong|thi tran|huyen|quan|thi xa)(?! (nao|gi|mo|dau|chi|cu|moi|minh|em|toi|tui|nay|do|roi)\b) \w+/;
const office = /\b(thu tuc|ho so|nop|giay to|giay|lam)\b/;

/** A place is asked about and none is known: its name is asked for, unless the question is really about an office. */
function asksForName({ plain, about }: PlaceQuestion, { text, speech }: Turn): Answer | null {
  const { folded } = wordingOf(text);
  if (!plain || about !== 'now' || office.test(folded)) return null;
  if (namedWard.test(folded)) return unknownPlace({ speech });
  if (!ownWard.test(folded)) return null;
  return makeAnswer('clarify', [{ kind: 'say', text: speech.say('placeAnswer.askName') }], { places: [placeAsked] });
}
