/** A program to be killed: it stores turns as fast as it can and says each number once it is acknowledged. */
import { openStore } from './open-store.ts';

const [dataFolder, first] = process.argv.slice(2);
if (!dataFolder) throw new Error('kill-writer.ts needs a folder');
const store = await openStore({ dataFolder, secretKey: Buffer.alloc(32, 5) });
const { id, citizenId } = await store.openConversation({ channel: 'web', externalId: 'kill', locale: 'vi' });
for (let number = Number(first); ; number++) {
  const thread = { conversationId: id, citizenId };
  const at = new Date();
  const { turnId } = await store.receive({
    ...thread,
    messageId: `m${number}`,
    askedMasked: `câu ${number}`,
    slots: { a: `${number}` },
    at,
  });
  process.stdout.write(`received ${number}\n`);
  await store.finish({ ...thread, turnId, answer: { number }, status: 'answered', ms: 1, memory: { number }, at });
  process.stdout.write(`finished ${number}\n`);
}
