/** Whether a message names two matters, and which. */
import type { Hit, SearchEngine, SearchResult } from '../../retrieval/index.ts';
import type { Library } from '../library.ts';
import type { Request } from '../step.ts';
import { splitMatters } from '../understand/split-matters.ts';
import { clauseFrom, leastSideExplained, longestSeveral, wholeExplains } from './thresholds.ts';

interface Pair {
  readonly sides: readonly [SearchResult, SearchResult];
  /** How sure the less sure side is. */
  readonly sureness: number;
}

/**
 * The two procedures asked about, in the order asked; `null` when one procedure explains the whole question.
 *
 * The message is cut at each joint; the cut whose weaker side is surest counts. Siblings are one matter unless their
 * forms differ ("gia hạn" and "sửa"). Where one procedure explains all, each side must ask something of its own ("kết
 * hôn cần gì và khai sinh lệ phí bao nhiêu").
 */
export function severalMatters(
  question: string,
  whole: SearchResult,
  engine: SearchEngine,
  library: Library,
): Request[] | null {
  const best = whole.hits[0];
  if (!best || question.split(' ').length > longestSeveral) return null;
  const oneExplainsAll = best.explained >= wholeExplains;
  const pairs = splitMatters(question).flatMap((sides) =>
    toPair(
      sides.map((side) => engine.search(side, { limit: 3 })),
      library,
    ),
  );
  const surest = pairs
    .filter((pair) => !oneExplainsAll || asksOnEachSide(pair))
    .sort((a, b) => b.sureness - a.sureness)[0];
  if (!surest) return null;
  return surest.sides.map((side) => ({
    code: side.hits[0]?.id ?? '',
    facets: side.reading.facets.length > 0 ? side.reading.facets : whole.reading.facets,
  }));
}

function toPair(results: readonly SearchResult[], library: Library): Pair[] {
  const [left, right] = results;
  const [a, b] = [left?.hits[0], right?.hits[0]];
  if (!left || !right || !a || !b || a.id === b.id) return [];
  if (!isMatter(left, a) || !isMatter(right, b) || sameMatter(a, b, library)) return [];
  return [{ sides: [left, right], sureness: Math.min(left.confidence, right.confidence) }];
}

/** Each side asks, and not the same. */
const asksOnEachSide = ({ sides: [left, right] }: Pair) => {
  const [one, other] = [left.reading.facets[0], right.reading.facets[0]];
  return one !== undefined && other !== undefined && one !== other;
};

/** Sure, and with two words of its own that the procedure's name or ways explain. */
const isMatter = (side: SearchResult, best: Hit) =>
  side.confidence >= clauseFrom && best.explained >= leastSideExplained && best.explainedWords.length >= 2;

const sameMatter = (a: Hit, b: Hit, library: Library) => {
  const family = library.familyOf(a.id);
  return family !== null && family === library.familyOf(b.id) && a.explained < 1 && b.explained < 1;
};
