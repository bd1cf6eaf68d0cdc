/** Whether a notice of the ward answers a question, and not a guide. A guide that clearly matches always wins. */
import type { PassageHit, SearchResult } from '../../retrieval/index.ts';
import { topicWeight } from '../decide/decide.ts';
import { knownFrom, oneWord, sureFrom } from '../decide/thresholds.ts';
import type { Library } from '../library.ts';
import type { ShelfPassage } from './shelf.ts';

/** Share of the question that a notice must explain. */
const leastExplained = 0.7;
/** The same where the matter is named ("cúp điện"): the rest may be a street that the notice does not name. */
const leastOfMatter = 0.35;
/** The same beside a card, which knows a name but no dates. */
const leastBesideCard = 0.85;
/** A guess of the search gives way to a notice that explains as good as all. */
const allExplained = 0.95;
/** And so much more than the guide or card explains. */
const leadOverGuess = 0.1;
const leadOverCard = 0.2;

export function fitsBetter(
  hit: PassageHit<ShelfPassage>,
  whole: SearchResult,
  { find }: Pick<Library, 'find'>,
): boolean {
  if (hit.named) return true;
  const best = whole.hits[0];
  const explained = hit.explainedContent;
  if (hit.matter ? explained < leastOfMatter : !hit.joined || explained < leastExplained) return false;
  if (!best || whole.confidence < knownFrom) return true;
  // One word ("nước") names no procedure surely, whatever its score.
  if (whole.confidence < sureFrom || topicWeight(whole) <= oneWord)
    return explained >= Math.min(allExplained, best.explained + leadOverGuess);
  return find(best.id)?.kind === 'card' && explained >= leastBesideCard && explained >= best.explained + leadOverCard;
}
