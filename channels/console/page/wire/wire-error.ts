/** The server said no, or could not be reached (`status` 0). `message` is a Vietnamese sentence that may be shown. */
export class WireError extends Error {
  readonly code: string;
  readonly status: number;
  /** Who holds the hand-off; only with `taken`. */
  readonly by: string | null;
  /** How long to wait before the next try, in ms; `null` when the server did not say. */
  readonly retryAfterMs: number | null;

  constructor(
    code: string,
    message: string,
    more: { status: number; by?: string | null; retryAfterMs?: number | null; cause?: unknown },
  ) {
    super(message, { cause: more.cause });
    this.code = code;
    this.status = more.status;
    this.by = more.by ?? null;
    this.retryAfterMs = more.retryAfterMs ?? null;
  }

  /** Whether the same call may go well later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}
