/** Notices that the knowledge on disk has changed, and has it taken over; what serves goes on serving until that is done. */

/** Tells when something changed; cheap, for it is asked every few seconds. */
export type Fingerprint = () => Promise<string> | string;

export interface WatchOptions {
  readonly fingerprints: readonly Fingerprint[];
  /** Takes over what is on disk now. Rejects when that is broken: then the old serves on, and it is tried again after the next change. */
  readonly renew: () => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** Milliseconds between two looks. */
  readonly every: number;
}

export interface Watch {
  /** Looks now. Resolves when what was to do is done; never rejects. */
  look(): Promise<void>;
  stop(): void;
}

/** @param serving the fingerprint of what serves at the start, as {@link fingerprintOf} gives it. */
export function watchKnowledge(serving: string, { fingerprints, renew, onError, every }: WatchOptions): Watch {
  let known = serving;
  let seen = serving;
  let underWay: Promise<void> | null = null;
  const lookOnce = async (): Promise<void> => {
    const now = await fingerprintOf(fingerprints);
    const settled = now === seen;
    seen = now;
    // Somebody may still be writing: what changed must stay as it is for one more look.
    if (now === known || !settled) return;
    // Set before: knowledge that is broken is not built again and again.
    known = now;
    await renew();
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
