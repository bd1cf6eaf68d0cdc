/** Notices that the knowledge on disk has changed, and has it taken over; what serves goes on serving until that is done. */

/** Tells when something changed; cheap, for it is asked every few seconds. */
export type Fingerprint = () => Promise<string> | string;

export interface WatchOptions {
  readonly fingerprints: readonly Fingerprint[];
  /**
   * Takes over what is on disk now; resolves with the fingerprint of what it took. Rejects when that is broken: then the
   * old serves on, and it is tried again after the next change, or after some minutes.
   */
  readonly renew: () => Promise<string>;
  readonly onError: (error: unknown) => void;
  /** Milliseconds between two looks. */
  readonly every: number;
  readonly now?: () => number;
}

export interface Watch {
  /** Looks now. Resolves when what was to do is done; never rejects. */
  look(): Promise<void>;
  stop(): void;
}

/** What could not be taken over may be taken later without a change: a full disk, a database that was away. */
const retryAfter = 300_000;

/** @param serving the fingerprint of what serves at the start, as {@link fingerprintOf} gives it. */
export function watchKnowledge(serving: string, options: WatchOptions): Watch {
  const { fingerprints, renew, onError, every, now = Date.now } = options;
  let known = serving;
  let seen = serving;
  let failed: { readonly fingerprint: string; readonly at: number } | null = null;
  let underWay: Promise<void> | null = null;
  const lookOnce = async (): Promise<void> => {
    const found = await fingerprintOf(fingerprints);
    const settled = found === seen;
    seen = found;
    // Somebody may still be writing: what changed must stay as it is for one more look.
    if (found === known || !settled) return;
    if (failed?.fingerprint === found && now() - failed.at < retryAfter) return;
    failed = { fingerprint: found, at: now() };
    known = await renew();
    failed = null;
  };
  const look = (): Promise<void> => {
    underWay ??= lookOnce()
      .catch(onError)
      .finally(() => {
        underWay = null;
      });
    return underWay;
  };
  const timer = setInterval(() => void look(), every);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

export const fingerprintOf = async (fingerprints: readonly Fingerprint[]): Promise<string> =>
  (await Promise.all(fingerprints.map(async (fingerprint) => fingerprint()))).join(' | ');
