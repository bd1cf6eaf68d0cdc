/** Replies in the form of OpenAI's chat completions, whole or as a stream. */
import { randomUUID } from 'node:crypto';
import type { ChatRequest } from './chat-request.ts';
import type { Said } from './scripted.ts';

export interface Finish {
  readonly id: string;
  readonly reason: 'stop' | 'length' | 'tool_calls' | 'content_filter';
  readonly refusal: string | null;
}

export const plainFinish = ({ calls = [] }: Said): Finish => ({
  id: newId(),
  reason: calls.length > 0 ? 'tool_calls' : 'stop',
  refusal: null,
});

/** One for every completion: with a constant one, agents' message lists replace what was said before. */
export const newId = (): string => `chatcmpl-${randomUUID().replaceAll('-', '')}`;

export function completionOf(request: ChatRequest, said: Said, { id, reason, refusal }: Finish): object {
  return {
    id,
    object: 'chat.completion',
    created: 1_790_000_000,
    model: request.model,
    choices: [
      {
        index: 0,
        finish_reason: reason,
        logprobs: null,
        message: {
          role: 'assistant',
          content: refusal === null ? said.text : null,
          refusal,
          ...(said.calls && said.calls.length > 0 ? { tool_calls: said.calls.map(toolCall) } : {}),
        },
      },
    ],
    usage: usageOf(request, said),
  };
}

/** The chunks of a stream, in order; the usage last where it was asked for. `[DONE]` is not among them. */
export function chunksOf(request: ChatRequest, said: Said, { id, reason, refusal }: Finish): object[] {
  const chunk = (delta: object, finish: string | null = null) => ({
    id,
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: request.model,
    choices: [{ index: 0, delta, finish_reason: finish, logprobs: null }],
  });
  const pieces =
    refusal === null ? piecesOf(said.text ?? '').map((content) => chunk({ content })) : [chunk({ refusal })];
  const calls = (said.calls ?? []).map((call, index) => chunk({ tool_calls: [{ index, ...toolCall(call) }] }));
  const usage = { ...chunk({}), choices: [], usage: usageOf(request, said) };
  return [
    chunk({ role: 'assistant', content: '' }),
    ...pieces,
    ...calls,
    chunk({}, reason),
    ...(request.withUsage ? [usage] : []),
  ];
}

/** About a word at a time, and sometimes in the middle of one, as models do. */
const piecesOf = (text: string): string[] => text.match(/[\s\S]{1,7}/gu) ?? [];

const toolCall = ({ name, arguments: given }: { readonly name: string; readonly arguments: unknown }) => ({
  id: `call_${randomUUID().replaceAll('-', '').slice(0, 24)}`,
  type: 'function',
  function: { name, arguments: typeof given === 'string' ? given : JSON.stringify(given) },
});

function usageOf({ messages, tools }: ChatRequest, { text, calls = [] }: Said) {
  const prompt = messages.reduce((sum, { text: one }) => sum + tokens(one) + 4, 0) + tokens(JSON.stringify(tools));
  const completion = tokens(text ?? '') + tokens(JSON.stringify(calls));
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

/** Vietnamese takes about a token for three characters. */
export const tokens = (text: string): number => Math.ceil(text.length / 3);
