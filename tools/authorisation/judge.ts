/** What came of a case against what the oracle said of it. */
import type { Told } from './call.ts';
import { type Case, isRefusal, limited, textOf } from './case.ts';
import type { SecretWords } from './secret-words.ts';

/**
 * `leaked`: a word came back that is not his. `let-in`: the oracle refuses, the program did not. `kept-out`: the other
 * way round. `changed`: it was refused, and rows changed. `broken`: an error of ours, or no answer.
 */
export const faults = ['leaked', 'let-in', 'kept-out', 'changed', 'broken'] as const;
export type Fault = (typeof faults)[number];
export type Outcome = 'allowed' | 'refused' | 'limited' | Fault;

export interface Judged {
  readonly outcome: Outcome;
  /** For a fault: what was seen, without the word itself. */
  readonly why: string | null;
}

export function judge({ may, words }: Case, told: Told, all: SecretWords): Judged {
  const foreign = all.in(textOf(told)).filter((word) => !words.has(word));
  if (foreign.length > 0)
    return {
      outcome: 'leaked',
      why: `${foreign.length} foreign word(s) ${foreign.slice(0, 3).join(', ')} at ${told.status}`,
    };
  if (told.status === limited) return { outcome: 'limited', why: null };
  const refused = isRefusal(told);
  if (may === false && !refused)
    return { outcome: told.status >= 500 ? 'broken' : 'let-in', why: `answered ${told.status}` };
  if (told.status === 0 || told.status >= 500)
    return { outcome: 'broken', why: `answered ${told.status} ${told.text.slice(0, 200)}` };
  if (may === true && refused)
    return { outcome: 'kept-out', why: `answered ${told.status} ${told.text.slice(0, 200)}` };
  return { outcome: refused ? 'refused' : 'allowed', why: null };
}
