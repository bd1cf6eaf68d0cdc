/** The tokens of the simulated Zalo: a refresh token is good once, and a new pair ends the one before. */

export interface SimulatedTokens {
  /** A refresh token as an admin's consent would give it. */
  consent(): string;
  /** `null` for one that is used up or unknown. */
  renew(
    refreshToken: string,
  ): { readonly access_token: string; readonly refresh_token: string; readonly expires_in: string } | null;
  isGood(accessToken: string): boolean;
  /** Ends the access token of now before its time. */
  expire(): void;
  /** How often a pair was given. */
  readonly renewals: number;
}

export function keepSimulatedTokens(options: {
  readonly now: () => Date;
  readonly tokenSeconds: number;
}): SimulatedTokens {
  const { now, tokenSeconds } = options;
  let refresh = new Set<string>();
  let access: { readonly token: string; readonly until: number } | null = null;
  let renewals = 0;
  let number = 0;
  const make = (what: string): string => {
    number += 1;
    return `SIMULATED-${what}-${number}-${Math.random().toString(36).slice(2)}`;
  };
  return {
    consent() {
      const token = make('refresh');
      refresh = new Set([token]);
      return token;
    },
    renew(refreshToken) {
      if (!refresh.delete(refreshToken)) return null;
      renewals += 1;
      access = { token: make('access'), until: now().getTime() + tokenSeconds * 1000 };
      const next = make('refresh');
      refresh = new Set([next]);
      return { access_token: access.token, refresh_token: next, expires_in: String(tokenSeconds) };
    },
    isGood: (token) => access?.token === token && now().getTime() < access.until,
    expire() {
      access = null;
    },
    get renewals() {
      return renewals;
    },
  };
}
