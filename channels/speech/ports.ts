/** Hearing and speaking, as every door with a voice uses them: hotline, kiosk, Zalo, the phone gateway. */

export interface Listening {
  /** Mono, 16-bit. */
  readonly pcm16: Int16Array;
  /** Of a telephone, of everything else. */
  readonly sampleRate: 8000 | 16000;
  readonly language: 'vi';
  /** Words that are likely: names of procedures. */
  readonly hints?: readonly string[];
  readonly signal: AbortSignal;
}

export interface Transcript {
  /** NFC; '' when nothing was said: silence, noise, or what recognisers are known to make up of silence. */
  readonly text: string;
  /** 0 to 1; `null`: the recogniser does not tell. */
  readonly confidence: number | null;
}

/** Rejects with a {@link SpeechError} when nobody can be asked. Keeps nothing of the sound. */
export interface SpeechToText {
  transcribe(listening: Listening): Promise<Transcript>;
}

export interface Speaking {
  /** Verbalised: words and `. , ? !` alone. */
  readonly text: string;
  readonly rate: 'slow' | 'normal';
  /** Never kept, by nobody on the way: codes and numbers of a person. */
  readonly sensitive?: boolean;
  readonly signal: AbortSignal;
}

export interface Speech {
  /** A whole WAV file: mono, 16-bit. */
  readonly wav: Uint8Array;
  /** Hz, as its header says: 8000, 16000, 22050, … */
  readonly sampleRate: number;
}

/** Rejects with a {@link SpeechError} when there is no voice at the moment. */
export interface TextToSpeech {
  synthesize(speaking: Speaking): Promise<Speech>;
}

export const speechFaults = ['off', 'timeout', 'busy', 'unreachable', 'refused', 'garbage'] as const;
export type SpeechFault = (typeof speechFaults)[number];

/** Hearing or speaking failed. Holds nothing of what was said, and no key. */
export class SpeechError extends Error {
  override readonly name = 'SpeechError';
  readonly code: `speech-${SpeechFault}`;

  constructor(fault: SpeechFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = `speech-${fault}`;
  }
}
