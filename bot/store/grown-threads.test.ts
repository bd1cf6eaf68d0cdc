import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from './test-store.ts';

describe('which threads have grown', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  const talk = async (externalId: string) => {
    const { id, citizenId } = await test.store.openConversation({ channel: 'web', externalId, locale: 'vi' });
    const key = { conversationId: id, citizenId };
    const say = (word: string) =>
      test.store.addUtterances({
        ...key,
        utterances: [{ key: word, speaker: 'bot', content: { text: word }, at: new Date() }],
      });
    return { id, say, last: () => test.store.lastPosition(key) };
  };

  it('is told of many people’s at once, by the position that each reader has', async () => {
    const [one, other] = [await talk('dl-one'), await talk('dl-other')];
    await one.say('chào');
    await other.say('chào');
    const watched = [
      { conversationId: one.id, after: await one.last() },
      { conversationId: other.id, after: await other.last() },
    ];
    expect(await test.store.grownThreads(watched)).toEqual([]);
    await other.say('lệ phí khai sinh');
    expect(await test.store.grownThreads(watched)).toEqual([other.id]);
    expect(await test.store.grownThreads([])).toEqual([]);
  });

  it('lets the job that looks read no word of what was said', async () => {
    const read = test.store.database.withJob('ingress', (handle) =>
      handle.selectFrom('utterance').select('content').execute(),
    );
    await expect(read).rejects.toThrow(/permission denied/);
  });
});
