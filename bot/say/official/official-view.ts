/** What an officer is shown beside the citizen's answer: a section each for law, competence, steps, changes, corrections, local rules. */
import type { Guide } from '../../../knowledge/index.ts';
import type { Block } from '../../answer.ts';
import type { Speech } from '../../texts/speech.ts';
import type { Unit } from '../../units/unit-directory.ts';

/** For whom and for when a section is composed. */
export interface OfficialView {
  readonly speech: Speech;
  /** The commune whose rules are shown. */
  readonly unit: Unit;
  readonly at: Date;
}

export interface GuideView extends OfficialView {
  readonly guide: Guide;
}

export const sectionKinds = ['legal', 'competence', 'steps', 'changes', 'corrections', 'local'] as const;
export type SectionKind = (typeof sectionKinds)[number];

export interface OfficialSection {
  readonly kind: SectionKind;
  readonly title: string;
  /** Never empty: where the record is silent, that is said. */
  readonly blocks: readonly Block[];
}
