/** Opens the port to a model's server. LangChain and the client are loaded by {@link loadClient} or the first call, not before. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Embeddings } from '@langchain/core/embeddings';
import type { ChatOpenAI } from '@langchain/openai';
import { z } from 'zod';
import { asModelError } from './gate/as-model-error.ts';
import type { GateCall, GateParts } from './gate/gate-call.ts';
import { guardedFetch } from './gate/guarded-fetch.ts';
import { openLine } from './gate/line.ts';
import { ModelError } from './model-error.ts';
import type { ModelLedger } from './model-ledger.ts';
import type { ModelSettings } from './model-settings.ts';
import type { Asking, ModelPerson, ModelPort } from './port.ts';
import { splitSentences } from './split-sentences.ts';

export interface ModelParts {
  readonly settings: ModelSettings;
  readonly ledger: ModelLedger;
  readonly now?: () => Date;
  readonly onError?: (error: unknown) => void;
}

/** Tokens that each purpose may write. */
const mostOut = { understand: 600, word: 700, rerank: 300, copilot: 2_000 } as const;

/** Asks nothing of the server. */
export function openModel({ settings, ledger, now = () => new Date(), onError = () => {} }: ModelParts): ModelPort {
  const line = openLine(() => now().getTime());
  const gate: GateParts = { settings, ledger, line, now, onError };
  const limited = (signal: AbortSignal) => AbortSignal.any([signal, AbortSignal.timeout(settings.turnMs)]);
  return {
    name: settings.model,
    state: line.state,
    structured: ({ schema, ...asking }) => {
      const signal = limited(asking.signal);
      return line.run(() => inTime(signal, structured(gate, { ...asking, schema, signal })));
    },
    text: (asking) => {
      const signal = limited(asking.signal);
      return line.run(() => inTime(signal, write(gate, { ...asking, signal })));
    },
    chatModel: async ({ purpose, person, signal }) => {
      const call = { purpose, person, signal, mostOut: mostOut[purpose] };
      return clientOf(gate, call, { eachCallInLine: true });
    },
    embeddings: async () => (settings.embeddings === null ? null : embeddingsOf(gate, settings.embeddings)),
  };
}

/** Whatever the client does with its signal: the wait ends. */
function inTime<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const over = new Promise<never>((_resolve, reject) => {
    const end = () => reject(new ModelError('model-timeout', 'The model did not answer in time.'));
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
  work.catch(() => {});
  over.catch(() => {});
  return Promise.race([work, over]).catch((error: unknown) => {
    throw asModelError(error, signal);
  });
}

/** Takes a second or more; a citizen's first question need not wait for it. Later calls find it there. */
export const loadClient = () => import('@langchain/openai');

async function clientOf(
  gate: GateParts,
  call: GateCall,
  { eachCallInLine = false }: { readonly eachCallInLine?: boolean } = {},
): Promise<ChatOpenAI> {
  const { ChatOpenAI } = await loadClient();
  const { settings, line } = gate;
  const guarded = guardedFetch(gate, call);
  const inLine: typeof fetch = (url, init) => line.run(() => guarded(url, init));
  return new ChatOpenAI({
    model: settings.model,
    apiKey: settings.apiKey,
    maxRetries: 0,
    maxTokens: call.mostOut,
    // Some models of OpenAI's own take no temperature.
    ...(settings.atHome ? { temperature: 0 } : {}),
    ...(eachCallInLine ? { disableStreaming: true } : {}),
    configuration: {
      baseURL: settings.baseUrl,
      fetch: eachCallInLine ? inLine : guarded,
      maxRetries: 0,
      timeout: settings.turnMs * 2,
      // It would print what a server sent.
      logLevel: 'off',
    },
  });
}

const turnsOf = ({ system, user }: Asking): [string, string][] => [
  ['system', system],
  ['user', user],
];

async function structured<T>(gate: GateParts, asking: Asking & { readonly schema: z.ZodType<T> }): Promise<T> {
  const { purpose, person, signal, schema } = asking;
  const json_schema = { name: purpose, strict: true, schema: z.toJSONSchema(schema) };
  const responseFormat = { type: 'json_schema', json_schema };
  const client = await clientOf(gate, { purpose, person, signal, responseFormat, mostOut: mostOut[purpose] });
  const reply = await client.invoke(turnsOf(asking), { signal });
  const read = schema.safeParse(jsonIn(reply.text));
  if (read.success) return read.data;
  throw new ModelError('model-garbage', 'The model’s reply does not fit the schema that was asked for.');
}

/** A server that does not honour the schema may put a fence or a sentence around its JSON. */
function jsonIn(text: string): unknown {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch (error) {
    throw new ModelError('model-garbage', 'The model’s reply holds no JSON.', { cause: error });
  }
}

async function write(gate: GateParts, asking: Parameters<ModelPort['text']>[0]): Promise<string> {
  const { purpose, person, onSentence } = asking;
  const stop = new AbortController();
  const signal = AbortSignal.any([asking.signal, stop.signal]);
  const call = { purpose, person, signal: asking.signal, mostOut: mostOut[purpose], keepHidden: purpose === 'word' };
  const client = await clientOf(gate, call);
  if (!onSentence) return (await client.invoke(turnsOf(asking), { signal })).text;
  const splitter = splitSentences();
  const heard: string[] = [];
  const goesOn = (sentences: readonly string[]) =>
    sentences.every((sentence) => {
      heard.push(sentence);
      return onSentence(sentence);
    });
  for await (const part of await client.stream(turnsOf(asking), { signal })) {
    if (goesOn(splitter.push(part.text))) continue;
    stop.abort();
    return heard.join('\n');
  }
  goesOn(splitter.flush());
  return heard.join('\n');
}

const nobody: ModelPerson = { kind: 'nobody', id: 'index' };

interface Asker {
  readonly person: ModelPerson;
  readonly signal: AbortSignal;
}

/** Who asks what is searched for now: the search engine hands a text alone to its embedder. */
const asker = new AsyncLocalStorage<Asker>();

/** What is embedded in `work` is masked and counted as this person's, and ends with the signal. */
export const askingFor = <T>(who: Asker, work: () => Promise<T>): Promise<T> => asker.run(who, work);

/** Of public texts and of questions; the search falls back to its own space of meaning when this fails. */
async function embeddingsOf(gate: GateParts, model: string): Promise<Embeddings> {
  const { OpenAIEmbeddings } = await loadClient();
  const { settings, line } = gate;
  const guarded: typeof fetch = (url, init) => {
    const who = asker.getStore() ?? { person: nobody, signal: AbortSignal.timeout(embedMs) };
    return line.run(() => guardedFetch(gate, { purpose: 'embed', ...who, mostOut: 0 })(url, init));
  };
  return new OpenAIEmbeddings({
    model,
    apiKey: settings.apiKey,
    maxRetries: 0,
    batchSize: 64,
    encodingFormat: 'float',
    configuration: { baseURL: settings.baseUrl, fetch: guarded, maxRetries: 0, logLevel: 'off' },
  });
}

/** A batch of the index, in ms. */
const embedMs = 20_000;
