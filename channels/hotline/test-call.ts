/** A caller without a telephone: says, presses and is silent, over the real dialogue and the real knowledge. For suites. */
import { emptyMemory, type IncomingMessage, loadSpeech, type Reply } from '../../bot/index.ts';
import { openTestBot, plainMessage, type TestBot } from '../../bot/test-bot.ts';
import type { CallAction, CallDialogue, CallEvent } from './call.ts';
import { type CallMemory, threadOf } from './call-memory.ts';
import type { Step } from './call-state.ts';
import { openCallTalk } from './call-talk.ts';
import { keepCalls } from './keep-calls.ts';
import type { Line } from './line.ts';

export const testLine: Line = {
  unit: null,
  name: 'phường Hòa Bình',
  officers: '+842593822111',
  isOpen: () => true,
  opensAt: () => null,
};

export interface TestSwitchboard {
  readonly dialogue: CallDialogue;
  /** Errors that the dialogue told of. */
  readonly errors: readonly unknown[];
}

export interface SwitchboardOptions {
  readonly bot?: TestBot;
  readonly line?: Line;
  readonly deadlineMs?: number;
  /** In place of the bot: to break it. */
  readonly handle?: (message: IncomingMessage) => Promise<Reply>;
}

export async function openTestSwitchboard({
  bot,
  line = testLine,
  deadlineMs,
  handle,
}: SwitchboardOptions = {}): Promise<TestSwitchboard> {
  const speak = loadSpeech();
  const asked = handle ?? answerWith(bot ?? (await openTestBot()));
  const talk = openCallTalk({
    assistant: { handle: asked },
    speak,
    lineOf: () => line,
    hints: ['khai sinh'],
    desk: null,
  });
  const errors: unknown[] = [];
  const dialogue = keepCalls({
    talk,
    memory: rememberCallsHere(),
    onError: (error) => errors.push(error),
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  });
  return { dialogue, errors };
}

/** As the store does, in this program's memory. */
export function rememberCallsHere(): CallMemory {
  const calls = new Map<
    string,
    { turn: number; working: number | null; fence: number; step: Step | null; over: boolean }
  >();
  return {
    async begin(event) {
      const key = threadOf(event);
      const call = calls.get(key) ?? { turn: -1, working: null, fence: 0, step: null, over: false };
      calls.set(key, call);
      if (call.over) return { kind: 'over' };
      if (event.turn <= call.turn) return { kind: 'answered', step: call.step };
      if (call.working !== null && call.working >= event.turn) return { kind: 'in-work' };
      call.working = event.turn;
      call.fence += 1;
      const { fence } = call;
      return {
        kind: 'begun',
        state: call.step?.state ?? null,
        async finish(step) {
          if (call.fence !== fence || call.working !== event.turn || call.over) return false;
          Object.assign(call, { turn: event.turn, working: null, step });
          return true;
        },
      };
    },
    async end(call) {
      const found = calls.get(threadOf(call));
      const isNews = found !== undefined && !found.over;
      if (found) Object.assign(found, { over: true, step: null });
      return isNews;
    },
  };
}

/** Each call's own memory, as the store keeps it. */
function answerWith(bot: TestBot): (message: IncomingMessage) => Promise<Reply> {
  const memories = new Map<string, typeof emptyMemory>();
  return async (message) => {
    const before = memories.get(message.conversationId) ?? emptyMemory;
    const { answer, memory, opening } = await bot.ask(message.text, before, { ...plainMessage, ...message });
    memories.set(message.conversationId, memory);
    return { turnId: message.id, opening, answer, repeated: false };
  };
}

export interface TestCall {
  /** Words of the last action. */
  readonly heard: string;
  readonly action: CallAction;
  begin(): Promise<CallAction>;
  say(text: string): Promise<CallAction>;
  press(digits: string): Promise<CallAction>;
  tell(event: Partial<CallEvent> & { readonly kind: CallEvent['kind'] }): Promise<CallAction>;
}

let calls = 0;

export function startTestCall({ dialogue }: TestSwitchboard, at = plainMessage.at): TestCall {
  calls += 1;
  const common = {
    provider: 'jambonz' as const,
    callId: `call-${calls}`,
    at,
    from: '+84900000011',
    to: '+842593822000',
  };
  let turn = -1;
  let action: CallAction = { do: 'hang-up', say: [], rate: 'normal' };
  const tell: TestCall['tell'] = async (event) => {
    turn += 1;
    action = await dialogue.onEvent({ ...common, turn, ...event } as CallEvent);
    return action;
  };
  return {
    get heard() {
      return action.say.map(({ text }) => text).join(' ');
    },
    get action() {
      return action;
    },
    begin: () => tell({ kind: 'started' }),
    say: (text) => tell({ kind: 'speech', text, confidence: 0.9 }),
    press: (digits) => tell({ kind: 'digits', digits }),
    tell,
  };
}
