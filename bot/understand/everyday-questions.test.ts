/** What people ask every day is answered: no rule of the bot may misfire on it, with marks or without. */
import { describe, expect, it } from '@jest/globals';
import { dossierQuestionIn } from './dossier-question.ts';
import { emergencyIn } from './emergency.ts';
import { outOfScopeIn } from './out-of-scope.ts';
import { personRequestIn } from './person-request.ts';
import { scamQuestionIn } from './scam.ts';
import { asksAboutMedia, smalltalkIn } from './smalltalk.ts';
import { everydayQuestions, withoutMarks } from './test-everyday-questions.ts';
import { wardQuestions } from './test-ward-questions.ts';
import { unsafeRequestIn } from './unsafe-request.ts';
import { type Wording, wordingOf } from './wording.ts';

const rules: Readonly<Record<string, (wording: Wording) => unknown>> = {
  emergency: emergencyIn,
  unsafe: unsafeRequestIn,
  smalltalk: smalltalkIn,
  media: (wording) => asksAboutMedia(wording) || null,
  scam: scamQuestionIn,
  person: personRequestIn,
  dossier: dossierQuestionIn,
  'out of scope': outOfScopeIn,
};

const misfires = (text: string) =>
  Object.entries(rules).flatMap(([name, rule]) => {
    const kind = rule(wordingOf(text));
    return kind === null ? [] : [`${name}: ${kind}`];
  });

const questions = [...everydayQuestions, ...wardQuestions];

describe('everyday questions', () => {
  it.each(questions)('are left to the search: %s', (text) => {
    expect(misfires(text)).toEqual([]);
  });

  it.each(questions.map(withoutMarks))('are left to the search without marks: %s', (text) => {
    expect(misfires(text)).toEqual([]);
  });
});
