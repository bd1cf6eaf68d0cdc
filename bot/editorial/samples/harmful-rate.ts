/** How many of all answers are wrong so that they harm, reckoned from the marked sample. */
import { type Interval, wilson } from '../../measure/interval.ts';
import type { SampleItem, SampleMark } from '../../store/index.ts';

export interface SampleRates {
  readonly drawn: number;
  readonly marked: number;
  /** Of those marked, how many are wrong and harmful: a plain count beside the weighted share. */
  readonly harmful: number;
  /** Answers of all strata of which at least one item was marked. */
  readonly stoodFor: number;
  /** Shares of all answers, each item weighted by the answers that it stands for; NaN while nothing was marked. */
  readonly right: Interval;
  readonly incomplete: Interval;
  readonly wrong: Interval;
  readonly harmfulWrong: Interval;
}

type Item = Pick<SampleItem, 'week' | 'stratum' | 'inStratum' | 'marks'>;

/** Of several opinions the worst counts: what one editor holds for harmful is not voted away. */
const gravity = (mark: SampleMark): number =>
  ({ right: 0, incomplete: 1, wrong: 2 })[mark.verdict] + Number(mark.harmful);

export const worstMark = (marks: readonly SampleMark[]): SampleMark | null =>
  marks.toSorted((a, b) => gravity(b) - gravity(a))[0] ?? null;

interface Weighted {
  readonly weight: number;
  readonly mark: SampleMark;
}

export function sampleRates(items: readonly Item[]): SampleRates {
  const marked = items.filter(({ marks }) => marks.length > 0);
  const weighted = [...Map.groupBy(marked, ({ week, stratum }) => `${week} ${stratum}`).values()].flatMap((stratum) =>
    stratum.flatMap(({ inStratum, marks }): Weighted[] => {
      const mark = worstMark(marks);
      return mark ? [{ weight: inStratum / stratum.length, mark }] : [];
    }),
  );
  const share = (of: (mark: SampleMark) => boolean) => weightedShare(weighted, of);
  return {
    drawn: items.length,
    marked: marked.length,
    harmful: weighted.filter(({ mark }) => mark.verdict === 'wrong' && mark.harmful).length,
    stoodFor: Math.round(weighted.reduce((sum, { weight }) => sum + weight, 0)),
    right: share(({ verdict }) => verdict === 'right'),
    incomplete: share(({ verdict }) => verdict === 'incomplete'),
    wrong: share(({ verdict }) => verdict === 'wrong'),
    harmfulWrong: share(({ verdict, harmful }) => verdict === 'wrong' && harmful),
  };
}

/**
 * Wilson's interval at the number of equally weighted answers that would tell as much (Kish): unequal weights widen it,
 * and a rate of none still has an upper end.
 */
function weightedShare(items: readonly Weighted[], of: (mark: SampleMark) => boolean): Interval {
  const sum = items.reduce((total, { weight }) => total + weight, 0);
  if (sum === 0) return wilson(0, 0);
  const squares = items.reduce((total, { weight }) => total + weight * weight, 0);
  const effective = (sum * sum) / squares;
  const hits = items.reduce((total, { weight, mark }) => total + (of(mark) ? weight : 0), 0);
  return wilson((hits / sum) * effective, effective);
}
