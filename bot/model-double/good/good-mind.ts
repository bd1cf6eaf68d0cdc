/** A good model, by rule: reads the fields of the prompt, rewrites simply, words with the tokens it was given. */
import { type ChatRequest, lastOf } from '../chat-request.ts';
import { likeness } from '../embed-text.ts';
import { fillSchema } from '../fill-schema.ts';
import { saidNow, tokensIn } from '../read-prompt.ts';
import type { Said } from '../scripted.ts';
import { goodWriter } from './good-writer.ts';
import { wordTokens } from './word-tokens.ts';

/** At most this many tools are called before it answers. */
const mostCalls = 3;

export function goodMind(request: ChatRequest): Said {
  if (request.mustCall !== null && request.tools.length > 0) return callTool(request, request.mustCall);
  if (request.schema !== null) return { text: JSON.stringify(fillSchema(request.schema, goodWriter(request))) };
  if (request.tools.length > 0 && wantsTool(request)) return callTool(request, 'any');
  return {
    text:
      request.tools.length > 0
        ? wordResults(request)
        : wordTokens(saidNow(request), tokensIn(request), isEnglish(request)),
  };
}

/** The instructions are in the language that is wanted. */
const isEnglish = ({ messages }: ChatRequest): boolean =>
  /^You (?:write|read|help|are)/.test(messages.find(({ role }) => role === 'system')?.text ?? '');

/** Looks once for each thing that the citizen says, then answers. */
const wantsTool = ({ messages }: ChatRequest): boolean => {
  const since = messages.findLastIndex(({ role }) => role === 'user');
  const done = messages.slice(since).filter(({ role }) => role === 'tool').length;
  return done === 0 && done < mostCalls;
};

function callTool(request: ChatRequest, name: string): Said {
  const asked = lastOf(request, 'user');
  const fitting = request.tools.toSorted((a, b) => closeness(b, asked) - closeness(a, asked));
  const tool = request.tools.find((one) => one.name === name) ?? fitting[0];
  if (!tool) return { text: '' };
  return { text: null, calls: [{ name: tool.name, arguments: fillSchema(tool.schema, goodWriter(request)) }] };
}

/** Searching comes first: it finds what the others need. */
const closeness = (
  { name, description }: { readonly name: string; readonly description: string },
  asked: string,
): number => likeness(description, asked) + (/search|tim|find/i.test(name) ? 1 : 0);

/** What the tools gave, in words: by tokens where there are any, else the first lines as they stand. */
function wordResults(request: ChatRequest): string {
  const tokens = tokensIn(request);
  if (tokens.length > 0) return wordTokens(saidNow(request), tokens);
  const found = lastOf(request, 'tool')
    .replace(/[{}[\]"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return found === '' ? 'Dạ, em chưa tìm thấy mục nào nói về việc này.' : `Theo bản ghi: ${found.slice(0, 300)}`;
}
