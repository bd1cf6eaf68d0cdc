/** What a call to Zalo ended in, when not as it should: by what there is to do about it. */

/**
 * - `refresh`: the access token does not hold any more. The client has renewed it once and asked again, in vain
 * - `retry`: the same call may succeed in a moment
 * - `slow-down`: too many calls, or a quota of the minute: wait {@link ZaloError.retryAfterMs}, then again
 * - `drop`: this message to this person never arrives; another channel may
 * - `template`: outside the window in which words may be sent freely: only an approved template arrives
 * - `by-phone`: this template does not go by user id: try by phone number
 * - `re-upload`: the picture or file lay too long: upload it anew
 * - `next-morning`: not at night: after 06:05 in Việt Nam
 * - `next-day`: the day's or month's allowance is used up
 * - `park`: the paid quota is used up: keep it, tell a person
 * - `human`: an operator has to act: settings, contract, permission, consent
 * - `bug`: what we sent is wrong in form
 */
export const zaloActions = [
  'refresh',
  'retry',
  'slow-down',
  'drop',
  'template',
  'by-phone',
  're-upload',
  'next-morning',
  'next-day',
  'park',
  'human',
  'bug',
] as const;
export type ZaloAction = (typeof zaloActions)[number];

/** Which of Zalo's doors was asked: the same number means different things at each. */
export type ZaloHost = 'bot' | 'oa' | 'business' | 'oauth';

export interface ZaloErrorOptions {
  readonly host: ZaloHost;
  /** Name of our method, such as `sendText`: never an address, for addresses hold tokens. */
  readonly method: string;
  readonly action: ZaloAction;
  /** Zalo's own number; `null` when it never answered in its form. */
  readonly platformCode?: number | null;
  /** Whether what was to be sent may have arrived all the same: then it must not be blindly repeated. */
  readonly mayHaveArrived?: boolean;
  readonly retryAfterMs?: number | null;
}

/**
 * Zalo refused, or could not be reached. It carries no `cause` and no address on purpose: both may hold a token. The
 * message holds no citizen's word and no number of his.
 */
export class ZaloError extends Error {
  override readonly name = 'ZaloError';
  /** `zalo-bot-429`, `zalo-oa--230`, `zalo-oauth-unreached`. */
  readonly code: string;
  readonly host: ZaloHost;
  readonly method: string;
  readonly action: ZaloAction;
  readonly platformCode: number | null;
  readonly mayHaveArrived: boolean;
  readonly retryAfterMs: number | null;

  constructor(message: string, options: ZaloErrorOptions) {
    super(message);
    const { host, method, action, platformCode = null, mayHaveArrived = false, retryAfterMs = null } = options;
    this.code = `zalo-${host}-${platformCode ?? 'unreached'}`;
    this.host = host;
    this.method = method;
    this.action = action;
    this.platformCode = platformCode;
    this.mayHaveArrived = mayHaveArrived;
    this.retryAfterMs = retryAfterMs;
  }
}
