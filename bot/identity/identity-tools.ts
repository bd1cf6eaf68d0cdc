/** What the steps that concern identity work with. */
import type { LinkAccount } from './link-account.ts';
import type { Prover } from './prove.ts';

export interface IdentityTools {
  readonly prover: Prover;
  readonly accounts: LinkAccount;
  /** Whether one can sign in on the web: then nobody is asked for a second factor there. */
  readonly signInOpen: boolean;
}
