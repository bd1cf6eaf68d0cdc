/** Who calls, by the `Authorization` header: the holder of the secret, or of a token. */
import type { IncomingHttpHeaders } from 'node:http';
import { isSameSecret } from '../../same-secret.ts';
import type { Claims, Tokens } from './tokens.ts';
import { WireError } from './wire-error.ts';

export interface Access {
  /** The claims of a token; the secret's holder gets those of an anonymous conversation. */
  claimsOf(headers: IncomingHttpHeaders): Claims | 'secret';
  /** The right to speak in this conversation. */
  claimsFor(headers: IncomingHttpHeaders, conversationId: string): Claims;
  /** What a socket's address carries. */
  claimsOfStream(token: string, conversationId: string, headers: IncomingHttpHeaders): Claims;
  /** @throws {WireError} 403 unless the secret is shown; always while none is set. */
  requireSecret(headers: IncomingHttpHeaders): void;
}

/** @param secret `DIRECT_LINE_SECRET`; `null` when none is set: then nothing passes for it. */
export function makeAccess(tokens: Tokens, secret: string | null): Access {
  const isSecret = (given: string) => secret !== null && isSameSecret(given, secret);
  const check = (claims: Claims | 'expired' | 'bad', headers: IncomingHttpHeaders): Claims => {
    if (claims === 'expired') throw new WireError(403, 'TokenExpired', 'Token has expired');
    if (claims === 'bad') throw new WireError(403, 'InvalidToken', 'This is no token of this service.');
    const { trustedOrigins } = claims;
    if (headers.origin !== undefined && trustedOrigins.length > 0 && !trustedOrigins.includes(headers.origin))
      throw new WireError(403, 'OriginNotTrusted', 'This token was not made for this page.');
    return claims;
  };
  const claimsOf: Access['claimsOf'] = (headers) => {
    const given = bearerOf(headers);
    return isSecret(given) ? 'secret' : check(tokens.read(given, 'talk'), headers);
  };
  return {
    claimsOf,
    claimsFor: (headers, conversationId) => {
      const claims = claimsOf(headers);
      return claims === 'secret' ? anonymous(conversationId) : sameConversation(claims, conversationId);
    },
    claimsOfStream: (token, conversationId, headers) =>
      sameConversation(check(tokens.read(token, 'stream'), headers), conversationId),
    requireSecret(headers) {
      if (secret === null)
        throw new WireError(
          403,
          'SecretNotSet',
          'No secret is set, so none is taken. Set DIRECT_LINE_SECRET and start again.',
        );
      if (!isSecret(bearerOf(headers)))
        throw new WireError(403, 'InvalidSecret', 'This call takes the secret, and this is not it.');
    },
  };
}

/** Claims of whoever shows the secret. */
export const anonymous = (conversationId: string): Claims => ({
  conversationId,
  userId: null,
  trustedOrigins: [],
  locale: 'vi',
  unit: null,
  session: null,
  visit: null,
  ownDevice: false,
});

function sameConversation(claims: Claims, conversationId: string): Claims {
  if (claims.conversationId === conversationId) return claims;
  throw new WireError(403, 'InvalidToken', 'This token is for another conversation.');
}

function bearerOf({ authorization }: IncomingHttpHeaders): string {
  const given = /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(authorization ?? '')?.[1];
  if (given) return given;
  throw new WireError(
    401,
    'MissingAuthorization',
    'Send the header Authorization: Bearer, with a token or the secret.',
  );
}
