/** One thing that is wrong: what, why it matters, how to mend it. */
export interface Finding {
  /** The program does not start, or serves nobody, until it is mended. */
  readonly stops: boolean;
  readonly what: string;
  readonly why: string;
  readonly how: string;
}
