/** Two legs that hear each other, until one of them is gone. */

import { samplesOfMs } from '../media/sample-rate.ts';
import type { Leg } from '../sip/leg.ts';

/** More than that behind and the oldest is let go: people who talk notice a delay. */
const mostBehindMs = 200;

/** Resolves when either is gone, or after the limit. @param limitMs `null`: no limit. */
export async function bridge(one: Leg, other: Leg, limitMs: number | null): Promise<void> {
  const leave = [carry(one, other), carry(other, one)];
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = limitMs === null ? undefined : setTimeout(resolve, limitMs);
  const over = () => resolve();
  for (const { gone } of [one, other]) {
    gone.addEventListener('abort', over);
    if (gone.aborted) over();
  }
  await promise;
  clearTimeout(timer);
  for (const { gone } of [one, other]) gone.removeEventListener('abort', over);
  for (const end of leave) end();
}

function carry(from: Leg, to: Leg): () => void {
  const playback = to.rtp.playout.begin(samplesOfMs(mostBehindMs));
  const leave = from.rtp.listen({
    onFrame({ pcm, kind }) {
      if (kind !== 'missing') playback.push(pcm);
    },
    onKey: (key) => to.rtp.press(key),
  });
  return () => {
    leave();
    playback.stop();
  };
}
