/** Hearing and speaking as the settings say; what nothing is set for is `null`, and the doors say so. */
import type { SpeechServer } from './engines/ask-server.ts';
import { findProgram } from './engines/find-program.ts';
import { type Hearing, hearByServer } from './engines/hear-by-server.ts';
import { keepPrompts } from './engines/keep-prompts.ts';
import { speakByEspeak } from './engines/speak-by-espeak.ts';
import { speakByServer } from './engines/speak-by-server.ts';
import type { TextToSpeech } from './ports.ts';

export interface SpeechParts {
  readonly toText: SpeechServer | null;
  /** `null`: espeak-ng, where it is installed. */
  readonly toSpeech: SpeechServer | null;
  /** As the server, or espeak-ng, names it; `null`: the usual one. */
  readonly voice: string | null;
  /** Where programs are looked for, as in `PATH`. */
  readonly path: string;
}

export interface OpenSpeech {
  readonly listen: Hearing | null;
  readonly voice: TextToSpeech | null;
  /** What speaks, for whoever starts or examines the program. */
  readonly voiceBy: 'server' | 'espeak-ng' | null;
}

const usualVoice = 'alloy';

export function openSpeech({ toText, toSpeech, voice, path }: SpeechParts): OpenSpeech {
  const listen = toText && hearByServer(toText);
  if (toSpeech) {
    const server = { ...toSpeech, voice: voice ?? usualVoice };
    return { listen, voice: keepPrompts(speakByServer(server)), voiceBy: 'server' };
  }
  const program = findProgram('espeak-ng', path);
  if (program === null) return { listen, voice: null, voiceBy: null };
  const espeak = speakByEspeak({ program: [program], ...(voice === null ? {} : { voice }) });
  return { listen, voice: keepPrompts(espeak), voiceBy: 'espeak-ng' };
}
