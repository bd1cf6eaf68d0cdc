import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createAssistant } from './assistant.ts';
import { sayAnswer } from './make-answer.ts';
import type { IncomingMessage } from './message.ts';
import type { Step } from './step.ts';
import { openTestStore, type TestStore } from './store/test-store.ts';
import { loadSpeech } from './texts/speech.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
}, 60_000);
afterAll(() => test?.close());

it('answers what a killed program left as it was sent: in its thread, by its channel, with its numbers', async () => {
  const { store } = test;
  const at = new Date('2026-11-20T02:00:00Z');
  const thread = { channel: 'zalo-bot', externalId: 'zalo-người-dân-1' };
  const { id: conversationId, citizenId } = await store.openConversation({ ...thread, locale: 'vi' });
  const slots = { '[số điện thoại 1]': '0900000011' };
  const asked = { conversationId, citizenId, messageId: 'm1', askedMasked: 'gọi tôi [số điện thoại 1]', slots, at };
  await store.receive(asked);
  const seen: Omit<IncomingMessage, 'text'>[] = [];
  const listen: Step = {
    name: 'listen',
    async run({ message }) {
      seen.push(message);
      return { answer: sayAnswer('Dạ.') };
    },
  };
  const assistant = createAssistant({ steps: [listen], speak: loadSpeech(), store });
  expect(await assistant.answerLeftovers(new Date())).toBe(1);
  expect(seen).toMatchObject([{ channel: 'zalo-bot', conversationId: thread.externalId, id: 'm1', at }]);
  expect(await assistant.answerLeftovers(new Date())).toBe(0);
});
