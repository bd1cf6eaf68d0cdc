/** Who wants a person: the rules first, then the second ear where it is sure. */
import { heardIn } from './ear.ts';
import { outOfScopeIn } from './out-of-scope.ts';
import { type PersonRequest, personRequestIn } from './person-request.ts';
import { askedOnce, type Wording } from './wording.ts';

/** Chances from which on the second ear is believed: the later it is asked, the less is left that wants nobody. See decision 24. */
export const personFrom = {
  /** Before everything that answers by rule: cases, places, hours. */
  first: 0.95,
  /** After that and before the search. */
  beforeSearch: 0.8,
  /** Where the search found nothing sure. */
  nothingFound: 0.5,
  /** There too: one is asked whether a person is wanted. */
  asking: 0.3,
} as const;

const heard = askedOnce(heardIn);

/** `null` when no person is wanted, as surely as that moment of the turn asks for. */
export function personWishIn(wording: Wording, moment: keyof typeof personFrom = 'first'): PersonRequest | null {
  const ruled = personRequestIn(wording);
  // An opinion or a verdict is asked of the machine: a rule declines that and says where to go.
  if (ruled || outOfScopeIn(wording)) return ruled;
  const { kind, chance } = heard(wording);
  return chance >= personFrom[moment] ? kind : null;
}
