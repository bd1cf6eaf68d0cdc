/** Waits for sounds by what arrived, not by a clock: a busy machine says them late, and late is still right. */
import { findSound } from './find-sound.ts';
import type { PhoneCall } from './phone.ts';

/** Of a sound that arrived whole; what was cut off or covered is less. */
export const wholeLikeness = 0.99;

/** Resolves when each was heard whole, in whatever order, before or from now on. @throws when the call ends, or is silent for long, before that. */
export async function hearSounds({ heard }: Pick<PhoneCall, 'heard'>, sounds: readonly Int16Array[]): Promise<void> {
  let missing = [...sounds];
  for (;;) {
    await heard.until(({ silentMs }) => silentMs >= 200);
    const all = heard.all();
    missing = missing.filter((sound) => findSound(sound, all).likeness < wholeLikeness);
    if (missing.length === 0) return;
    await heard.until(({ speakingMs }) => speakingMs > 100);
  }
}
