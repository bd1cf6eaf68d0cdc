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
  title: 0.8,
  way: 0.7,
  covered: 0.3,
  body: 0.7,
  section: 0.5,
  vector: 0.1,
  ward: 0.4,
  known: 0.15,
  modifierShared: 0.15,
  modifierMissing: 0.15,
  modifierExtra: 0.12,
};
