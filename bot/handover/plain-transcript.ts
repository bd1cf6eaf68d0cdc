/** A handed-over talk as plain text, to print or to file: identity numbers masked, officers' words as well. */
import { textOf } from '../answer.ts';
import type { Speech } from '../texts/speech.ts';
import { maskForLog } from '../understand/mask-identity.ts';
import type { Entry, HandOff } from './hand-off.ts';

const zone = 'Asia/Ho_Chi_Minh';
const stamp = new Intl.DateTimeFormat('vi', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });

export function plainTranscript(handOff: HandOff, entries: readonly Entry[], { say }: Speech): string {
  const who = (entry: Entry) =>
    entry.speaker === 'officer'
      ? say('transcript.officer', { name: entry.by ?? '' })
      : say(entry.speaker === 'bot' ? 'transcript.bot' : 'transcript.citizen');
  const lines = entries.map(
    (entry) =>
      `[${stamp.format(entry.at)}] ${who(entry)}: ${maskForLog(entry.answer ? textOf(entry.answer) : entry.text)}`,
  );
  const head = say('transcript.head', { code: handOff.code, at: stamp.format(handOff.askedAt) });
  return [head, handOff.summary.text, '', ...lines, ''].join('\n');
}
