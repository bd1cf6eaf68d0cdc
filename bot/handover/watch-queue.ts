/** One round over the queue: who does not answer loses it, who waits is called for, who has gone is let go. Any number of copies may run it. */

import { releaseHeld } from '../held/release-held.ts';
import type { QueuedHandOff, Store } from '../store/index.ts';
import type { SpeechMaker } from '../texts/speech.ts';
import { type CallParts, callOwner, callStaff } from './call-staff.ts';
import { supervisorsFrom } from './choose-staff.ts';
import type { HandOffSettings } from './hand-off-settings.ts';
import { speechOf } from './officer-desk-parts.ts';
import { sayEscalated, sayLeft, sayLost } from './say-to-citizen.ts';
import type { WorkingTimes } from './working-time.ts';

export interface QueueParts extends CallParts {
  readonly store: Pick<Store, 'handOffs' | 'held'>;
  readonly times: WorkingTimes;
  readonly settings: HandOffSettings;
  readonly speak: SpeechMaker;
}

/** When everybody was called, supervisors are called again after so many working minutes. */
const againMinutes = 15;

/** Resolves with how many were looked at. @throws {AggregateError} when some could not be settled; the others were. */
export async function watchQueue(parts: QueueParts, now: Date): Promise<number> {
  const failures: unknown[] = [];
  await releaseHeld(parts, now).catch((error: unknown) => failures.push(error));
  const idleBefore = new Date(now.getTime() - parts.settings.idleMs);
  const due = await parts.store.handOffs.queue.due({ now, idleBefore });
  for (const one of due) await settleOne(parts, one, now).catch((error: unknown) => failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} of ${due.length} hand-offs could not be looked after; the next round tries again.`,
    );
  return due.length;
}

async function settleOne(parts: QueueParts, one: QueuedHandOff, now: Date): Promise<void> {
  const { queue } = parts.store.handOffs;
  const settle = (deed: Parameters<typeof queue.settle>[1]['deed']) => queue.settle(one, { deed, now });
  const time = parts.times.of(one.unit, now);
  const dueAt = time.after(parts.settings.replyMinutes);
  const isLate = one.dueAt !== null && one.dueAt <= now;
  if (one.state === 'owned') {
    if (isLate) return void (await settle({ kind: 'lose', say: (to) => sayLost(speechOf(parts, to)), dueAt }));
    if (one.waitsSince === null)
      return void (await settle({ kind: 'leave', say: (to) => sayLeft(speechOf(parts, to)) }));
    if (one.leaseUntil && one.leaseUntil < now) await callOwner(parts, one, 'citizen-wrote');
    const waitsFrom = parts.times.of(one.unit, one.waitsSince);
    return void (await settle({ kind: 'due', dueAt: waitsFrom.after(parts.settings.replyMinutes) }));
  }
  if (one.dueAt === null) return void (await settle({ kind: 'due', dueAt }));
  if (isLate && one.calledAt !== null) {
    const isLast = one.escalation >= supervisorsFrom;
    return void (await settle(
      isLast
        ? { kind: 'recall', dueAt: time.after(againMinutes) }
        : {
            kind: 'escalate',
            say: (to) => sayEscalated(speechOf(parts, to), one.escalation + 1 >= supervisorsFrom),
            dueAt,
          },
    ));
  }
  if (!time.isOpen && one.cause !== 'emergency') return;
  await settle({ kind: 'called', count: await callStaff(parts, one) });
}
