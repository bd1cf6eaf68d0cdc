/** What can go wrong between us and a one-stop system. */

/**
 * - `down`: not reached, broken off, or 5xx; also while the circuit breaker keeps us from asking
 * - `slow`: no whole answer within the limit
 * - `busy`: it asked us to wait (429)
 * - `garbled`: it answered, and not in the agreed form: half-written JSON, a page of HTML, a cursor that stands still
 * - `refused`: it does not want us (4xx, a redirect, wrong client): asking again does not help, somebody has to act
 * - `too-big`: more bytes than we read
 * - `cursor-lost`: it does not know our cursor any more (410): read all from the start
 */
export type SourceFault = 'down' | 'slow' | 'busy' | 'garbled' | 'refused' | 'too-big' | 'cursor-lost';

export interface SourceErrorOptions {
  /** How long the system asked us to wait, in ms; `null` when it did not say. */
  readonly retryAfterMs?: number | null;
}

/**
 * A one-stop system could not be read. It carries no `cause` on purpose: a parser's error quotes what it read, and
 * that is a citizen's dossier. The message holds no dossier code, no name and no number.
 */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly code: SourceFault;
  readonly retryAfterMs: number | null;

  constructor(code: SourceFault, message: string, { retryAfterMs = null }: SourceErrorOptions = {}) {
    super(message);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same question may be answered a little later without anybody's doing. */
  get retryable(): boolean {
    return this.code === 'down' || this.code === 'slow' || this.code === 'busy' || this.code === 'garbled';
  }
}
