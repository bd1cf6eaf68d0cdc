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
  /** A word that he may see came back: this door does open. */
  readonly shown: boolean;
}

export function judge(one: Case, told: Told, all: SecretWords): Judged {
  const found = all.in(textOf(told));
  const foreign = found.filter((word) => !one.words.has(word));
  return { ...outcomeOf(one, told, foreign), shown: found.length > foreign.length };
}

function outcomeOf({ may }: Case, told: Told, foreign: readonly string[]): Omit<Judged, 'shown'> {
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
