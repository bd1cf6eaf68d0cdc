/** Where the rules' own reading is weak: there, and only there, a model is asked. */
import type { SearchResult } from '../../../retrieval/index.ts';
import { belongsToProcedure, guessedOf, isKnown } from '../../decide/decide.ts';
import { severalMatters } from '../../decide/several-matters.ts';
import { sureFrom } from '../../decide/thresholds.ts';
import type { Turn } from '../../step.ts';
import type { Tools } from '../../tools.ts';
import { leansOnBefore } from '../../understand/follow-up.ts';
import { withoutMarks } from '../../understand/mask-identity.ts';
import { outOfScopeIn } from '../../understand/out-of-scope.ts';
import { splitMatters } from '../../understand/split-matters.ts';
import { wordingOf } from '../../understand/wording.ts';

export type Weakness = 'story' | 'unknown' | 'tied' | 'several' | 'follow-up';

/** A message of more words tells a story: which of its sentences is the question the rules can only guess. */
const storyFrom = 22;
/** Below, a joint in the message may join two matters. */
const sureOfOne = 0.75;
/** Fewer words name nothing that a model could read and a rule not. */
const leastWords = 4;

/** `null`: the rules are sure, or have declined, and a model has nothing to add. */
export function weaknessOf(turn: Turn, whole: SearchResult, tools: Tools): Weakness | null {
  const words = turn.text.split(/\s+/).length;
  if (turn.requests.length > 0 || turn.suspect !== null || words < leastWords) return null;
  const wording = wordingOf(turn.question);
  const scope = outOfScopeIn(wording);
  // What the rules keep out stays out, whatever a model would make of it.
  if (scope && !belongsToProcedure(scope, whole, wording)) return null;
  if (words > storyFrom) return 'story';
  if (leansOnBefore(turn.text) && turn.memory.topics.length > 0 && whole.reading.facets.length === 0)
    return whole.confidence < sureFrom ? 'follow-up' : null;
  if (!isKnown(whole)) return 'unknown';
  if (guessedOf(whole, tools).length > 1) return 'tied';
  return whole.confidence < sureOfOne && hasLostSide(turn, whole, tools) ? 'several' : null;
}

/** It has a joint, and the rules could not tell what stands on its two sides. */
function hasLostSide(turn: Turn, whole: SearchResult, { engine, library }: Tools): boolean {
  const question = withoutMarks(turn.question);
  return splitMatters(question).length > 0 && severalMatters(question, whole, engine, library) === null;
}
