/** The agent loop. The one file that loads `langchain`: it is imported when a co-pilot is used, never before. */
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, createAgent, createMiddleware, HumanMessage, ToolMessage, tool } from 'langchain';
import { type CopilotLimits, longestDraft } from './copilot-limits.ts';
import type { LookUps } from './look-up.ts';
import type { OfficerTool } from './look-ups/officer-tool.ts';

export interface AgentRun {
  readonly model: BaseChatModel;
  readonly tools: readonly OfficerTool[];
  readonly system: string;
  readonly ask: string;
  readonly lookUps: LookUps;
  readonly limits: CopilotLimits;
  readonly signal: AbortSignal;
  /** Told of each call of the model. */
  readonly onCall: () => void;
}

/** Resolves with what the model wrote in the end, cut to what is read. Rejects when `signal` fires and when the model fails. */
export async function runAgent(run: AgentRun): Promise<string> {
  const { model, tools, system, ask, limits, signal } = run;
  const agent = createAgent({
    model,
    tools: tools.map(({ name, about, schema }) => tool(neverCalled, { name, description: about, schema })),
    systemPrompt: system,
    middleware: [within(run), lookedUpByUs(run)],
  });
  const recursionLimit = 4 * limits.modelCalls + 4;
  const ended = await agent.invoke({ messages: [new HumanMessage(ask)] }, { signal, recursionLimit });
  const last = ended.messages.at(-1);
  return AIMessage.isInstance(last) ? textOf(last) : '';
}

/** Look-ups are made by the middleware, which refuses in our words what does not fit. */
const neverCalled = (): string => {
  throw new Error('A look-up was called past the middleware');
};

const longestArguments = 2_000;

/** The last call that is allowed has no tools: it can only write. Whatever comes is cut to what may be asked for. */
function within({ limits, lookUps, onCall }: AgentRun) {
  let calls = 0;
  return createMiddleware({
    name: 'WithinLimits',
    wrapModelCall: async (request, handler) => {
      calls += 1;
      onCall();
      const left = Math.max(limits.toolCalls - lookUps.made, 0);
      const isLast = calls >= limits.modelCalls || left === 0;
      const reply = await handler(isLast ? { ...request, tools: [] } : request);
      return cut(reply, isLast ? 0 : left, calls);
    },
  });
}

/** A message of our own making: ids that nobody else chose, arguments and words of a bounded length. */
const cut = (reply: unknown, most: number, call: number): AIMessage =>
  new AIMessage({
    id: `reply-${call}`,
    content: AIMessage.isInstance(reply) ? textOf(reply) : '',
    tool_calls: (AIMessage.isInstance(reply) ? (reply.tool_calls ?? []) : [])
      .slice(0, most)
      .map(({ name, args }, at) => ({
        type: 'tool_call' as const,
        id: `look-${call}-${at}`,
        name: String(name).slice(0, 60),
        args: JSON.stringify(args ?? {}).length > longestArguments ? {} : args,
      })),
  });

const lookedUpByUs = ({ lookUps }: AgentRun) =>
  createMiddleware({
    name: 'LookedUpByUs',
    wrapToolCall: async ({ toolCall: { name, args, id } }) =>
      new ToolMessage({ name, tool_call_id: id ?? '', content: await lookUps.look(name, args) }),
  });

const textOf = (message: AIMessage): string => message.text.slice(0, longestDraft);
