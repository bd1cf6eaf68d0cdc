import { describe, expect, it } from '@jest/globals';
import type { Entry, Library } from '../bot/index.ts';
import { auditDetail, compareKnowledge } from './compare-knowledge.ts';

const entry = (id: string, title = id): Entry => ({ kind: 'card', id, card: { title } as never });
const library = (...entries: readonly Entry[]): Library => ({
  entries,
  guides: [],
  find: () => null,
  family: () => [],
  familyOf: () => null,
  isDefault: () => false,
});

describe('compareKnowledge', () => {
  it('tells by code what came, went and changed, and no text', async () => {
    const change = await compareKnowledge(
      library(entry('1.1'), entry('1.2'), entry('1.3')),
      library(entry('1.1'), entry('1.2', 'Tên mới'), entry('1.4')),
    );
    expect(change).toEqual({ guides: 0, cards: 3, added: ['1.4'], removed: ['1.3'], changed: ['1.2'] });
    expect(JSON.stringify(auditDetail(change))).not.toContain('Tên mới');
  });

  it('names the first 200 codes and counts all', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => entry(`1.${index}`));
    const { added } = auditDetail(await compareKnowledge(library(), library(...many)));
    expect([added.count, added.codes.length]).toEqual([1000, 200]);
  });
});
