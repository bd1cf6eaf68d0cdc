/** What the double is told to do: a mode for all calls, and a script of single calls that comes first. */
import type { ChatRequest } from './chat-request.ts';

/** `good` reads the prompt's fields as a good model would; `hostile` obeys whoever speaks last and lies; `faulty` breaks in every way in turn. */
export type DoubleMode = 'good' | 'hostile' | 'faulty';

export const faults = [
  /** 429 with `Retry-After`. */
  'rate-limit',
  /** 500 with OpenAI's error body. */
  'server-error',
  /** 401. */
  'bad-key',
  /** Takes the request and never answers. */
  'hang',
  /** Answers right, but late, and streams word by word. */
  'slow',
  /** Takes the line down in the middle of the headers. */
  'reset',
  /** A body that is cut off in the middle of its JSON. */
  'broken-json',
  /** The model's own JSON (structured output, arguments of a tool) is cut off. */
  'broken-content',
  /** A stream that ends in the middle of a sentence, without a finish and without `[DONE]`. */
  'truncated-stream',
  /** Lines that are no events, broken JSON, half characters. */
  'garbage-stream',
  /** The same id for every completion. */
  'constant-id',
  /** Half a million characters. */
  'huge',
  /** No content at all. */
  'empty',
  /** JSON of another shape than the schema asked for. */
  'wrong-schema',
  /** OpenAI's `refusal` in the place of content. */
  'refusal',
  /** Stopped by the limit of tokens. */
  'cut-by-length',
] as const;
export type Fault = (typeof faults)[number];

/** What one call gets. */
export type Scripted =
  | Fault
  | {
      readonly fault: Fault;
      /** Seconds, for `rate-limit`. */
      readonly retryAfter?: number;
      /** ms before the first byte and between the pieces of a stream, for `slow`. */
      readonly delayMs?: number;
    }
  | { readonly say: string }
  | { readonly json: unknown }
  | { readonly call: readonly ToolCall[] }
  | { readonly reply: (request: ChatRequest) => Said | string };

export interface ToolCall {
  readonly name: string;
  readonly arguments: unknown;
}

/** What a mind says to one request. */
export interface Said {
  readonly text: string | null;
  readonly calls?: readonly ToolCall[];
  /** What of the text is false or must not be said: whoever judges an answer looks for it there. */
  readonly lies?: readonly string[];
}

/** Thinks: good, hostile, or one given by a test. */
export type Mind = (request: ChatRequest) => Said;

export interface Planned {
  readonly fault: Fault | null;
  readonly retryAfter: number;
  readonly delayMs: number;
  /** `null`: the mode's own mind speaks. */
  readonly mind: Mind | null;
}

/** The entry of a script made plain; `null` is a call that the script does not name. */
export function planOf(scripted: Scripted | null): Planned {
  const plain = { fault: null, retryAfter: 1, delayMs: 200, mind: null };
  if (scripted === null) return plain;
  if (typeof scripted === 'string') return { ...plain, fault: scripted };
  if ('fault' in scripted) return { ...plain, ...scripted };
  return { ...plain, mind: mindOf(scripted) };
}

function mindOf(scripted: Exclude<Scripted, Fault | { readonly fault: Fault }>): Mind {
  if ('say' in scripted) return () => ({ text: scripted.say });
  if ('json' in scripted) return () => ({ text: JSON.stringify(scripted.json) });
  if ('call' in scripted) return () => ({ text: null, calls: scripted.call });
  return (request) => {
    const said = scripted.reply(request);
    return typeof said === 'string' ? { text: said } : said;
  };
}
