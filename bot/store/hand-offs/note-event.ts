/** What happened to a hand-off, for waiting and handling times; and the signal that it did. */
import { randomUUID } from 'node:crypto';
import { dateOf, toJson } from '../clean-input.ts';
import type { Scoped } from '../tables.ts';
import { signalHandOff } from '../utterance-signals.ts';

/** The closed list of what can happen to one. */
export type HandOffEventKind =
  | 'asked'
  | 'claimed'
  | 'replied'
  | 'lost'
  | 'escalated'
  | 'transferred'
  | 'returned'
  | 'finished'
  | 'withdrawn'
  | 'citizen-left'
  | 'contact-left'
  | 'held'
  | 'released'
  | 'rated';

export interface HandOffEvent {
  readonly handOffId: string;
  readonly citizenId: string;
  readonly unit: string | null;
  readonly kind: HandOffEventKind;
  readonly at: Date;
  readonly officerId?: string | null;
  readonly detail?: unknown;
}

/** Ids and counts only in `detail`. */
export async function noteEvent(handle: Scoped, event: HandOffEvent): Promise<void> {
  const { handOffId, citizenId, unit, kind, at, officerId = null, detail = {} } = event;
  await handle
    .insertInto('hand_off_event')
    .values({
      id: randomUUID(),
      hand_off_id: handOffId,
      citizen_id: citizenId,
      kind,
      at: dateOf(at),
      officer_id: officerId,
      unit,
      detail: toJson(detail),
    })
    .execute();
  signalHandOff(handle, handOffId, unit);
}
