/** Asks the source for one dossier right before an answer, for as long as a person is willing to wait. */
import type { DossierSource } from '../../knowledge/index.ts';

export interface RefreshPorts {
  readonly source: Pick<DossierSource, 'find'>;
  /** Keeps what was found, as the pages are kept. */
  keep(dossiers: readonly unknown[]): Promise<unknown>;
  /** Told of every failure, for the log. */
  readonly onError?: (error: unknown) => void;
}

export interface RefreshOptions {
  /** How long an answer waits for the source, in ms. */
  readonly limitMs?: number;
  /** For so long a dossier is not asked for again, in ms. */
  readonly freshMs?: number;
  /** The same for a code that the source does not know. */
  readonly absentMs?: number;
  /** Codes remembered; the oldest are forgotten. */
  readonly maxCodes?: number;
  readonly now?: () => Date;
  /** For tests: what ends the wait. */
  readonly limit?: () => AbortSignal;
}

export interface Refreshed {
  /** When the source told of it; `null` when it did not: then our tables say how old theirs is. */
  readonly asOf: Date | null;
  /** It does not answer now, or not sensibly: what is shown may be behind, and the answer has to say so. */
  readonly sourceDown: boolean;
  /** Whether the source has a dossier of this code; `null` when it did not say. */
  readonly known: boolean | null;
}

/**
 * Never rejects: without the source there is still what our tables hold.
 *
 * Call it only with codes that the asker may see: whether a code exists is told to nobody by the time this takes.
 */
export type RefreshDossier = (code: string) => Promise<Refreshed>;

export function refreshLive(ports: RefreshPorts, options: RefreshOptions = {}): RefreshDossier {
  const { limitMs = 1_500, freshMs = 20_000, absentMs = 60_000, maxCodes = 10_000, now = () => new Date() } = options;
  const { limit = () => AbortSignal.timeout(limitMs) } = options;
  const remembered = new Map<string, { readonly refreshed: Refreshed; readonly until: number }>();
  const underWay = new Map<string, Promise<Refreshed>>();
  const remember = (code: string, refreshed: Refreshed): Refreshed => {
    remembered.delete(code);
    if (remembered.size >= maxCodes) remembered.delete(remembered.keys().next().value ?? code);
    remembered.set(code, { refreshed, until: now().getTime() + (refreshed.known ? freshMs : absentMs) });
    return refreshed;
  };
  const ask = async (code: string): Promise<Refreshed> => {
    try {
      const signal = limit();
      const found = await orAborted(ports.source.find(code, signal), signal);
      if (found !== null) await ports.keep([found]);
      return remember(code, { asOf: now(), sourceDown: false, known: found !== null });
    } catch (error) {
      ports.onError?.(error);
      // Not remembered: the source's own circuit breaker spares it, and the next asker may have better luck.
      return { asOf: null, sourceDown: true, known: null };
    }
  };
  return (code) => {
    const known = remembered.get(code);
    if (known && now().getTime() < known.until) return Promise.resolve(known.refreshed);
    const asking = underWay.get(code) ?? ask(code).finally(() => underWay.delete(code));
    underWay.set(code, asking);
    return asking;
  };
}

/** A source that does not heed the signal must not hold up the answer. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
