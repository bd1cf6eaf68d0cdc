/** A regular expression of the server, and where it stands. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** A file; `built` for one that is put together as a module is loaded. */
  readonly at: string;
}
