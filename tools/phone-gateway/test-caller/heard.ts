/** What a telephone has heard so far, and how to wait for more of it. */
import { joined, loudnessOf, millisecondsOf } from '../media/sample-rate.ts';
import type { RtpSession } from '../rtp/rtp-session.ts';

export interface Heard {
  /** Everything since the call began, without the moments in which nothing came. */
  all(): Int16Array;
  readonly ms: number;
  readonly keys: string;
  /** Milliseconds of sound since the last silence, and of silence since the last sound. */
  readonly speakingMs: number;
  readonly silentMs: number;
  /** Waits until it holds; looks at every frame. Rejects when the call ends first, or after `within` ms of sound. */
  until(holds: (heard: Heard) => boolean, within?: number): Promise<void>;
}

const loud = 200;

/** @param gone aborted when the call ends. */
export function keepHeard(rtp: RtpSession, gone: AbortSignal): Heard {
  const frames: Int16Array[] = [];
  const waiting = new Set<() => void>();
  let keys = '';
  let speakingMs = 0;
  let silentMs = 0;
  rtp.listen({
    onFrame({ pcm, kind }) {
      if (kind === 'missing') return;
      frames.push(pcm);
      const sounds = loudnessOf(pcm) > loud;
      speakingMs = sounds ? speakingMs + 20 : 0;
      silentMs = sounds ? 0 : silentMs + 20;
      for (const look of [...waiting]) look();
    },
    onKey(key) {
      keys += key;
    },
  });
  const heard: Heard = {
    all: () => joined(frames),
    get ms() {
      return millisecondsOf(frames.length * 160);
    },
    get keys() {
      return keys;
    },
    get speakingMs() {
      return speakingMs;
    },
    get silentMs() {
      return silentMs;
    },
    until(holds, within = 60_000) {
      const begun = heard.ms;
      return new Promise((resolve, reject) => {
        const look = () => {
          const holdsNow = holds(heard);
          const late = heard.ms - begun > within;
          if (!holdsNow && !late && !gone.aborted) return;
          waiting.delete(look);
          gone.removeEventListener('abort', look);
          if (holdsNow) resolve();
          else reject(new Error(late ? `Not heard within ${within} ms` : 'The call ended before it was heard'));
        };
        waiting.add(look);
        gone.addEventListener('abort', look);
        look();
      });
    },
  };
  return heard;
}
