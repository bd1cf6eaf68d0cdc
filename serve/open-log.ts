/** The log of a running server, on standard output, one JSON object a line. */
import { type DestinationStream, type Logger, pino } from 'pino';
import { maskDeep, maskForLog, traceIdNow } from '../bot/index.ts';

export interface LogOptions {
  readonly stream?: DestinationStream;
  /** Called for each line at `error` or `fatal`. */
  readonly onBad?: () => void;
  /** Takes secrets out of a text. */
  readonly hide?: (text: string) => string;
}

/** Neither identity numbers nor what opens a session reach it, whoever put them into a message or an error. */
export const openLog = (level: string, { stream, onBad, hide = (text) => text }: LogOptions = {}): Logger => {
  const options = {
    level,
    mixin: traceField,
    hooks: { logMethod: maskAnd(hide, onBad) },
    // Errors are made plain before; pino's own way with them would put causes and other fields back.
    serializers: { err: (err: unknown) => err },
  };
  return stream ? pino(options, stream) : pino(options);
};

type Hide = (text: string) => string;

/** On each line of a call's way, from its taking in to the reply that left. */
function traceField(): object {
  const trace = traceIdNow();
  return trace === null ? {} : { trace };
}

const fromError = 50;

const maskAnd = (hide: Hide, onBad?: () => void) =>
  function maskArguments(
    this: pino.Logger,
    args: unknown[],
    method: (...args: unknown[]) => void,
    level: number,
  ): void {
    if (level >= fromError) onBad?.();
    const masked = args.map((one) => maskValue(one, hide));
    method.apply(this, masked);
  };

/** Secrets first: a mask in the middle of one would leave the rest of it to be read. */
function maskValue(value: unknown, hide: Hide): unknown {
  if (typeof value === 'string') return hideTokens(maskForLog(hide(value)));
  if (value instanceof Error) return plainError(value, hide);
  if (Array.isArray(value)) return value.map((one) => maskValue(one, hide));
  if (typeof value !== 'object' || value === null) return value;
  const isPlain = Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return maskDeep(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, maskValue(one, hide)]));
}

const deepestCause = 5;

/**
 * What tells an operator where it failed. Other fields of an error are left out: a database puts the values of the row
 * among them, an HTTP client the address with its query, a provider's reply its tokens.
 */
function plainError(error: Error, hide: Hide, depth = 0): object {
  const { name: type, message, stack = '', cause } = error;
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : null;
  const told = quotesInput(error, code) ? withoutQuotes(message) : message;
  return {
    type,
    message: maskValue(told, hide),
    stack: maskValue(
      stack.replace(message, () => told),
      hide,
    ),
    ...(code === null ? {} : { code }),
    ...(cause instanceof Error && depth < deepestCause ? { cause: plainError(cause, hide, depth + 1) } : {}),
  };
}

/** A parser shows what it could not read, a database the value that did not fit: either may be a citizen's words. */
const quotesInput = (error: Error, code: unknown): boolean =>
  error instanceof SyntaxError ||
  error.name === 'SyntaxError' ||
  (typeof code === 'string' && /^22[\dA-Z]{3}$/.test(code));

const withoutQuotes = (message: string): string => message.replace(/".*"|'.*'|“.*”/gs, '"…"');

/** Signed tokens, and what is as long as our own secrets: 43 signs of base64url. */
const hideTokens = (text: string): string =>
  text.replace(/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '[token]').replace(/[\w-]{43,}/g, '[token]');
