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

const bias = -5.4;
const factors: Readonly<Partial<Record<keyof Signals, number>>> = {
  name: 2.2,
  named: 3.6,
  explained: 1.5,
  body: 2.6,
  vector: 0.8,
};

/** A logistic of the signals, 0 to 1; fitted on citizens' questions and on questions that no procedure answers. */
export const confidenceOf = (signals: Signals): number =>
  1 /
  (1 +
    Math.exp(
      -(Object.keys(factors) as (keyof Signals)[]).reduce((sum, key) => sum + (factors[key] ?? 0) * signals[key], bias),
    ));
