/** A line of the log for each parcel that left, or did not. */
import type { Logger } from 'pino';
import type { ParcelSettled } from '../bot/index.ts';
import type { Tally } from './metrics/tally.ts';

export const tellParcel =
  (log: Pick<Logger, 'info'>, tally: Pick<Tally, 'parcel'>): ParcelSettled =>
  (parcel, settlement, ms) => {
    const { channel, kind, attempt, createdAt } = parcel;
    const { state } = settlement;
    const reason = 'reason' in settlement ? { reason: settlement.reason } : {};
    const waitedMs = createdAt ? { waitedMs: Date.now() - createdAt.getTime() } : {};
    tally.parcel(parcel, settlement, ms);
    log.info({ channel, kind, state, ...reason, attempt, ms: Math.round(ms), ...waitedMs }, 'parcel');
  };
