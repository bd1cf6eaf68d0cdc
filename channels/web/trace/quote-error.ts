/** What a person may quote when something went wrong. */
import { errorCode, type Speech, traceIdNow } from '../../../bot/index.ts';

/** A sentence with the code, to stand after what went wrong; empty outside of any call. */
export function quoteError(speech: Pick<Speech, 'say'>): string {
  const id = traceIdNow();
  return id === null ? '' : ` ${speech.say('trace.quote', { code: errorCode(id) })}`;
}
