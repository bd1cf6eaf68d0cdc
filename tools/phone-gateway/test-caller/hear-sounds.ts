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

const mostTries = 10;

/** What is said before two are put together is heard by nobody: he says it again. @throws when it never arrives whole. */
export async function sayUntilHeard(speaker: PhoneCall, listener: PhoneCall, sound: Int16Array): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    await speaker.say(sound);
    const begun = listener.heard.ms;
    await listener.heard.until(({ ms }) => ms > begun + 1_000);
    if (findSound(sound, listener.heard.all()).likeness >= wholeLikeness) return;
  }
  throw new Error('The other side never heard it whole');
}
