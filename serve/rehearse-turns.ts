/** Answers a few questions of nobody before the doors are open: the first turns of a program take many times as long. */
import type { Parts } from '../assemble.ts';
import { emptyMemory, type IncomingMessage, pipeline, runTurn, startTurn } from '../bot/index.ts';

const questions = ['lệ phí đăng ký khai sinh', 'dang ky ket hon can giay to gi', 'phường làm việc giờ nào'];

/** Nothing of it is kept, counted or sent, and no language model is asked. Never rejects. */
export async function rehearseTurns({ tools, speak }: Pick<Parts, 'tools' | 'speak'>): Promise<void> {
  const steps = pipeline({ ...tools, model: null });
  for (const text of questions) {
    await runTurn(startTurn(messageOf(text), emptyMemory, speak), steps);
    await new Promise(setImmediate);
  }
}

const messageOf = (text: string): IncomingMessage => ({
  id: 'rehearsal',
  conversationId: 'rehearsal',
  channel: 'zalo-oa',
  locale: 'vi',
  text,
  at: new Date(),
  signedInAs: null,
  ownedByOfficer: false,
});
