/** What a model may read of the open talk: the last things said, masked, cut, and nothing of anybody's case. */
import { textOf } from '../answer.ts';
import type { Entry } from '../handover/hand-off.ts';
import type { Talk } from '../handover/officer-desk.ts';
import { tellsOfCase } from '../handover/seen-entry.ts';
import type { Speech } from '../texts/speech.ts';
import { maskForLog } from '../understand/mask-identity.ts';

const mostEntries = 12;
const longestEntry = 300;

/** Where cases were shown to the officer, his own words may tell of them: they stay here too. */
export function talkForModel({ handOff, entries, citizenName }: Talk, { say }: Speech): string {
  const cases = handOff.personalDataAgreed === true;
  const lines = entries.slice(-mostEntries).map((entry) => {
    const who =
      entry.speaker === 'officer'
        ? say('transcript.officer', { name: '' }).trim()
        : say(entry.speaker === 'bot' ? 'transcript.bot' : 'transcript.citizen');
    return `${who}: ${mayBeRead(entry, cases) ? wordsOf(entry, citizenName) : say('copilot.notTheirCase')}`;
  });
  return lines.join('\n');
}

const mayBeRead = ({ speaker, answer }: Entry, cases: boolean): boolean =>
  speaker === 'officer' ? !cases : answer === null || !tellsOfCase(answer);

const wordsOf = ({ answer, text }: Entry, name: string | null): string => {
  const words = maskForLog(answer ? textOf(answer) : text).replace(/\s+/g, ' ');
  return (name ? words.replaceAll(name, '[tên người dân]') : words).slice(0, longestEntry);
};
