/** What the bot tells the citizen when a hand-off changes hands. Each is said in the moment in which the bot may speak again. */
import type { Answer, Option } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import type { Speech } from '../texts/speech.ts';

/** One to five, best first: the chips that ask for a rating. */
export const starsOf = ({ say }: Speech): Option[] =>
  [5, 4, 3, 2, 1].map((stars) => ({
    text: say('handover.stars.text', { stars }),
    send: say('handover.stars.send', { stars }),
  }));

const said = (text: string, rest: Partial<Answer> = {}): Answer =>
  makeAnswer('handed-off', [{ kind: 'say', text }], rest);

export const sayReturned = (speech: Speech, name: string): Answer =>
  makeAnswer(
    'handed-off',
    [
      { kind: 'say', text: speech.say('handover.returned', { name }) },
      { kind: 'note', text: speech.say('handover.rate') },
    ],
    { options: starsOf(speech), asks: 'rating' },
  );

export const sayFinished = (speech: Speech, name: string): Answer =>
  makeAnswer(
    'handed-off',
    [
      { kind: 'say', text: speech.say('handover.finished', { name }) },
      { kind: 'say', text: speech.say('handover.rate') },
    ],
    { options: starsOf(speech), asks: 'rating' },
  );

/** @param commune its name, when the talk goes to another one. */
export const sayPassed = (speech: Speech, commune: string | null = null): Answer =>
  said(commune === null ? speech.say('handover.passed') : speech.say('handover.moved', { commune }));

export const sayLost = (speech: Speech): Answer => said(speech.say('handover.lost'));
/** @param leaders whether those who lead the commune are called now. */
export const sayEscalated = (speech: Speech, leaders: boolean): Answer =>
  said(speech.say(leaders ? 'handover.toLeaders' : 'handover.toOthers'));
export const sayLeft = (speech: Speech): Answer => said(speech.say('handover.left'));
