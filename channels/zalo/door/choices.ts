/** What a citizen may pick: real buttons where the platform has them, numbers to type for the rest. */
import type { Answer, Option, SpeechMaker } from '../../../bot/index.ts';
import type { Choice } from './outgoing.ts';

export const mostButtons = 5;
const mostTitle = 100;
const mostSay = 1000;

/** Stands before what a tap says: Zalo's own form for commands. */
export const tapMark = '#';

export interface Choices {
  readonly buttons: readonly Choice[];
  /** Lines that tell which number to type; '' when there is nothing to add. */
  readonly text: string;
}

interface ChoiceOptions {
  readonly withButtons: boolean;
  readonly speech: ReturnType<SpeechMaker>;
}

/** In the order in which they are numbered: stars upwards, so that "5" means five of them. */
export const numberedOptions = ({ options, asks }: Pick<Answer, 'options' | 'asks'>): readonly Option[] =>
  asks === 'rating' ? options.toReversed() : options;

/** An option keeps its number whether it is shown as a button or not: both "2" and a tap mean the second. */
export function choicesOf(options: readonly Option[], { withButtons, speech }: ChoiceOptions): Choices {
  const numbered = options.map((option, index) => ({ option, number: index + 1, button: buttonOf(option) }));
  const pressed = withButtons ? numbered.filter(({ button }) => button !== null).slice(0, mostButtons) : [];
  const rest = numbered.filter((one) => !pressed.includes(one));
  const lines = rest.map(({ option, number }) => lineOf(option, number, speech));
  const typed = rest.filter(({ option }) => !isAddress(option.send) && !isPhone(option.send));
  const lead = typed.length > 0 ? [speech.say(pressed.length > 0 ? 'zalo.orNumber' : 'zalo.byNumber')] : [];
  return { buttons: pressed.flatMap(({ button }) => button ?? []), text: [...lead, ...lines].join('\n') };
}

const isPhone = (send: string) => send.startsWith('tel:');
const isAddress = (send: string) => /^https?:/.test(send);

function lineOf({ text, send }: Option, number: number, speech: ChoiceOptions['speech']): string {
  if (isPhone(send)) return speech.say('zalo.call', { number: send.slice(4) });
  return isAddress(send) ? `${text}: ${send}` : `${number}. ${text}`;
}

/** `null` for what fits no button, so that nothing of it is cut; a number of three digits is called from the text. */
function buttonOf({ text: title, send }: Option): Choice | null {
  if (title.length > mostTitle) return null;
  if (isPhone(send)) {
    const digits = send.slice(4).replace(/\D/g, '');
    return digits.length < 9 ? null : { title, phone: digits.replace(/^0/, '84') };
  }
  if (isAddress(send)) return { title, url: send };
  return send.length < mostSay ? { title, say: `${tapMark}${send}` } : null;
}
