import { describe, expect, it } from '@jest/globals';
import { gatherReadings } from './gather-readings.ts';
import { lookAtStore } from './looks.ts';
import { openRegistry, type Reading } from './open-registry.ts';
import { tallyOf } from './tally.ts';

const now = new Date('2026-11-22T03:00:00Z');
const store = { read: async () => [{ figure: 'outbox', channel: 'zalo-oa', state: 'queued', value: 3 } as const] };
const guides = (): readonly Reading[] => [{ name: 'hmc_guides_stale', value: 5 }];

describe('the figures', () => {
  it('tell the rest when the store is away, and that it is', async () => {
    const faults: unknown[] = [];
    const away = { store: () => Promise.reject(new Error('store away')), others: [guides] };
    const { text } = await openRegistry(() =>
      gatherReadings(away, { now, onError: (fault) => faults.push(fault) }),
    ).read();
    expect(text).toMatch('hmc_store_up 0');
    expect(text).toMatch('hmc_guides_stale 5');
    expect(faults).toEqual([new Error('store away')]);
  });

  it('do not wait for a part that hangs', async () => {
    const hangs = { store: () => new Promise<readonly Reading[]>(() => {}), others: [guides] };
    const readings = await gatherReadings(hangs, { now, onError: () => {}, patienceMs: 1 });
    expect(readings).toEqual([{ name: 'hmc_store_up', value: 0 }, ...guides()]);
  });

  it('leave out what is not known, and what is over since the last reading', async () => {
    let rows: readonly Reading[] = [{ name: 'hmc_backup_age_seconds', value: 9 }];
    const registry = openRegistry(async () => rows);
    expect((await registry.read()).text).toMatch('hmc_backup_age_seconds 9');
    rows = [];
    expect((await registry.read()).text).not.toMatch(/^hmc_backup_age_seconds /m);
  });

  it('say nothing of a model where none is set, and that nobody waits', async () => {
    const readings = await lookAtStore(store, null)(now);
    expect(readings).toEqual([
      { name: 'hmc_outbox_parcels', labels: { channel: 'zalo-oa', state: 'queued' }, value: 3 },
      { name: 'hmc_hand_off_oldest_wait_seconds', value: 0 },
    ]);
  });

  it('count answers by class, and calls to a model with their tokens', async () => {
    const registry = openRegistry(async () => []);
    const tally = tallyOf(registry);
    for (const status of [200, 204, 404, 499, 503]) tally.request({ status });
    tally.modelCall({ purpose: 'word', outcome: 'answered', tokensIn: 900, tokensOut: 60 });
    const { text } = await registry.read();
    expect(text).toMatch('hmc_http_responses_total{class="2xx"} 2');
    expect(text).toMatch('hmc_http_responses_total{class="gone"} 1');
    expect(text).toMatch('hmc_model_calls_total{purpose="word",outcome="answered"} 1');
    expect(text).toMatch('hmc_model_tokens_total{direction="out"} 60');
  });
});
