import { describe, expect, it } from '@jest/globals';
import { openTestBot } from '../bot/test-bot.ts';
import { openMetrics, type Watched } from './open-metrics.ts';

const watched: Watched = {
  outbox: async () => [{ channel: 'zalo-oa', state: 'queued', count: 3 }],
  waiting: async () => 2,
  staleGuides: () => 5,
};

describe('metrics', () => {
  it('count turns by channel and status, and time each step, with no word of the citizen', async () => {
    const metrics = openMetrics(watched, () => {});
    const bot = await openTestBot();
    for (const text of ['lệ phí đăng ký kết hôn?', 'số căn cước của tôi là 010190000011'])
      metrics.turn(await bot.ask(text));
    const { text, type } = await metrics.read();
    expect(type).toMatch('text/plain');
    expect(text).toMatch(/hmc_turns_total\{channel="web",status="answered"\} 1/);
    expect(text).toMatch(/hmc_step_seconds_count\{step="search-guides"\} [12]/);
    expect(text).toMatch(/hmc_turn_seconds_count\{channel="web"\} 2/);
    expect(text).not.toMatch(/kết hôn|0101900/);
  }, 60_000);

  it('read queues, waiting people and stale records when asked', async () => {
    const { text } = await openMetrics(watched, () => {}).read();
    expect(text).toMatch('hmc_outbox_parcels{channel="zalo-oa",state="queued"} 3');
    expect(text).toMatch('hmc_hand_offs_waiting 2');
    expect(text).toMatch('hmc_guides_stale 5');
    expect(text).toMatch('nodejs_eventloop_lag_seconds');
  });

  it('tell the rest when one part cannot be read', async () => {
    const faults: unknown[] = [];
    const away = { ...watched, waiting: () => Promise.reject(new Error('store away')) };
    const { text } = await openMetrics(away, (fault) => faults.push(fault)).read();
    expect(text).toMatch('hmc_guides_stale 5');
    expect(faults).toEqual([new Error('store away')]);
  });
});
