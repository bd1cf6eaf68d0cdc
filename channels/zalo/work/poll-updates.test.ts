import { describe, expect, it } from '@jest/globals';
import type { NewDelivery } from '../../../bot/index.ts';
import { fixture } from '../webhook/test-webhook.ts';
import { ZaloError } from '../zalo-error.ts';
import { pollUpdates } from './poll-updates.ts';

const update: unknown = JSON.parse(fixture('bot-text-flat.json'));
const aborted = (signal: AbortSignal | undefined) =>
  new Promise<readonly unknown[]>((_resolve, reject) =>
    signal?.addEventListener('abort', () => reject(new Error('aborted'))),
  );

/** Polls through these rounds, then waits as Zalo does until it is stopped. */
async function poll(rounds: readonly (readonly unknown[] | Error)[]) {
  const [kept, rests, errors]: [NewDelivery[], number[], unknown[]] = [[], [], []];
  let [round, told] = [0, 0];
  let allAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    allAsked = resolve;
  });
  const client = {
    getUpdates: async ({ signal }: { readonly signal?: AbortSignal }) => {
      const found = rounds[round];
      round += 1;
      if (found instanceof Error) throw found;
      if (found) return found;
      allAsked();
      return aborted(signal);
    },
  };
  const polling = pollUpdates({
    client,
    botId: '458912330021',
    keep: async (delivery) => {
      const isNew = kept.every(({ key }) => key !== delivery.key);
      if (isNew) kept.push(delivery);
      return isNew;
    },
    onKept: () => {
      told += 1;
    },
    onError: (error) => errors.push(error),
    wait: async (ms) => void rests.push(ms),
  });
  await asked;
  await polling.stop();
  return { kept, rests, errors, told };
}

const refused = (action: 'human' | 'retry') =>
  new ZaloError('refused', { host: 'bot', method: 'getUpdates', action, mayHaveArrived: false });

describe('long polling', () => {
  it('keeps an event that Zalo tells again and again once, and rests between rounds', async () => {
    const { kept, told, rests, errors } = await poll([[update], [update], [update, update]]);
    expect(kept).toHaveLength(1);
    expect(told).toBe(1);
    expect(rests.slice(0, 3)).toEqual([1_000, 1_000, 1_000]);
    expect(errors).toEqual([]);
  });

  it('passes over what it does not know, and goes on', async () => {
    const { kept } = await poll([[null, 'x', {}, { event_name: 'message.dance.received' }, update]]);
    expect(kept.map(({ name }) => name)).toContain('message.text.received');
  });

  it('waits five seconds after an error, and a minute where only a person can mend it', async () => {
    const { kept, rests, errors } = await poll([refused('retry'), refused('human'), [update]]);
    expect(rests.slice(0, 3)).toEqual([5_000, 60_000, 1_000]);
    expect(errors).toHaveLength(2);
    expect(kept).toHaveLength(1);
  });

  it('stops at once while Zalo holds the line open, and tells no error of that', async () => {
    const { errors } = await poll([]);
    expect(errors).toEqual([]);
  });
});
