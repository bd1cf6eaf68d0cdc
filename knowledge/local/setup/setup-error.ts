/** Set-up ends without a file: the answers ran out, one cannot be used, or the ward keeps the file it has. */
export class SetupError extends Error {
  readonly code = 'setup';
}
