/** A line of the log for each parcel that left, or did not. */
import type { Logger } from 'pino';
import type { ParcelSettled } from '../bot/index.ts';

export const tellParcel =
  (log: Pick<Logger, 'info'>): ParcelSettled =>
  ({ channel, kind, attempt, createdAt }, settlement, ms) => {
    const { state } = settlement;
    const reason = 'reason' in settlement ? { reason: settlement.reason } : {};
    const waitedMs = createdAt ? { waitedMs: Date.now() - createdAt.getTime() } : {};
    log.info({ channel, kind, state, ...reason, attempt, ms: Math.round(ms), ...waitedMs }, 'parcel');
  };
