/**
 * How much each part of a score counts. Set by coordinate search over five sets at once (two sets of questions with
 * answers, citizens' questions over all records, the questions that ways must catch, questions to decline): one set alone
 * moves them where the others lose. Rounded on purpose.
 */
export interface Weights {
  readonly title: number;
  readonly way: number;
  readonly covered: number;
  readonly body: number;
  readonly section: number;
  readonly vector: number;
  readonly ward: number;
  readonly known: number;
  readonly modifierShared: number;
  readonly modifierMissing: number;
  readonly modifierExtra: number;
}

export const weights: Weights = {
  title: 0.8,
  way: 0.85,
  covered: 0.55,
  body: 0.35,
  section: 0.75,
  vector: 0.12,
  ward: 0.2,
  known: 0.15,
  modifierShared: 0.08,
  modifierMissing: 0.18,
  modifierExtra: 0.12,
};
