/** What providers call the ends of a call and of a transfer: all of them have these words from SIP. */
import type { CallEvent } from './call.ts';

type Outcome = Extract<CallEvent, { kind: 'transfer-result' }>['outcome'];

const outcomes: Readonly<Record<string, Outcome>> = {
  completed: 'answered',
  answered: 'answered',
  busy: 'busy',
  'no-answer': 'no-answer',
};

/** Any other word, or none, is a failure. */
export const transferOutcome = (told: string | undefined): Outcome => outcomes[told ?? ''] ?? 'failed';

const over = new Set(['completed', 'failed', 'busy', 'no-answer', 'canceled', 'ended']);

/** Whether a call with this status is over. */
export const isOver = (status: string): boolean => over.has(status);

/** The turn of the end: after every other. */
export const lastTurn = Number.MAX_SAFE_INTEGER;
