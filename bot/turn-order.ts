/** Whose turn is run next while the processor is full: calls, Zalo and emergencies at once, pages as they came. */
import type { IncomingMessage } from './message.ts';
import { isEmergency } from './understand/chat-reply.ts';

type Asked = Pick<IncomingMessage, 'channel' | 'text'>;

/** An answer would come too late to be waited for: nothing was kept, and the same message may be sent again. */
export class TooBusyError extends Error {
  readonly code = 'too-busy';
  readonly status = 503;
  /** Seconds. */
  readonly retryAfter = 10;

  constructor() {
    super('So many wait for an answer that nothing more is taken in for a moment. Try again in 10 s.');
  }
}

export interface TurnOrder {
  /** To be asked before a message is kept. @throws {TooBusyError} to whoever can be told to try again. */
  admit(message: Asked): void;
  /** Runs the turn now, or when its turn has come. Settles as the turn does. */
  run<T>(message: Asked, turn: () => Promise<T>): Promise<T>;
  /** Turns that wait for others. */
  readonly waiting: number;
}

export interface TurnOrderOptions {
  /** Whether the processor has no time left; until then turns are begun as they come, a few in each moment. */
  readonly isFull?: () => boolean;
  /** Told of each message that was not taken in. */
  readonly onTurnedAway?: (message: Asked) => void;
  /** Milliseconds, growing. */
  readonly now?: () => number;
}

export const turnLimits = {
  /**
   * While the processor is full: enough that it never idles while one of them waits for the store. And while it is not, so many
   * more in each moment: a hundred begun together would fill it for a second in which none of them ends and nobody is heard.
   */
  atOnce: 8,
  /** Whoever would have to wait longer, in ms, is told so instead. */
  longestWaitMs: 8_000,
} as const;
const momentMs = 50;

/** Who looks at a page. A caller hears silence while he waits; of what Zalo delivered, its own worker takes few at a time. */
const waitsInLine: ReadonlySet<Asked['channel']> = new Set(['web', 'kiosk', 'console']);

export function makeTurnOrder(options: TurnOrderOptions = {}): TurnOrder {
  const { isFull = () => false, onTurnedAway = () => {}, now = () => performance.now() } = options;
  const waiting: { readonly since: number; readonly begin: () => void }[] = [];
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;
  const moment = { since: Number.NEGATIVE_INFINITY, begun: 0 };
  const isFree = (): boolean => {
    if (underWay < turnLimits.atOnce) return true;
    if (isFull()) return false;
    if (now() - moment.since >= momentMs) Object.assign(moment, { since: now(), begun: 0 });
    return moment.begun < turnLimits.atOnce;
  };
  const takePlace = (): void => {
    underWay += 1;
    moment.begun += 1;
  };
  const goesFirst = ({ channel, text }: Asked) => !waitsInLine.has(channel) || isEmergency(text);
  const beginNext = (): void => {
    while (waiting.length > 0 && isFree()) {
      takePlace();
      waiting.shift()?.begin();
    }
    if (waiting.length === 0) timer = void clearInterval(timer);
    // The processor may be free again although none of those under way has ended.
    else timer ??= setInterval(beginNext, momentMs);
  };
  const waitForPlace = (message: Asked): Promise<void> | undefined => {
    const mayGo = (waiting.length === 0 && isFree()) || goesFirst(message);
    if (mayGo) {
      takePlace();
      return undefined;
    }
    return new Promise((begin) => {
      waiting.push({ since: now(), begin });
      beginNext();
    });
  };
  return {
    admit(message) {
      const first = waiting[0];
      if (!first || now() - first.since < turnLimits.longestWaitMs) return;
      if (goesFirst(message)) return;
      onTurnedAway(message);
      throw new TooBusyError();
    },
    async run(message, turn) {
      await waitForPlace(message);
      try {
        return await turn();
      } finally {
        underWay -= 1;
        beginNext();
      }
    },
    get waiting() {
      return waiting.length;
    },
  };
}
