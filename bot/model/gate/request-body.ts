/** The body of a request to a model, as our gate has to understand it to let it through. */

import type { Hider } from '../mask/hider.ts';
import { ModelError } from '../model-error.ts';

type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every text of it that came from a person or from a tool, hidden. @throws {ModelError} for what it cannot read: that does not go out. */
export function hideBody(body: unknown, hider: Hider): Json {
  if (typeof body !== 'string') throw unreadable();
  const read: unknown = JSON.parse(body);
  if (!isObject(read)) throw unreadable();
  if (Array.isArray(read.messages)) return { ...read, messages: read.messages.map((one) => hideDeep(one, hider)) };
  if (read.input !== undefined) return { ...read, input: hideDeep(read.input, hider) };
  throw unreadable();
}

/** Servers of one's own know the older words of OpenAI's interface alone. */
export function inPlainDialect(body: Json): Json {
  const { max_completion_tokens, messages, ...rest } = body;
  if (!Array.isArray(messages)) return body;
  const plainly = messages.map((one) => (isObject(one) && one.role === 'developer' ? { ...one, role: 'system' } : one));
  return { ...rest, messages: plainly, ...(max_completion_tokens ? { max_tokens: max_completion_tokens } : {}) };
}

const unreadable = () => new ModelError('model-garbage', 'A request to the model has a form that cannot be masked.');

/** Roles and ids are ours; everything else may hold words of a person. */
const plain = new Set(['role', 'type', 'id', 'tool_call_id']);

function hideDeep(value: unknown, hider: Hider, key = ''): unknown {
  if (typeof value === 'string') return plain.has(key) ? value : hider.hide(value);
  if (Array.isArray(value)) return value.map((item) => hideDeep(item, hider));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, hideDeep(item, hider, name)]));
}

/** What was hidden, put back in a reply: in its words and in the arguments of its tool calls. */
export function restoreReply(reply: unknown, hider: Hider): unknown {
  if (typeof reply === 'string') return hider.restore(reply);
  if (Array.isArray(reply)) return reply.map((item) => restoreReply(item, hider));
  if (!isObject(reply)) return reply;
  return Object.fromEntries(Object.entries(reply).map(([name, item]) => [name, restoreReply(item, hider)]));
}

const mostKept = 20_000;

/** What is kept of a request: the masked messages, shortened. */
export const requestText = ({ messages, input }: Json): string => JSON.stringify(messages ?? input).slice(0, mostKept);

export const replyText = (reply: string): string => reply.slice(0, mostKept);

/** The words of a reply and the calls of tools in it, without what is the wire's own. */
export function saidIn(reply: unknown): string {
  const choice: unknown = isObject(reply) && Array.isArray(reply.choices) ? reply.choices[0] : null;
  const message = isObject(choice) ? choice.message : null;
  if (!isObject(message)) return '';
  const calls = Array.isArray(message.tool_calls) ? JSON.stringify(message.tool_calls) : '';
  return `${typeof message.content === 'string' ? message.content : ''}${calls}`;
}
