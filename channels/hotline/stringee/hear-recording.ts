/** Experimental: the words of a recording, as an event of the dialogue. */
import { z } from 'zod';
import type { SpeechToText } from '../../speech/ports.ts';
import { resample } from '../../speech/sound/resample.ts';
import { readWav } from '../../speech/sound/wav.ts';
import type { CallEvent } from '../call.ts';
import type { Surroundings } from '../provider.ts';
import { fetchRecording, type RecordingOptions, recordingLink } from './fetch-recording.ts';
import { common, type StringeePayload } from './read-event.ts';

export interface HearRecordingOptions extends RecordingOptions {
  readonly listen: SpeechToText;
  readonly hints: readonly string[];
  /** Never told of what was said. */
  readonly onError: (error: unknown) => void;
}

const recorded = z.looseObject({ call_id: z.string().min(1).max(128) });
const telephoneRate = 8_000;
const withinMs = 8_000;

/** Whatever goes wrong on the way to the words is a recogniser that failed: the caller is asked for keys. */
export const hearRecording =
  (options: HearRecordingOptions) =>
  async ({ body, numbers }: StringeePayload, surroundings: Surroundings): Promise<CallEvent> => {
    const told = common(recorded.parse(body).call_id, numbers, surroundings);
    const link = recordingLink(body, options.hosts);
    const bytes = link && (await fetchRecording(link, options));
    if (!bytes) {
      options.onError(new Error('A recording of Stringee could not be fetched: see docs/how-to/give-it-a-voice.md'));
      return { ...told, kind: 'recogniser-failed' };
    }
    try {
      const { pcm16 } = resample(readWav(bytes), telephoneRate);
      const { listen, hints } = options;
      const signal = AbortSignal.timeout(withinMs);
      const { text, confidence } = await listen.transcribe({
        pcm16,
        sampleRate: telephoneRate,
        language: 'vi',
        hints,
        signal,
      });
      return text === '' ? { ...told, kind: 'no-input' } : { ...told, kind: 'speech', text, confidence };
    } catch (error) {
      options.onError(error);
      return { ...told, kind: 'recogniser-failed' };
    }
  };
