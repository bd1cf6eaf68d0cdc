/** How sure a result is that its best hit is what was asked at all. */

/** Each 0 to 1, of the best hit. */
export interface Signals {
  /** Likeness of its best name to the question. */
  readonly name: number;
  /** Share of its best name that stands in the question: high in a long story too. */
  readonly named: number;
  readonly explained: number;
  readonly body: number;
  readonly vector: number;
  readonly heaviestUnexplained: number;
}

const bias = -3;
const factors: Readonly<Record<keyof Signals, number>> = { name: 5, named: 1, explained: 2, body: 3, vector: 1, heaviestUnexplained: -1 };

/** A logistic of the signals, 0 to 1. */
export const confidenceOf = (signals: Signals): number =>
  1 / (1 + Math.exp(-(Object.keys(factors) as (keyof Signals)[]).reduce((sum, key) => sum + factors[key] * signals[key], bias)));
