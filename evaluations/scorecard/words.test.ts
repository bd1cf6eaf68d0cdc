import { describe, expect, it } from '@jest/globals';
import { containmentChecks } from '../containment/judge-contained.ts';
import { redteamHonestSet, redteamSet } from '../redteam/redteam-set.ts';
import { questionSets } from '../score/question-sets.ts';
import { thresholds } from '../thresholds.ts';
import { transforms } from '../transforms/transforms.ts';
import { wordsOf } from './words.ts';

const sets = [...questionSets, redteamSet, redteamHonestSet].map(({ name, checks }) => [name, checks] as const);
const contained = ['hostile', 'good', 'faulty'].map((mood) => [`containment-${mood}`, containmentChecks] as const);

describe('the words of a figure', () => {
  it.each([...sets, ...contained])('are there in two languages for every check of %s', (name, checks) => {
    for (const check of Object.keys(checks)) {
      const { vi, en } = wordsOf(name, check, null);
      expect(vi).not.toBe(en);
      expect(vi).toMatch(/[à-ỹđ]/i);
    }
  });

  it('are there for whatever has a threshold, and for every transform', () => {
    for (const { set, check } of thresholds) if (set !== '*') expect(wordsOf(set, check, null).en).toContain(': ');
    for (const { name } of transforms) expect(wordsOf('transforms', 'codeLoss', name).vi).toContain('Gõ khác đi (');
  });

  it('are asked for where somebody adds a check', () => {
    expect(() => wordsOf('answer', 'cheerful', null)).toThrow(/answer\.cheerful has no words: add them/);
  });
});
