/** What can honestly be promised of one: its place, a waiting time where enough waits were measured, or when the desk opens. */
import type { QueuedHandOff, Store } from '../store/index.ts';
import type { HandOffPromise } from './hand-off.ts';
import type { HandOffSettings } from './hand-off-settings.ts';
import type { WorkingTimes } from './working-time.ts';

export interface PromiseParts {
  readonly store: Pick<Store, 'handOffs'>;
  readonly times: WorkingTimes;
  readonly settings: HandOffSettings;
}

const measuredDays = 30;
const dayMs = 86_400_000;

export async function promiseOf(
  { store, times, settings }: PromiseParts,
  one: QueuedHandOff,
  { at, called = one.callCount }: { readonly at: Date; readonly called?: number },
): Promise<HandOffPromise> {
  const { queue } = store.handOffs;
  const waits = one.state === 'waiting';
  const time = times.of(one.unit, at);
  const position = waits ? (await queue.ahead(one)) + 1 : null;
  const since = new Date(at.getTime() - measuredDays * dayMs);
  const measured = waits && time.isOpen ? await queue.waits({ unit: one.unit, desk: one.desk, since }) : null;
  const enough = measured && measured.measured >= settings.leastMeasured && measured.secondsPerPlace !== null;
  return {
    handOffId: one.id,
    code: one.code,
    state: one.state,
    position,
    waitMinutes: enough && position ? Math.max(1, Math.ceil(((measured.secondsPerPlace ?? 0) * position) / 60)) : null,
    opensAt: time.opensAt,
    nextOpensAt: time.nextOpensAt,
    isOpen: time.isOpen,
    callBack: one.state === 'call-back',
    called,
    ownerName: one.owner?.name ?? null,
  };
}
