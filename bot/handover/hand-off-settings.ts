/** How long things may take in a hand-off. */

export interface HandOffSettings {
  /** Working minutes within which a citizen is to hear from an officer. */
  readonly replyMinutes: number;
  /** How long a claim lasts without a sign of the officer's browser, in ms. */
  readonly leaseMs: number;
  /** After so long, in ms, a talk is over in which the officer had the last word and is away. */
  readonly idleMs: number;
  /** Fewer measured waits than these tell no waiting time. */
  readonly leastMeasured: number;
}

export const handOffDefaults: HandOffSettings = {
  replyMinutes: 5,
  leaseMs: 60_000,
  idleMs: 30 * 60_000,
  leastMeasured: 5,
};
