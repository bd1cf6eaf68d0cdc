/** Whatever was said to a citizen, by the bot or by an officer, as the messages that carry it on Zalo. */
import {
  answerOfContent,
  localeOfContent,
  type OfficerSaid,
  officerOfContent,
  type SpeechMaker,
  type StoredUtterance,
} from '../../../bot/index.ts';
import { type Choices, choicesOf } from './choices.ts';
import { type Outgoing, plainMessage } from './outgoing.ts';
import { type RenderOptions, renderAnswer, withChoices } from './render-answer.ts';
import { splitText } from './split-text.ts';

export interface UtteranceOptions extends Omit<RenderOptions, 'speech'> {
  readonly speak: SpeechMaker;
}

/** The words around an answer are in its language. [] for what says nothing, such as the citizen's own words. */
export function renderUtterance(said: StoredUtterance, options: UtteranceOptions): readonly Outgoing[] {
  const officer = officerOfContent(said.content);
  if (officer) return renderOfficer(officer, { speech: options.speak('vi', null), withButtons: options.withButtons });
  if (said.speaker === 'citizen') return [];
  const answer = answerOfContent(said);
  const speech = options.speak(localeOfContent(said), null);
  const messages = answer ? renderAnswer(answer, { ...options, speech }) : [];
  const qr = qrIn(said.content);
  return qr === null
    ? messages
    : messages.map((message, index) => (index === 0 ? { ...message, picture: { qr } } : message));
}

const qrIn = (kept: unknown): string | null => (kept as { readonly qr?: string } | null)?.qr ?? null;

/** An answer that he let go out has its chips under it, as the bot's own has. */
function withChips(text: string, { text: lines, buttons }: Choices): readonly Outgoing[] {
  const parts = withChoices(text, lines);
  return parts.map((part, index) => ({
    ...plainMessage(part),
    buttons: index === parts.length - 1 ? [...buttons] : [],
  }));
}

/** His name stands before his words: the citizen hears that a person speaks now. */
function renderOfficer(
  { text, officer, pictures, notice, options }: OfficerSaid,
  { speech, withButtons }: Pick<RenderOptions, 'speech' | 'withButtons'>,
): readonly Outgoing[] {
  if (notice !== null) return withChips(text, choicesOf(options, { withButtons, speech }));
  const words = text.trim() === '' ? [] : splitText(speech.say('zalo.officer', { name: officer.name, text }));
  const shown = pictures.map(({ url }, index) => ({
    ...plainMessage(words.length === 0 && index === 0 ? speech.say('zalo.officerPicture', { name: officer.name }) : ''),
    picture: { id: url.split('/').at(-1) ?? url },
  }));
  return [...words.map(plainMessage), ...shown];
}
