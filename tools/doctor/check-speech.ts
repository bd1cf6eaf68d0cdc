/** Whether something hears and speaks where something needs it. */
import type { Finding } from './finding.ts';

export interface SpeechFacts {
  readonly hears: boolean;
  readonly speaksBy: 'server' | 'espeak-ng' | null;
  /** Voice messages may come. */
  readonly zalo: boolean;
  /** jambonz may use our voice and our ear. */
  readonly bridge: boolean;
}

const how = 'See docs/how-to/give-it-a-voice.md.';

export function checkSpeech({ hears, speaksBy, zalo, bridge }: SpeechFacts): readonly Finding[] {
  const findings: Finding[] = [];
  if (bridge && (!hears || speaksBy === null))
    findings.push({
      stops: false,
      what: `HOTLINE_SPEECH_KEY is set, and nothing ${hears ? 'speaks' : 'hears'} here.`,
      why: 'jambonz asks this program for speech and is refused: callers hear silence.',
      how: `Set ${hears ? 'TEXT_TO_SPEECH_URL, or install espeak-ng' : 'SPEECH_TO_TEXT_URL'}. ${how}`,
    });
  if (bridge && speaksBy === 'espeak-ng')
    findings.push({
      stops: false,
      what: 'Callers hear espeak-ng.',
      why: 'It is understood, and sounds like a robot: the old may hang up.',
      how: `Set TEXT_TO_SPEECH_URL. ${how}`,
    });
  if (zalo && !hears)
    findings.push({
      stops: false,
      what: 'Zalo is on, and nothing hears voice messages.',
      why: 'Citizens who send one are asked to write.',
      how: `Set SPEECH_TO_TEXT_URL. ${how}`,
    });
  return findings;
}
