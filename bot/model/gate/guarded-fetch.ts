/** The one way out to a model's server: masks, sets tokens aside, bounds, counts, keeps, and puts back. */
import { maskForLog } from '../../understand/mask-identity.ts';
import { openHider } from '../mask/hider.ts';
import { ModelError, type ModelErrorCode } from '../model-error.ts';
import type { ModelLedger } from '../model-ledger.ts';
import type { ModelSettings } from '../model-settings.ts';
import type { ModelPerson, ModelPurpose } from '../port.ts';
import { guessTokens, usageOf } from './count-tokens.ts';
import { type ModelLine, waitOf } from './line.ts';
import { readReply, watchStream } from './read-reply.ts';
import { hideBody, inPlainDialect, isObject, replyText, requestText, restoreReply, saidIn } from './request-body.ts';

export interface GateParts {
  readonly settings: ModelSettings;
  readonly ledger: ModelLedger;
  readonly line: ModelLine;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

export interface GateCall {
  readonly purpose: ModelPurpose;
  readonly person: ModelPerson;
  readonly signal: AbortSignal;
  /** The most that it may write, in tokens. */
  readonly mostOut: number;
  /** The form of the reply; left to the gate, since the client would refuse JSON in a fence. */
  readonly responseFormat?: object;
  /** What was hidden stays hidden in the reply: for drafts, in which it has no place. */
  readonly keepHidden?: boolean;
}

/** A `fetch` for one call of OpenAI's client. It throws {@link ModelError} alone. */
export function guardedFetch(parts: GateParts, call: GateCall): typeof fetch {
  const hider = openHider(call.person.names ?? []);
  return async (url, init) => {
    const hidden = hideBody(init?.body, hider);
    const { responseFormat } = call;
    const whole = responseFormat ? { ...hidden, response_format: responseFormat } : hidden;
    const body = parts.settings.atHome ? inPlainDialect(whole) : whole;
    const request = requestText(body);
    const wish = { person: call.person, tokens: guessTokens(request) + call.mostOut, at: parts.now() };
    await setAside(parts, call, { wish, request });
    const begun = performance.now();
    const note = noting(parts, call, { wish, request, begun });
    try {
      const signal = AbortSignal.any([call.signal, ...(init?.signal ? [init.signal] : [])]);
      const response = await fetch(url, { ...init, body: JSON.stringify(body), signal, redirect: 'error' });
      refuseStatus(response, parts);
      if (body.stream === true && response.body) return watched(response, note);
      const text = await readReply(response);
      const reply = parsed(text);
      note('answered', saidIn(reply), isObject(reply) ? reply.usage : null);
      const restored = call.keepHidden ? reply : restoreReply(reply, hider);
      return new Response(JSON.stringify(restored), { status: 200, headers: { 'content-type': 'application/json' } });
    } catch (error) {
      const known = asModelError(error, call.signal);
      note(known.code, '', null);
      throw known;
    }
  };
}

type Wish = Parameters<ModelLedger['reserve']>[0];

/** A ledger that cannot be asked stops the call: what cannot be counted is not spent. */
async function setAside(parts: GateParts, call: GateCall, { wish, request }: { wish: Wish; request: string }) {
  const { ceilings } = parts.settings;
  // Nobody's own ceiling holds for the index, which is made of public texts.
  const most = call.purpose === 'embed' ? { ...ceilings, person: ceilings.all } : ceilings;
  const fits = await parts.ledger.reserve(wish, most).catch((error: unknown) => {
    parts.onError(error);
    throw new ModelError('model-off', 'What calls cost cannot be counted now.', { cause: error });
  });
  if (fits) return;
  await keep(parts, call, { wish, request, reply: '', outcome: 'model-budget', usage: { in: 0, out: 0 }, ms: 0 });
  throw new ModelError('model-budget', 'The ceiling of tokens for today is reached. Raise it, or wait for tomorrow.');
}

interface Noted {
  readonly wish: Wish;
  readonly request: string;
  readonly begun: number;
}

/** Settles and keeps the call, once; what fails there keeps no answer back. */
function noting(parts: GateParts, call: GateCall, { wish, request, begun }: Noted) {
  let noted = false;
  return (outcome: 'answered' | ModelErrorCode, reply: string, told: unknown): void => {
    if (noted) return;
    noted = true;
    const usage = usageOf(told, { request, reply });
    const used = usage.in + usage.out;
    const ms = Math.round(performance.now() - begun);
    parts.ledger.settle({ ...wish, used }).catch(parts.onError);
    void keep(parts, call, { wish, request, reply, outcome, usage, ms });
  };
}

interface Kept extends Omit<Noted, 'begun'> {
  readonly reply: string;
  readonly outcome: 'answered' | ModelErrorCode;
  readonly usage: { readonly in: number; readonly out: number };
  readonly ms: number;
}

function keep({ settings, ledger, onError }: GateParts, { purpose, person }: GateCall, kept: Kept): Promise<void> {
  const { price } = settings;
  const { usage, outcome, ms, request, reply, wish } = kept;
  const cost = price ? (usage.in * price.in + usage.out * price.out) / 1_000_000 : null;
  return ledger
    .keepCall({
      ...{ at: wish.at, person, purpose, model: settings.model, outcome, ms, cost },
      ...{ tokensIn: usage.in, tokensOut: usage.out },
      request: purpose === 'embed' ? '' : maskForLog(request),
      reply: purpose === 'embed' ? '' : maskForLog(replyText(reply)),
    })
    .catch(onError);
}

function refuseStatus(response: Response, { line, now }: GateParts): void {
  if (response.ok) return;
  void response.body?.cancel();
  const wait = response.headers.get('retry-after');
  if (response.status === 429 || (response.status === 503 && wait !== null)) {
    line.waitFor(waitOf(wait, now().getTime()));
    throw new ModelError('model-busy', `The model answered ${response.status}: too many requests.`);
  }
  throw new ModelError('model-down', `The model answered ${response.status}.`);
}

/** The stream goes on to the client; what it said is counted when it ends, however it ends. */
function watched(response: Response, note: ReturnType<typeof noting>): Response {
  let text = '';
  const body = watchStream(response.body as ReadableStream<Uint8Array>, (part) => {
    text += part;
  });
  const [reader, usageIn] = [body.getReader(), () => lastUsage(text)];
  const passed = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        note('answered', wordsOf(text), usageIn());
        controller.close();
      } catch (error) {
        note(error instanceof ModelError ? error.code : 'model-timeout', wordsOf(text), usageIn());
        controller.error(error);
      }
    },
    async cancel(reason) {
      note('answered', wordsOf(text), usageIn());
      await reader.cancel(reason);
    },
  });
  return new Response(passed, { status: 200, headers: { 'content-type': 'text/event-stream' } });
}

