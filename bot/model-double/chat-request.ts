/** A request as the double reads it: what is said in it, and in which form the reply is wanted. */
import { z } from 'zod';

const part = z.looseObject({ type: z.string(), text: z.string().optional() });
const message = z.looseObject({
  role: z.string(),
  content: z.union([z.string(), z.array(part), z.null()]).optional(),
  tool_calls: z.array(z.unknown()).optional(),
  tool_call_id: z.string().optional(),
});

const body = z.looseObject({
  model: z.string(),
  messages: z.array(message).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  max_tokens: z.number().nullish(),
  max_completion_tokens: z.number().nullish(),
  response_format: z
    .looseObject({ type: z.string(), json_schema: z.looseObject({ name: z.string(), schema: z.unknown() }).optional() })
    .nullish(),
  tools: z
    .array(
      z.looseObject({
        function: z.looseObject({
          name: z.string(),
          description: z.string().optional(),
          parameters: z.unknown().optional(),
        }),
      }),
    )
    .nullish(),
  tool_choice: z.unknown().optional(),
});

/** What a request asked of the server, as it came: tests look here for what must never leave the house. */
export interface RecordedCall {
  readonly path: string;
  readonly body: unknown;
  readonly authorization: string | null;
  /** What the mind said to it, before any fault; `null` where none was asked. */
  readonly said: string | null;
  /** The parts of it that are false or must not be said. */
  readonly lies: readonly string[];
}

export interface SaidMessage {
  readonly role: string;
  readonly text: string;
}

export interface OfferedTool {
  readonly name: string;
  readonly description: string;
  readonly schema: unknown;
}

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly SaidMessage[];
  readonly stream: boolean;
  /** A last chunk with the usage is wanted. */
  readonly withUsage: boolean;
  /** The JSON Schema of the reply; `null`: free text. `{}` where only "JSON" was asked for. */
  readonly schema: unknown;
  readonly tools: readonly OfferedTool[];
  /** A tool that must be called, by name; `any` of them; `null`. */
  readonly mustCall: string | null;
}

/** @throws {z.ZodError} when it is no chat request. */
export function readChatRequest(raw: unknown): ChatRequest {
  const { model, messages, stream, stream_options, response_format, tools, tool_choice } = body.parse(raw);
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, text: textOf(content) })),
    stream: stream === true,
    withUsage: stream_options?.include_usage === true,
    schema: schemaOf(response_format),
    tools: (tools ?? []).map(({ function: { name, description = '', parameters } }) => ({
      name,
      description,
      schema: parameters ?? {},
    })),
    mustCall: mustCallOf(tool_choice),
  };
}

function textOf(content: z.infer<typeof message>['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map(({ text = '' }) => text).join('\n');
}

function schemaOf(format: z.infer<typeof body>['response_format']): unknown {
  if (!format || format.type === 'text') return null;
  return format.json_schema?.schema ?? {};
}

function mustCallOf(choice: unknown): string | null {
  if (choice === 'required') return 'any';
  const named = z.object({ function: z.object({ name: z.string() }) }).safeParse(choice);
  return named.success ? named.data.function.name : null;
}

/** The whole of what the model reads, in order. */
export const everythingRead = ({ messages }: ChatRequest): string => messages.map(({ text }) => text).join('\n');

/** The last message of a role; '' where there is none. */
export const lastOf = ({ messages }: ChatRequest, role: string): string =>
  messages.findLast((one) => one.role === role)?.text ?? '';
