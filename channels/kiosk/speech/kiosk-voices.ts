/** The ports of speech as a kiosk uses them: one recording in, one sentence out. */
import type { OpenSpeech } from '../../speech/open-speech.ts';
import { resample } from '../../speech/sound/resample.ts';
import { readWav } from '../../speech/sound/wav.ts';
import { verbalise } from '../../speech/verbalise.ts';
import type { KioskVoices } from '../kiosk-parts.ts';

const heardRate = 16_000;

/** @param hints words that are likely: names of what is asked most. */
export const kioskVoices = (
  { listen, voice }: Pick<OpenSpeech, 'listen' | 'voice'>,
  hints: readonly string[],
): KioskVoices => ({
  listen:
    listen &&
    (async (wav, signal) => {
      const { pcm16 } = resample(readWav(wav), heardRate);
      return listen.transcribe({ pcm16, sampleRate: heardRate, language: 'vi', hints, signal });
    }),
  say: voice && (async (text, rate, signal) => (await voice.synthesize({ text: verbalise(text), rate, signal })).wav),
});
