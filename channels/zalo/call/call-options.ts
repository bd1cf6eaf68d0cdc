/** What a caller may say about one call. */

export interface CallOptions {
  /** Replies to a citizen who waits go before notices when calls are limited. Default: `reply`. */
  readonly priority?: 'reply' | 'notice';
  /** Gives up when it aborts. */
  readonly signal?: AbortSignal;
}
