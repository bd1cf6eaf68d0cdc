/** What goes on beside the events: tokens renewed in time, old deliveries forgotten. */
import type { PlatformDeliveries } from '../../../bot/index.ts';
import type { OaTokenKeeper } from '../oa/keep-oa-tokens.ts';

export interface BesideOptions {
  readonly deliveries: Pick<PlatformDeliveries, 'sweep'>;
  readonly tokens: Pick<OaTokenKeeper, 'renewIfDue'> | null;
  readonly onError: (error: unknown) => void;
}

const hour = 3_600_000;
/** Twice as long as any platform is said to repeat itself. */
const keptMs = 14 * 24 * hour;

export function startBeside({ deliveries, tokens, onError }: BesideOptions): { stop(): Promise<void> } {
  let underWay: Promise<unknown> = Promise.resolve();
  const round = (): void => {
    const before = new Date(Date.now() - keptMs);
    underWay = Promise.all([
      deliveries.sweep(before).catch(onError),
      // What Zalo refuses was told where it happened, and needs no second line each hour.
      tokens?.renewIfDue().catch(() => {}),
    ]);
  };
  round();
  const timer = setInterval(round, hour);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
