/** A co-pilot over the shipped knowledge, with a model that says what the suite wrote down. For suites. */
import { randomUUID } from 'node:crypto';
import { AIMessage } from '@langchain/core/messages';
import { fakeModel } from '@langchain/core/testing';
import { checkWording } from '../model/check/check-wording.ts';
import type { StaffMember } from '../staff/staff.ts';
import { HandOffError } from '../store/index.ts';
import type { TestBot } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';
import type { CopilotAsk, CopilotDraft, CopilotStep } from './copilot.ts';
import type { CopilotParts } from './copilot-parts.ts';
import { createCopilot } from './open-copilot.ts';
import type { Receipt } from './receipt.ts';

type Call = { readonly name: string; readonly args: Record<string, unknown> };
/** What the model does next: words, look-ups, or both from what it has read. */
export type Said = string | readonly Call[] | ((read: string) => string | readonly Call[]);

/** Says one after the other; what it read is in `calls`. */
export function scriptedModel(...script: readonly Said[]) {
  const model = fakeModel();
  for (const said of script)
    model.respond((messages) => {
      const whole = messages.map(({ text }) => text).join('\n');
      const now = typeof said === 'function' ? said(whole) : said;
      const id = randomUUID();
      if (typeof now === 'string') return new AIMessage({ id, content: now });
      const calls = now.map(({ name, args }) => ({ name, args, id: randomUUID(), type: 'tool_call' as const }));
      return new AIMessage({ id, content: '', tool_calls: calls });
    });
  return model;
}

export const officer: StaffMember = {
  id: '00000000-0000-4000-8000-0000000000a1',
  name: 'Lan',
  role: 'officer',
  unit: '02683',
  skills: [],
  desk: null,
};

/** The token under which the model was shown a text that holds `part`. */
export const tokenOf = (read: string, part: string): string => {
  const line = read.split('\n').find((one) => one.startsWith('{{') && one.includes(part));
  if (!line) throw new Error(`The model was never shown «${part}»`);
  return line.split(' = ')[0] ?? '';
};

export interface CopilotRun extends CopilotDraft {
  readonly told: readonly CopilotStep[];
}

export interface TestCopilot {
  ask(
    text: string,
    options?: { readonly member?: StaffMember; readonly handOffId?: string | null },
  ): Promise<CopilotRun>;
  readonly asked: Pick<Receipt, 'run' | 'handOff'>[];
  readonly used: Receipt[];
  readonly copilot: ReturnType<typeof createCopilot>;
}

export function testCopilot(bot: TestBot, parts: Partial<CopilotParts> & Pick<CopilotParts, 'chatModel'>): TestCopilot {
  const speak = loadSpeech();
  const [asked, used]: [Pick<Receipt, 'run' | 'handOff'>[], Receipt[]] = [[], []];
  const copilot = createCopilot({
    serving: () => ({ tools: bot.tools, speak }),
    desk: { talk: () => Promise.reject(new HandOffError('unknown')) },
    check: checkWording,
    waiting: () => [],
    keepCaught: async () => {},
    noteAsked: async (_member, one) => void asked.push(one),
    noteUsed: async (_member, receipt) => void used.push(receipt),
    sealKey: Buffer.alloc(32, 7),
    now: () => new Date('2026-11-23T02:00:00Z'),
    clock: () => performance.now(),
    ...parts,
  });
  return {
    asked,
    used,
    copilot,
    async ask(text, { member = officer, handOffId = null } = {}) {
      const told: CopilotStep[] = [];
      const ask: CopilotAsk = { text, handOffId };
      const draft = await copilot.run(member, ask, {
        signal: new AbortController().signal,
        onStep: (step) => void told.push(step),
      });
      return { ...draft, told };
    },
  };
}
