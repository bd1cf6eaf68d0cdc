/** Whatever went wrong on the way, in one of our own words. */
import { ModelError } from '../model-error.ts';

/** @param signal of the call: when it is over, whatever was thrown is a time that ran out. */
export function asModelError(error: unknown, signal: AbortSignal): ModelError {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof ModelError) return cause;
  if (signal.aborted) return new ModelError('model-timeout', 'The model did not answer in time.', { cause: error });
  if (error instanceof SyntaxError)
    return new ModelError('model-garbage', 'The model’s reply cannot be read.', { cause: error });
  return new ModelError('model-down', 'The model cannot be reached.', { cause: error });
}
