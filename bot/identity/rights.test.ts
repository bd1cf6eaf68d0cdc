import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  deeds,
  mayI,
  type Relation,
  type Right,
  relations,
  rightsTable,
  rungs,
  seesAnything,
  sights,
} from './rights.ts';
import { rightsMarkdown } from './rights-page.ts';

const rights: readonly Right[] = [...sights, ...deeds];
const anyRung = fc.constantFrom(...rungs);
const anyRight = fc.constantFrom(...rights);
const someRelations = fc.subarray([...relations]);

describe('the rights table', () => {
  it('gives nothing to whoever is anonymous or knows only a code', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('anonymous' as const, 'code-only' as const),
        someRelations,
        anyRight,
        (rung, who, right) => {
          expect(mayI(rung, who, right)).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('gives nothing to a stranger, however sure we are of him', () => {
    fc.assert(fc.property(anyRung, anyRight, (rung, right) => expect(mayI(rung, [], right)).toBe(false)));
  });

  it('never takes away by a higher rung what a lower one gave', () => {
    fc.assert(
      fc.property(fc.nat(rungs.length - 2), someRelations, anyRight, (lower, who, right) => {
        const [low, high] = [rungs[lower], rungs[lower + 1]];
        if (low && high && mayI(low, who, right)) expect(mayI(high, who, right)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('never gives less for being one thing more to the dossier', () => {
    fc.assert(
      fc.property(anyRung, someRelations, fc.constantFrom(...relations), anyRight, (rung, who, more, right) => {
        if (mayI(rung, who, right)) expect(mayI(rung, [...who, more], right)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps a change of contact for the full sign-in of the applicant or the guardian', () => {
    const who = rungs.flatMap((rung) =>
      relations.filter((relation) => mayI(rung, [relation], 'contact')).map((relation) => `${rung} ${relation}`),
    );
    expect(who).toEqual(['signed-in applicant', 'signed-in guardian']);
  });

  it('shows a second factor status and due date, and no name', () => {
    const seen = (relation: Relation) => sights.filter((sight) => mayI('second-factor', [relation], sight));
    for (const relation of relations) expect(seen(relation)).toEqual(['status', 'due-date']);
  });

  it('shows everything of the dossier to a sign-in that it concerns', () => {
    for (const relation of relations)
      expect(sights.filter((sight) => !rightsTable['signed-in'][relation].includes(sight))).toEqual([]);
  });

  it('knows which rungs are worth reading a dossier for', () => {
    expect(rungs.filter(seesAnything)).toEqual(['second-factor', 'linked', 'signed-in']);
  });

  it('is the table of the how-to page, word for word', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/how-to/sign-in.md'), 'utf8');
    expect(page).toContain(rightsMarkdown());
  });
});
