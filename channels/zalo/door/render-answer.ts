/** An answer as the messages that carry it on Zalo. */
import type { Answer, SpeechMaker } from '../../../bot/index.ts';
import { answerText, plain } from './answer-text.ts';
import { choicesOf, numberedOptions } from './choices.ts';
import type { Outgoing } from './outgoing.ts';
import { splitText, zaloTextLimit } from './split-text.ts';

export const mostParts = 5;

export interface RenderOptions {
  readonly speech: ReturnType<SpeechMaker>;
  /** Whether the platform has buttons. */
  readonly withButtons: boolean;
  /** Where the whole can be read when it is too long for a talk; `null` where there is no such page. */
  readonly linkTo: ((answer: Answer) => string) | null;
}

/** At least one message; [] for an answer that says nothing. All of it, or, beyond {@link mostParts}, its beginning and where the rest is. */
export function renderAnswer(answer: Answer, { speech, withButtons, linkTo }: RenderOptions): readonly Outgoing[] {
  if (answer.blocks.length === 0) return [];
  const choices = choicesOf(numberedOptions(answer), { withButtons, speech });
  const whole = withChoices(answerText(answer, speech), choices.text);
  const texts = whole.length <= mostParts ? whole : withChoices(shortened(answer, { speech, linkTo }), choices.text);
  return texts.map((text, index) => {
    const isLast = index === texts.length - 1;
    return { text: plain(text), buttons: isLast ? [...choices.buttons] : [], picture: null };
  });
}

/** The choices stay whole, under the last words, or in a message of their own where there is no room. */
export function withChoices(text: string, choices: string): readonly string[] {
  if (choices === '') return splitText(text);
  const parts = splitText(text);
  const last = parts.at(-1) ?? '';
  const joined = last === '' ? choices : `${last}\n\n${choices}`.normalize('NFC');
  return joined.length <= zaloTextLimit ? [...parts.slice(0, -1), joined] : [...parts, ...splitText(choices)];
}

function shortened(answer: Answer, { speech, linkTo }: Pick<RenderOptions, 'speech' | 'linkTo'>): string {
  const beginning = splitText(answerText(answer, speech)).slice(0, mostParts - 2);
  const address = linkTo?.(answer) ?? answer.sources.find(({ url }) => url !== null)?.url ?? null;
  const rest = address === null ? speech.say('zalo.restAtDesk') : speech.say('zalo.restThere', { address });
  return [...beginning, rest].join('\n\n');
}
