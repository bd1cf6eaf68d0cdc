/** Binds an account of another channel to a person: a code shown after the sign-in on the web, typed there within ten minutes. */
import { randomInt } from 'node:crypto';
import type { ChannelLink, Store } from '../store/index.ts';
import type { Thread } from '../transcript.ts';
import { keyedHash } from './secrets.ts';
import { makeTries, type Tries } from './tries.ts';

export type LinkOutcome =
  | { readonly kind: 'linked' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Date };

export interface LinkAccount {
  /** Eight digits, shown once; a new one takes the place of the one before. `null` when he asked too often: he has to wait. */
  newCode(citizenId: string): Promise<string | null>;
  /** The account is the person's from its next message on. */
  redeem(account: Thread, code: string): Promise<LinkOutcome>;
  /** `false` when the account was nobody's. */
  leave(account: Thread): Promise<boolean>;
  list(citizenId: string): Promise<readonly ChannelLink[]>;
  /** `false` when the person has no such link. */
  remove(citizenId: string, linkId: string): Promise<boolean>;
}

/** Long enough to take up another phone, short enough to be of no use to whoever finds the note. */
export const linkCodeSeconds = 600;
const digits = 8;

export function createLinkAccount({ store, secretKey }: { store: Store; secretKey: Buffer }): LinkAccount {
  const hash = (code: string) => keyedHash(secretKey, 'link code', code);
  const tries: Tries = makeTries({ store, secretKey });
  return {
    async newCode(citizenId) {
      const who = { person: `link codes of ${citizenId}` };
      if ((await tries.state(who)).waitUntil) return null;
      await tries.fail(who, 'link-code-asked');
      const code = String(randomInt(10 ** digits)).padStart(digits, '0');
      await store.keepLinkCode({ citizenId, codeHash: hash(code), seconds: linkCodeSeconds });
      return code;
    },
    async redeem(account, code) {
      const who = { address: `${account.channel}:${account.conversationId}` };
      const { waitUntil } = await tries.state(who);
      if (waitUntil) return { kind: 'wait', until: waitUntil };
      const external = { channel: account.channel, externalId: account.conversationId };
      if (await store.linkAccount(external, hash(code.replace(/\D/g, '')))) {
        return { kind: 'linked' };
      }
      await tries.fail(who, 'link-code');
      return { kind: 'wrong' };
    },
    leave: ({ channel, conversationId }) => store.unlinkAccount({ channel, externalId: conversationId }),
    list: (citizenId) => store.links(citizenId),
    remove: (citizenId, linkId) => store.unlink(citizenId, linkId),
  };
}
