/** Whatever was said to a citizen, by the bot or by an officer, as the messages that carry it on Zalo. */
import { answerOfContent, type OfficerSaid, officerOfContent, type StoredUtterance } from '../../../bot/index.ts';
import { type Outgoing, plainMessage } from './outgoing.ts';
import { type RenderOptions, renderAnswer } from './render-answer.ts';
import { splitText } from './split-text.ts';

/** [] for what says nothing, such as the citizen's own words. */
export function renderUtterance(said: StoredUtterance, options: RenderOptions): readonly Outgoing[] {
  const officer = officerOfContent(said.content);
  if (officer) return renderOfficer(officer, options);
  if (said.speaker === 'citizen') return [];
  const answer = answerOfContent(said);
  const messages = answer ? renderAnswer(answer, options) : [];
  const qr = qrIn(said.content);
  return qr === null
    ? messages
    : messages.map((message, index) => (index === 0 ? { ...message, picture: { qr } } : message));
}

const qrIn = (kept: unknown): string | null => (kept as { readonly qr?: string } | null)?.qr ?? null;

/** His name stands before his words: the citizen hears that a person speaks now. */
function renderOfficer(
  { text, officer, pictures, notice }: OfficerSaid,
  { speech }: Pick<RenderOptions, 'speech'>,
): readonly Outgoing[] {
  if (notice !== null) return splitText(text).map(plainMessage);
  const words = text.trim() === '' ? [] : splitText(speech.say('zalo.officer', { name: officer.name, text }));
  const shown = pictures.map(({ url }, index) => ({
    ...plainMessage(words.length === 0 && index === 0 ? speech.say('zalo.officerPicture', { name: officer.name }) : ''),
    picture: { id: url.split('/').at(-1) ?? url },
  }));
  return [...words.map(plainMessage), ...shown];
}
