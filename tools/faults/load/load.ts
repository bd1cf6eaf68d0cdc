/** What the three loads share. */
export interface Load {
  /** Where the program is reached. */
  readonly base: string;
  readonly isOver: () => boolean;
  /** From 0 up to (not with) 1. */
  readonly random: () => number;
  /** At a time. */
  readonly citizens: number;
  /** Where the clock is moved, a key may be too old at once: the citizen then begins anew, as the page does. */
  readonly keysRunOut: boolean;
  /** Between two things that one of them says, on average. */
  readonly pauseMs: number;
}
