/** A queue machine over REST, as `docs/how-to/set-up-a-kiosk.md` describes it. */
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  ConstantBackoff,
  circuitBreaker,
  handleWhen,
  type IPolicy,
  retry,
  wrap,
} from 'cockatiel';
import { z } from 'zod';
import { boundedFetch, ReplyTooLargeError } from '../../../bot/index.ts';
import {
  type DrawnTicket,
  type QueueTickets,
  TicketError,
  type TicketFault,
  type TicketWish,
} from './queue-tickets.ts';

export interface RestTicketOptions {
  /** Below it lies `tickets`. */
  readonly url: string;
  /** Shown as a bearer token; `null`: the machine wants none. */
  readonly key: string | null;
  /** For one try, in ms. */
  readonly withinMs?: number;
  /** How long a machine that failed several times in a row is left alone, in ms. */
  readonly restMs?: number;
  readonly fetch?: typeof fetch;
}

const replySchema = z.object({
  number: z.union([z.string().min(1).max(20), z.int().positive().transform(String)]),
  waiting: z.int().min(0).max(9_999).nullish(),
  counter: z.string().max(60).nullish(),
});
const usualMs = 2_500;
const usualRestMs = 30_000;
const failuresInARow = 4;
const againAfterMs = 200;
const largestReply = 10_000;

/** Whether the machine is at fault, so that the breaker counts it; "no queue here" is an answer. */
const isFault = (error: unknown): boolean => error instanceof TicketError && error.code !== 'no-queue';
/** The key makes it safe: a number that was drawn and not told is told by the second try. */
const isWorthAgain = (error: unknown): boolean => error instanceof TicketError && ['down', 'slow'].includes(error.code);

export function openRestTickets(options: RestTicketOptions): QueueTickets {
  const breaker = circuitBreaker(handleWhen(isFault), {
    halfOpenAfter: options.restMs ?? usualRestMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  });
  const again = retry(handleWhen(isWorthAgain), { maxAttempts: 1, backoff: new ConstantBackoff(againAfterMs) });
  const policy: IPolicy = wrap(again.dangerouslyUnref(), breaker);
  return {
    async draw(wish) {
      try {
        return await policy.execute(() => askMachine(options, wish), wish.signal);
      } catch (error) {
        if (error instanceof BrokenCircuitError)
          throw new TicketError(
            'down',
            'The queue machine failed several times in a row and is left alone for a while.',
          );
        throw error;
      }
    },
  };
}

async function askMachine(options: RestTicketOptions, { counter, key, signal }: TicketWish): Promise<DrawnTicket> {
  const { url, withinMs = usualMs } = options;
  const ownFetch = boundedFetch(largestReply, options.fetch);
  const limit = AbortSignal.timeout(withinMs);
  try {
    const response = await ownFetch(new URL('tickets', url.endsWith('/') ? url : `${url}/`), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(options.key === null ? {} : { authorization: `Bearer ${options.key}` }),
      },
      body: JSON.stringify({ counter }),
      signal: AbortSignal.any([limit, signal]),
    });
    return readReply(response.status, await response.text());
  } catch (error) {
    if (error instanceof TicketError || signal.aborted) throw error;
    if (error instanceof ReplyTooLargeError)
      throw new TicketError('garbage', `The queue machine answered more than ${largestReply} bytes.`);
    if (limit.aborted) throw new TicketError('slow', `The queue machine gave no answer within ${withinMs} ms.`);
    throw new TicketError('down', 'The queue machine cannot be reached. See QUEUE_TICKETS_URL.', { cause: error });
  }
}

function readReply(status: number, text: string): DrawnTicket {
  const fault = faultOf(status);
  if (fault) throw new TicketError(fault, `The queue machine answered ${status}.`);
  const parsed = replySchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new TicketError('garbage', 'The queue machine answered what is no ticket.');
  const { number, waiting, counter } = parsed.data;
  return { number, waiting: waiting ?? null, counter: counter ?? null };
}

function faultOf(status: number): TicketFault | null {
  if (status === 200 || status === 201) return null;
  if (status === 404 || status === 409) return 'no-queue';
  return status >= 500 || status === 429 ? 'down' : 'refused';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
