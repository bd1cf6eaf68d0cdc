import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Parcel, sendParcels } from '../../../bot/index.ts';
import { type ZaloAction, ZaloError } from '../zalo-error.ts';
import { openTestDoor, type TestDoor } from './test-door.ts';

const hour = 3_600_000;
const account = '388613280878808645';
const zaloError = (action: ZaloAction, over: { mayHaveArrived?: boolean; platformCode?: number } = {}) =>
  new ZaloError('Zalo refused.', { host: 'oa', method: 'sendText', action, platformCode: -1, ...over });

describe('what leaves for Zalo', () => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor();
  }, 60_000);
  afterAll(() => door?.close());
  beforeEach(() => {
    door.onSend = () => {};
    door.errors.length = 0;
  });

  /** Somebody who has written once and been answered; then the bot says one thing more. */
  async function talk() {
    const user = randomUUID();
    await door.handle({ userId: user, kind: 'follow', key: `follow:${user}`, messageId: null });
    await door.pump();
    const { store } = door.store;
    const found = (await store.findConversation({ channel: 'zalo-oa', externalId: `${account}:${user}` }))!;
    const say = (text: string) =>
      store.addUtterances({
        citizenId: found.citizenId,
        conversationId: found.id,
        utterances: [
          {
            key: randomUUID(),
            speaker: 'bot',
            content: { answer: { blocks: [{ kind: 'say', text }], options: [], sources: [] } },
            at: door.now(),
          },
        ],
      });
    const rows = () =>
      door.store.database.query(
        "select state, reason from outbox where address like '%' || $1 order by seq, part offset 1",
        [user],
      );
    const got = () =>
      door.reached
        .filter(({ to }) => to === user)
        .map(({ text }) => text)
        .slice(1);
    return { user, citizenId: found.citizenId, say, rows, got };
  }
  const refuseOnce = (error: unknown) => {
    let left = 1;
    door.onSend = () => {
      left -= 1;
      if (left >= 0) throw error;
    };
  };

  it('is ambiguous after a time-out, never sent again, and holds nothing back', async () => {
    const { say, rows, got } = await talk();
    await say('một');
    await say('hai');
    refuseOnce(zaloError('retry', { mayHaveArrived: true }));
    await door.pump();
    expect(await rows()).toEqual([
      { state: 'ambiguous', reason: 'zalo-oa--1' },
      { state: 'sent', reason: null },
    ]);
    expect(got()).toEqual(['hai']);
  });

  it('waits in order while there are too many calls', async () => {
    const { say, got } = await talk();
    await say('một');
    await say('hai');
    refuseOnce(zaloError('slow-down'));
    await door.pump();
    expect(got()).toEqual([]);
    door.wait(20_000);
    await door.pump();
    expect(got()).toEqual(['một', 'hai']);
  });

  it.each(['retry', 're-upload'] as const)('tries again after %s', async (action) => {
    const { say, got } = await talk();
    await say('một');
    refuseOnce(zaloError(action));
    await door.pump();
    door.wait(31_000);
    await door.pump();
    expect(got()).toEqual(['một']);
  });

  it.each(['human', 'park', 'refresh'] as const)('is kept, and an operator told, after %s', async (action) => {
    const { say, got, rows } = await talk();
    await say('một');
    refuseOnce(zaloError(action));
    await door.pump();
    expect(await rows()).toMatchObject([{ state: 'queued', reason: 'zalo-oa--1' }]);
    expect(door.errors).toHaveLength(1);
    door.wait(31 * 60_000);
    await door.pump();
    expect(got()).toEqual(['một']);
  });

  it('fails for whoever blocked us, and stops his notices; until he writes again', async () => {
    const { user, citizenId, say, rows, got } = await talk();
    const place = { channel: 'zalo-oa', address: `${account}:${user}` };
    const consent = { citizenId, purpose: 'notices' as const, said: 'x', channel: 'zalo-oa', at: door.now(), place };
    await door.store.store.consents.turnOn(consent);
    await say('một');
    await say('hai');
    refuseOnce(zaloError('drop', { platformCode: -227 }));
    await door.pump();
    expect(await rows()).toEqual([
      { state: 'failed', reason: 'zalo-oa--227' },
      { state: 'failed', reason: 'zalo-oa--227' },
    ]);
    expect(await door.store.store.consents.places(citizenId)).toEqual([]);
    await door.handle({ userId: user, text: 'xin chào' });
    await door.pump();
    expect(got().length).toBeGreaterThan(0);
  });

  it('tells whoever unfollowed nothing more', async () => {
    const { user, say, rows } = await talk();
    await door.handle({ userId: user, kind: 'unfollow' });
    await say('một');
    await door.pump();
    expect(await rows()).toEqual([{ state: 'failed', reason: 'unfollowed' }]);
  });

  it('waits after 48 hours where messages cost money, and leaves at the citizen’s next word', async () => {
    const { user, say, got, rows } = await talk();
    door.wait(49 * hour);
    await say('Cán bộ đã xem giúp.');
    await door.pump();
    expect(await rows()).toEqual([{ state: 'queued', reason: 'outside-window' }]);
    await door.handle({ userId: user, kind: 'sticker' });
    await door.pump();
    expect(got()[0]).toBe('Cán bộ đã xem giúp.');
  });

  it('waits when Zalo says that the window is closed', async () => {
    const { say, rows } = await talk();
    await say('một');
    refuseOnce(zaloError('template', { platformCode: -230 }));
    await door.pump();
    expect(await rows()).toEqual([{ state: 'queued', reason: 'outside-window' }]);
  });

  it('tries again what went wrong before anything was sent', async () => {
    const { say, got } = await talk();
    await say('một');
    refuseOnce(new TypeError('no picture'));
    await door.pump();
    door.wait(31_000);
    await door.pump();
    expect(got()).toEqual(['một']);
  });

  it('leaves a parcel whose sender died in doubt, and sends the next part', async () => {
    const { say, rows, got } = await talk();
    await say(`${'Một câu dài. '.repeat(150)}\n\n${'Hai câu dài. '.repeat(140)}`);
    const { outbox } = door.store.store;
    const [parcel] = await outbox.claim({ channels: ['zalo-oa'], now: door.now(), leaseMs: 60_000, limit: 1 });
    await door.sender.send(parcel!);
    expect(got()).toHaveLength(1);
    // Killed here: sent, and not settled.
    door.wait(61_000);
    await door.pump();
    expect(await rows()).toEqual([
      { state: 'ambiguous', reason: 'sender-died' },
      { state: 'sent', reason: null },
    ]);
    expect(got()).toHaveLength(2);
    expect(new Set(got()).size).toBe(2);
  });

  it('sends each thing at most once, and in order, whatever Zalo does; exactly once when it takes it', async () => {
    const outcome = fc.constantFrom('ok', 'timeout-lost', 'timeout-arrived', 'slow', 'retry', 'died' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.array(outcome, { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (outcomes, count) => {
          const { user, say, rows } = await talk();
          const arrived: string[] = [];
          const script = [...outcomes];
          const mine = door.reached.length;
          let dies = false;
          // Killed when Zalo has it and the outbox does not know.
          const sender = {
            ...door.sender,
            async send(parcel: Parcel) {
              const delivery = await door.sender.send(parcel);
              if (!dies) return delivery;
              dies = false;
              throw new Error('killed');
            },
          };
          door.onSend = (message) => {
            if (message.to !== user) return;
            const next = script.shift() ?? 'ok';
            if (next === 'timeout-arrived' || next === 'died') arrived.push(message.text);
            if (next === 'timeout-lost' || next === 'timeout-arrived')
              throw zaloError('retry', { mayHaveArrived: true });
            if (next === 'slow') throw zaloError('slow-down');
            if (next === 'retry') throw zaloError('retry');
            if (next === 'died') dies = true;
            else arrived.push(message.text);
          };
          const texts = Array.from({ length: count }, (_, index) => `câu ${index + 1}`);
          for (const text of texts) await say(text);
          for (let round = 0; round < 14; round += 1) {
            const { outbox } = door.store.store;
            const send = () => sendParcels({ outbox, senders: [sender], now: door.now, lanes: 2, onError: () => {} });
            await Promise.all([send(), send()]);
            door.wait(20 * 60_000);
          }
          door.onSend = () => {};
          expect(new Set(arrived).size).toBe(arrived.length);
          expect(arrived).toEqual(texts.filter((text) => arrived.includes(text)));
          const states = (await rows()).map(({ state }) => state);
          for (const [index, state] of states.entries()) if (state === 'sent') expect(arrived).toContain(texts[index]);
          if (outcomes.every((one) => one === 'ok' || one === 'slow')) expect(arrived).toEqual(texts);
          expect(states).not.toContain('queued');
          door.reached.length = mine;
        },
      ),
      { numRuns: 15 },
    );
  });
});
