/** Whose talk it is, as far as this screen knows. */
import type { Claim, Talk } from '../wire/wire-types.ts';

export type ClaimState =
  | { readonly kind: 'none' }
  | { readonly kind: 'claiming' }
  | { readonly kind: 'held'; readonly claim: Claim }
  /** It was his: `by` is who has it now, `null` when it waits again. */
  | { readonly kind: 'lost'; readonly by: string | null };

export const noClaim: ClaimState = { kind: 'none' };

/** What a fresh reading of the talk says about it. A lost talk stays lost until it is taken again or given up. */
export function claimAfter(before: ClaimState, talk: Pick<Talk, 'claim' | 'handOff'>): ClaimState {
  if (talk.claim) return { kind: 'held', claim: talk.claim };
  if (talk.handOff.state === 'closed') return noClaim;
  const by = talk.handOff.owner?.name ?? null;
  if (before.kind === 'held' || before.kind === 'lost') return { kind: 'lost', by };
  return before.kind === 'claiming' ? before : noClaim;
}

/** Whether words may be written to the citizen now. */
export const maySpeak = (state: ClaimState): boolean => state.kind === 'held';

/** Whether it can be taken over: nobody holds it, or the bot does. Closed talks are over. */
export const isFree = ({ state, owner }: Talk['handOff']): boolean => state !== 'closed' && owner === null;
