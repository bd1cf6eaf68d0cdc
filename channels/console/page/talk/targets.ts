/** Whom a talk can be moved to, as one list to choose from. */
import { foldText } from './insert-text.ts';

export type TargetKind = 'staff' | 'desk' | 'unit';

export interface Target {
  readonly value: string;
  readonly name: string;
  /** What is said beside it: presence, address; '' when nothing. */
  readonly about: string;
}

/** What the server wants to hear. */
export const targetOf = (kind: TargetKind, value: string) =>
  kind === 'staff' ? { staffId: value } : kind === 'desk' ? { desk: value } : { unit: value };

const mostShown = 20;

/** Without marks and capitals; not more than can be looked through. */
export const findTargets = (targets: readonly Target[], wanted: string): readonly Target[] => {
  const folded = foldText(wanted);
  return targets.filter(({ name, about }) => foldText(`${name} ${about}`).includes(folded)).slice(0, mostShown);
};
