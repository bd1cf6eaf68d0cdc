/** How much each part of a score counts. Rounded on purpose: a hundred questions do not carry finer figures. */
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
  title: 0.65,
  way: 0.7,
  covered: 0.8,
  body: 0.4,
  section: 0.7,
  vector: 0.15,
  ward: 0.2,
  known: 0.1,
  modifierShared: 0.08,
  modifierMissing: 0.08,
  modifierExtra: 0.12,
};
