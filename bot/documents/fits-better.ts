/** Whether a notice of the ward answers a question, and not a guide. A guide that clearly matches always wins. */
import type { PassageHit, SearchResult } from '../../retrieval/index.ts';
import { knownFrom, sureFrom } from '../decide/thresholds.ts';
import type { Library } from '../library.ts';
import type { ShelfPassage } from './shelf.ts';

/** Share of the question that a notice must explain. */
const leastExplained = 0.7;
/** The same beside a card, which knows a name but no dates. */
const leastBesideCard = 0.85;
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
  if (!hit.joined || explained < leastExplained) return false;
  if (!best || whole.confidence < knownFrom) return true;
  if (whole.confidence < sureFrom) return explained >= best.explained + leadOverGuess;
  return find(best.id)?.kind === 'card' && explained >= leastBesideCard && explained >= best.explained + leadOverCard;
}