const eventsOf = (text: string): unknown[] =>
  text.split('\n').flatMap((line) => {
    if (!line.startsWith('data: {')) return [];
    try {
      return [JSON.parse(line.slice('data: '.length))];
    } catch {
      return [];
    }
  });

const lastUsage = (text: string): unknown =>
  eventsOf(text)
    .map((event) => (isObject(event) ? event.usage : null))
    .findLast(isObject) ?? null;

/** What was said in a stream of events, put together. */
function wordsOf(text: string): string {
  return eventsOf(text)
    .map((event) => {
      const choice: unknown = isObject(event) && Array.isArray(event.choices) ? event.choices[0] : null;
      const delta = isObject(choice) ? choice.delta : null;
      return isObject(delta) && typeof delta.content === 'string' ? delta.content : '';
    })
    .join('');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ModelError('model-garbage', 'The model’s reply is no JSON.', { cause: error });
  }
}

/** @param signal of the call: when it is over, whatever was thrown is a time that ran out. */
export function asModelError(error: unknown, signal: AbortSignal): ModelError {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof ModelError) return cause;
  if (signal.aborted) return new ModelError('model-timeout', 'The model did not answer in time.', { cause: error });
  if (error instanceof SyntaxError)
    return new ModelError('model-garbage', 'The model’s reply cannot be read.', { cause: error });
  return new ModelError('model-down', 'The model cannot be reached.', { cause: error });
}
