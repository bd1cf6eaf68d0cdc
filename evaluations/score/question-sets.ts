/** Every question set there is, in the order of the report. */
import { abstainSet } from './abstain.ts';
import { answerSet } from './answer.ts';
import { aroundSet } from './around.ts';
import { attackSet } from './attack.ts';
import { benignSet, ownNearMissSet } from './benign.ts';
import { clarifySet } from './clarify.ts';
import { dialoguesSet } from './dialogues.ts';
import { dossierSet, ownCaseSet } from './dossier.ts';
import { multiSet } from './multi.ts';
import { ownAttackSet } from './own-attack.ts';
import { placesSet } from './places.ts';
import type { QuestionSet } from './question-set.ts';
import { emergencySet, handoffFreshSet, handoffSet, smalltalkSet } from './small-sets.ts';

export const questionSets: readonly QuestionSet[] = [
  answerSet,
  clarifySet,
  multiSet,
  abstainSet,
  dialoguesSet,
  handoffSet,
  handoffFreshSet,
  emergencySet,
  smalltalkSet,
  dossierSet,
  ownCaseSet,
  placesSet,
  attackSet,
  benignSet,
  ownAttackSet,
  ownNearMissSet,
  aroundSet,
];
