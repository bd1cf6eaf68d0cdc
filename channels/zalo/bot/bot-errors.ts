/** What the Bot Platform's error numbers ask of us. Its page is dated 6 August 2025. */
import { plainReason } from '../call/plain-reason.ts';
import { type ZaloAction, ZaloError } from '../zalo-error.ts';

interface Meaning {
  readonly action: ZaloAction;
  readonly say: string;
  readonly inDoubt?: boolean;
}

const meanings: Readonly<Record<number, Meaning>> = {
  400: { action: 'bug', say: 'a parameter or the method is wrong, or a webhook is set while updates are asked for' },
  401: { action: 'human', say: 'the bot token does not hold any more. Take a new one from Zalo Bot Creator' },
  // Documented as an error of the server's, whatever its number says.
  403: { action: 'retry', say: 'the platform had an error' },
  404: { action: 'drop', say: 'there is no such thing' },
  408: { action: 'retry', say: 'the platform ran out of time', inDoubt: true },
  426: { action: 'next-day', say: 'the webhook was tested too often today' },
  429: { action: 'slow-down', say: 'too many calls in a moment, or the plan’s messages of the month are used up' },
};

export const isKnownBotCode = (code: number): boolean => Object.hasOwn(meanings, code);

/** @param hasEffect whether the call would have sent something. */
export function botError(code: number, { method, description, hasEffect }: BotFault): ZaloError {
  const { action, say, inDoubt = false } = meanings[code] ?? { action: 'bug' as const, say: 'an unknown error' };
  return new ZaloError(`Zalo Bot refused ${method} with ${code}: ${say}. ${plainReason(description)}`.trim(), {
    host: 'bot',
    method,
    action,
    platformCode: code,
    mayHaveArrived: hasEffect && inDoubt,
  });
}

export interface BotFault {
  readonly method: string;
  readonly description: unknown;
  readonly hasEffect: boolean;
}
