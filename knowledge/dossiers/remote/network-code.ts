/** What may be told of a failure in the network. */

/**
 * The system's word for it, such as ` (ECONNREFUSED)`, or nothing. An error's message is never passed on: it may quote
 * what was read.
 */
export function codeOf(error: unknown, depth = 4): string {
  if (!(error instanceof Error) || depth === 0) return '';
  const inner = codeOf(error.cause, depth - 1);
  const code = 'code' in error ? String(error.code) : '';
  return inner || (/^(?:E[A-Z_]+|UND_ERR_[A-Z_]+|CERT_[A-Z_]+)$/.test(code) ? ` (${code})` : '');
}
