/** Words on their way to the citizen: none is lost by a reload, none is said twice. Pure functions over a list. */

export interface Outgoing {
  /** The same on every try: the server says it once. */
  readonly key: string;
  readonly text: string;
  readonly pictureIds: readonly string[];
  /**
   * `sending`: goes out, again and again while the line is bad. `refused`: the server will not take it. `lost`: the
   * talk is no longer his.
   */
  readonly state: 'sending' | 'refused' | 'lost';
  /** What the server said to it; `null` while it goes out. */
  readonly problem: string | null;
}

export const put = (list: readonly Outgoing[], words: Pick<Outgoing, 'key' | 'text' | 'pictureIds'>) => [
  ...list,
  { ...words, state: 'sending', problem: null } as const,
];

export const settle = (list: readonly Outgoing[], key: string): readonly Outgoing[] =>
  list.filter((one) => one.key !== key);

export const stop = (
  list: readonly Outgoing[],
  key: string,
  state: 'refused' | 'lost',
  problem: string,
): readonly Outgoing[] => list.map((one) => (one.key === key ? { ...one, state, problem } : one));

/** All that had not gone out when the talk was lost stays, to be taken back. */
export const stopAll = (list: readonly Outgoing[], problem: string): readonly Outgoing[] =>
  list.map((one) => (one.state === 'sending' ? { ...one, state: 'lost', problem } : one));

export const again = (list: readonly Outgoing[], key: string): readonly Outgoing[] =>
  list.map((one) => (one.key === key ? { ...one, state: 'sending', problem: null } : one));

/** What goes out next: in the order of writing, one at a time. */
export const nextOut = (list: readonly Outgoing[]): Outgoing | null =>
  list.find(({ state }) => state === 'sending') ?? null;
