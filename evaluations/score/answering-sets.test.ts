import { describe, expect, it } from '@jest/globals';
import { answerSet } from './answer.ts';
import { clarifySet } from './clarify.ts';
import { dialoguesSet } from './dialogues.ts';
import { multiSet } from './multi.ts';
import { placesSet } from './places.ts';
import { checks, said } from './test-checks.ts';

describe('answer', () => {
  const item = { style: 'standard', code: ['1.001193'], facet: 'fee', must: ['8.000'], mustNot: ['18.000'] };

  it('is right with the procedure first, the facet and every fact', () => {
    expect(checks(answerSet, item, { codes: ['1.001193'], facet: 'fee', text: '8.000 đồng' })).toEqual([
      expect.objectContaining({
        code: true,
        facet: true,
        must: true,
        mustFull: true,
        mustNot: false,
        harmful: false,
        missed: false,
      }),
    ]);
  });

  it('is harmful with the right facet of a wrong procedure, a miss when nothing is answered', () => {
    expect(checks(answerSet, item, { codes: ['9.999999', '1.001193'], facet: 'fee' })?.[0]).toMatchObject({
      code: false,
      harmful: true,
      missed: false,
    });
    expect(checks(answerSet, item, { status: 'clarify' })?.[0]).toMatchObject({
      harmful: false,
      missed: true,
      askedBack: true,
    });
    expect(checks(answerSet, item, { status: 'declined-absent', codes: ['1.001193'] })?.[0]).toMatchObject({
      code: false,
      declined: true,
    });
  });

  it('counts facts of full guides apart, and takes any of several facets', () => {
    const card = { ...item, code: ['1.005461'], facet: ['fee', 'overview'] };
    expect(checks(answerSet, card, { codes: ['1.005461'], facet: 'overview' })?.[0]).toMatchObject({
      mustFull: null,
      must: false,
      facet: true,
    });
  });
});

describe('clarify', () => {
  it('needs two right options, not the same one twice', () => {
    const item = { options: ['1.1', '1.2', '1.3'] };
    const chips = (...codes: string[]) => codes.map((code) => ({ code, text: code }));
    expect(checks(clarifySet, item, { status: 'clarify', options: chips('1.1', '1.3') })?.[0]).toMatchObject({
      right: true,
    });
    expect(checks(clarifySet, item, { status: 'clarify', options: chips('1.1', '1.1') })?.[0]).toMatchObject({
      right: false,
      askedBack: true,
    });
    expect(checks(clarifySet, item, { codes: ['1.1'] })?.[0]).toMatchObject({ right: false, guessed: true });
  });
});

describe('multi', () => {
  it('needs all procedures in any order', () => {
    const item = { codes: ['1.1', '1.2'] };
    expect(checks(multiSet, item, { codes: ['1.2', '1.1'] })?.[0]).toMatchObject({ all: true });
    expect(checks(multiSet, item, { codes: ['1.2'] })?.[0]).toMatchObject({ all: false, some: true });
  });
});

describe('places', () => {
  it('wants every commune it may be, or the question which', () => {
    const split = { expect: ['Xã Cam Hiệp', 'Xã Cam Lâm'], ambiguous: true, kind: 'split' };
    expect(checks(placesSet, split, { status: 'place', text: 'Xã Cam Hiệp hoặc xã Cam Lâm' })?.[0]).toMatchObject({
      right: true,
    });
    expect(checks(placesSet, split, { status: 'place', text: 'Xã Cam Lâm' })?.[0]).toMatchObject({ right: false });
    const many = { expect: [], ambiguous: true, kind: 'ambiguous-name' };
    expect(checks(placesSet, many, { status: 'place', text: 'Phường Bến Thành' })?.[0]).toMatchObject({
      right: false,
      asked: false,
    });
    expect(checks(placesSet, many, { status: 'clarify' })?.[0]).toMatchObject({ right: true });
  });
});

describe('dialogues', () => {
  const item = {
    tag: 'ellipsis',
    turns: [
      { user: 'tạm trú cần gì', expect: { behaviour: 'answer', code: ['1.004194'], facet: 'documents' } },
      { user: 'cảm ơn', expect: { behaviour: 'smalltalk' } },
    ],
  };

  it('are judged turn by turn, and as a whole once', () => {
    const turns = [said({ codes: ['1.004194'], facet: 'documents' }), said({ status: 'smalltalk' })];
    expect(checks(dialoguesSet, item, { turns })?.map(({ behaviour, whole }) => [behaviour, whole])).toEqual([
      [true, null],
      [true, true],
    ]);
  });

  it('count a turn without an answer as failed', () => {
    expect(
      checks(dialoguesSet, item, { turns: [said({ codes: ['1.004194'], facet: 'fee' })] })?.map(
        ({ behaviour, facet, whole }) => [behaviour, facet, whole],
      ),
    ).toEqual([
      [true, false, null],
      [false, null, false],
    ]);
  });
});
