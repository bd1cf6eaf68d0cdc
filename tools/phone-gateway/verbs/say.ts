/** Says and plays: begins what is heard, and tells when it is over. */
import { readSsml } from '../../../channels/speech/bridge/read-ssml.ts';
import { resample } from '../../../channels/speech/sound/resample.ts';
import { readWav } from '../../../channels/speech/sound/wav.ts';
import type { Playback } from '../media/playout.ts';
import { sampleRate } from '../media/sample-rate.ts';
import type { Call } from './call.ts';
import type { VerbNamed } from './verb.ts';

type Spoken = Pick<VerbNamed<'say'>, 'text' | 'instructions' | 'disableTtsCache'>;

export interface Saying extends Playback {
  /** When the first sound was made; `null`: not yet. */
  readonly voicedAt: number | null;
}

/** Begins to say it. A voice that fails is told of and says no more. */
export function beginSaying(call: Call, { text, instructions, disableTtsCache }: Spoken): Saying {
  const stopped = new AbortController();
  const signal = AbortSignal.any([call.leg.gone, stopped.signal]);
  const read = text.map((one) => (one.startsWith('<speak') ? readSsml(one) : { text: one, rate: 'normal' }));
  const rate = /slow/i.test(instructions) || read.some((one) => one.rate === 'slow') ? 'slow' : 'normal';
  const texts = read.map((one) => one.text);
  return feed(call, stopped, call.prompts.speak({ texts, rate, sensitive: disableTtsCache, signal }));
}

export function beginPlaying(call: Call, { url }: Pick<VerbNamed<'play'>, 'url'>): Saying {
  const stopped = new AbortController();
  const signal = AbortSignal.any([call.leg.gone, stopped.signal]);
  return feed(call, stopped, files(url, signal));
}

async function* files(urls: readonly string[], signal: AbortSignal): AsyncGenerator<Int16Array> {
  for (const url of urls) {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`The sound ${new URL(url).pathname} could not be fetched: ${response.status}`);
    yield resample(readWav(new Uint8Array(await response.arrayBuffer())), sampleRate).pcm16;
  }
}

function feed(call: Call, stopped: AbortController, sounds: AsyncIterable<Int16Array>): Saying {
  const playback = call.leg.rtp.playout.begin();
  let voicedAt: number | null = null;
  const work = async () => {
    try {
      for await (const sound of sounds) {
        voicedAt ??= performance.now();
        playback.push(sound);
      }
    } catch (error) {
      if (!stopped.signal.aborted && !call.leg.gone.aborted) call.onError(error);
    }
    playback.end();
  };
  void work();
  void playback.done.then(() => stopped.abort());
  return {
    push: playback.push,
    end: playback.end,
    stop: playback.stop,
    pause: playback.pause,
    resume: playback.resume,
    done: playback.done,
    get firstSoundAt() {
      return playback.firstSoundAt;
    },
    get voicedAt() {
      return voicedAt;
    },
  };
}
