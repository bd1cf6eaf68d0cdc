import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openTestStore, type TestStore } from './test-store.ts';

describe('utterances', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  const open = async () => {
    const { id, citizenId } = await test.store.openConversation({
      channel: 'web',
      externalId: randomUUID(),
      locale: 'vi',
    });
    return { conversationId: id, citizenId };
  };
  const say = (key: string) => ({ key, speaker: 'bot' as const, content: { key }, at: new Date() });
  const keyIn = ({ content }: { content: unknown }) => (content as { key: string }).key;

  async function pages(thread: { conversationId: string; citizenId: string }, limits: readonly number[]) {
    const all: string[] = [];
    let after = 0;
    for (let index = 0; ; index++) {
      const page = await test.store.utterances({ ...thread, after, limit: limits[index % limits.length] ?? 1 });
      all.push(...(page?.utterances ?? []).map(keyIn));
      if (!page?.more) return all;
      after = page.last;
    }
  }

  it('come back page by page, each once and in order, however many are added at once and however large the pages', async () => {
    const bursts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });
    const limits = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(bursts, limits, async (sizes, sizesOfPages) => {
        const thread = await open();
        let count = 0;
        for (const size of sizes) {
          const keys = Array.from({ length: size }, () => String(count++));
          await Promise.all(
            keys.map((key) => test.store.addUtterances({ ...thread, utterances: [say(key), say(key)] })),
          );
        }
        const whole = (await test.store.utterances({ ...thread, after: 0 }))?.utterances ?? [];
        expect(whole.map(keyIn).toSorted((a, b) => Number(a) - Number(b))).toEqual(
          Array.from({ length: count }, (_, n) => String(n)),
        );
        expect(await pages(thread, sizesOfPages)).toEqual(whole.map(keyIn));
        const positions = whole.map(({ position }) => position);
        expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b));
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('know a position of another conversation as foreign', async () => {
    const [mine, other] = [await open(), await open()];
    await test.store.addUtterances({ ...mine, utterances: [say('a')] });
    await test.store.addUtterances({ ...other, utterances: [say('a')] });
    const after = await test.store.lastPosition(other);
    expect(await test.store.utterances({ ...mine, after })).toBeNull();
    expect(await test.store.utterances({ ...mine, after: await test.store.lastPosition(mine) })).toMatchObject({
      utterances: [],
      more: false,
    });
    for (const wrong of [-1, 0.5, Number.NaN, 2 ** 60])
      expect(await test.store.utterances({ ...mine, after: wrong })).toBeNull();
  });

  it('hold a turn’s question and answer, once, and nothing where nothing was said', async () => {
    const thread = await open();
    const turn = { ...thread, messageId: 'm', askedMasked: 'lệ phí?', slots: {}, at: new Date(), echo: { k: 1 } };
    const { turnId, utteranceId } = await test.store.receive(turn);
    expect((await test.store.receive(turn)).utteranceId).toBe(utteranceId);
    const finished = { ...thread, turnId, answer: { a: 1 }, status: 'answered', ms: 1, memory: {}, at: new Date() };
    await test.store.finish(finished);
    await test.store.finish(finished);
    const silent = await test.store.receive({ ...turn, messageId: 'm2' });
    await test.store.finish({ ...finished, turnId: silent.turnId, silent: true });
    const page = await test.store.utterances({ ...thread, after: 0 });
    expect(page?.utterances.map(({ speaker, asked }) => [speaker, asked])).toEqual([
      ['citizen', 'lệ phí?'],
      ['bot', 'lệ phí?'],
      ['citizen', 'lệ phí?'],
    ]);
    expect(page?.utterances[1]?.answer).toEqual({ a: 1 });
  });

  it('are seen and added by their own citizen alone', async () => {
    const [mine, other] = [await open(), await open()];
    await test.store.addUtterances({ ...mine, utterances: [say('a')] });
    const mixed = { conversationId: mine.conversationId, citizenId: other.citizenId };
    expect((await test.store.utterances({ ...mixed, after: 0 }))?.utterances).toEqual([]);
    await expect(test.store.addUtterances({ ...mixed, utterances: [say('b')] })).rejects.toMatchObject({
      code: 'unknown-conversation',
    });
  });

  it('are signalled to whoever listens, by id alone', async () => {
    const thread = await open();
    const heard = new Promise<string>((resolve) => {
      const stop = test.store.onUtterance((id) => {
        stop();
        resolve(id);
      });
    });
    for (let tries = 0; tries < 20; tries++) {
      await test.store.addUtterances({ ...thread, utterances: [say(String(tries))] });
      if (await Promise.race([heard, new Promise((resolve) => setTimeout(() => resolve(null), 100))])) break;
    }
    expect(await heard).toBe(thread.conversationId);
  });
});
