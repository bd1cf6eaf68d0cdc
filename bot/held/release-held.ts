/** One round over held answers: what nobody looked at in time goes out by itself. Any number of copies may run it. */
import type { Answer } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import { readMemory } from '../memory.ts';
import type { Store } from '../store/index.ts';
import type { Speech, SpeechMaker } from '../texts/speech.ts';
import { rememberHeld, sayUnchecked } from './say-held.ts';

export interface ReleaseParts {
  readonly store: Pick<Store, 'held' | 'handOffs'>;
  readonly speak: SpeechMaker;
}

/** Resolves with how many went out. @throws {AggregateError} when some could not; the next round tries again. */
export async function releaseHeld(parts: ReleaseParts, now: Date): Promise<number> {
  const due = await parts.store.held.due(now);
  const failures: unknown[] = [];
  let released = 0;
  for (const one of due)
    try {
      if (await releaseOne(parts, one, now)) released += 1;
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${due.length} held answers could not go out.`);
  return released;
}

type Due = Awaited<ReturnType<Store['held']['due']>>[number];

async function releaseOne({ store, speak }: ReleaseParts, { draftId, handOff }: Due, now: Date): Promise<boolean> {
  const speechOf = (locale: string, callsSelf: string | null = null): Speech =>
    speak(locale === 'en' ? 'en' : 'vi', callsSelf);
  if (handOff.state === 'owned') {
    // He has it and does nothing: it is taken from him first, as any talk from a silent officer.
    const say = ({ locale, callsSelf }: { readonly locale: string; readonly callsSelf: string | null }) =>
      makeAnswer('handed-off', [{ kind: 'say', text: speechOf(locale, callsSelf).say('held.lost') }]);
    const deed = { kind: 'lose' as const, say, dueAt: now };
    if (!(await store.handOffs.queue.settle(handOff, { deed, now }))) return false;
  }
  return store.held.release({
    draftId,
    citizenId: handOff.citizenId,
    now,
    // What `sayHeld` held back is an answer of ours.
    say: (answer, locale) => sayUnchecked(answer as Answer, speechOf(locale)),
    remember: (memory, answer) => rememberHeld(readMemory(memory), answer as Answer),
  });
}
