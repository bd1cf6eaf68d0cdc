import { describe, expect, it } from '@jest/globals';
import { benchWebhook } from './bench-webhook.ts';

describe('the whole program under Zalo’s deliveries (simulated)', () => {
  const options = { repeats: 0.3, users: 60, say: () => {} };

  it('loses none and doubles none while it is killed and started anew', async () => {
    const report = await benchWebhook({
      ...options,
      count: 600,
      perSecond: 60,
      kills: [
        [3, 'SIGKILL'],
        [7, 'SIGTERM'],
      ],
      perMinute: null,
    });
    expect(report.faults).toEqual([]);
    expect(report.load.statuses['200']).toBe(600);
  }, 600_000);

  it('lets its queue drain under the limit of the platform, and never goes beyond it', async () => {
    const report = await benchWebhook({ ...options, count: 24, perSecond: 50, kills: [], perMinute: 60 });
    expect(report.faults).toEqual([]);
    expect(report.mostAMinute).toBeLessThanOrEqual(60);
  }, 600_000);
});
