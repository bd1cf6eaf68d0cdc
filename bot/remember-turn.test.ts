/** What a conversation remembers, and that it never remembers the citizen's words. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer, Option } from './answer.ts';
import { statuses } from './answer.ts';
import { makeAnswer } from './make-answer.ts';
import { emptyMemory, memorySchema, readMemory } from './memory.ts';
import { rememberTurn } from './remember-turn.ts';
import { startTurn } from './run-turn.ts';
import { loadSpeech } from './texts/speech.ts';

const turnWith = (memory = emptyMemory, text = 'Tôi tên Nguyễn Văn An, hỏi khai sinh') =>
  startTurn(
    {
      id: 'm',
      conversationId: 'c',
      channel: 'web',
      locale: 'vi',
      text,
      at: new Date(0),
      signedInAs: null,
      ownedByOfficer: false,
    },
    memory,
    loadSpeech(),
  );
const about = (...codes: string[]): Partial<Answer> => ({ codes });
const choices: Option[] = ['a', 'b', 'c'].map((code) => ({ code, text: code, send: code }));
const chips: Option[] = [{ facet: 'fee', text: 'Lệ phí', send: 'Lệ phí: khai sinh' }];

describe('rememberTurn', () => {
  it('keeps what was talked of, latest first, each once, ten at most', () => {
    let memory = rememberTurn(turnWith(), makeAnswer('answered', [], about('1', '2')));
    memory = rememberTurn(turnWith(memory), makeAnswer('answered', [], about('2')));
    expect(memory.topics).toEqual(['2', '1']);
    for (let code = 10; code < 30; code += 1)
      memory = rememberTurn(turnWith(memory), makeAnswer('answered', [], about(String(code))));
    expect(memory.topics).toHaveLength(10);
    expect(memory.topics[0]).toBe('29');
  });

  it('takes no topic from a question back or a refusal', () => {
    expect(rememberTurn(turnWith(), makeAnswer('clarify', [], about('1', '2'))).topics).toEqual([]);
    expect(rememberTurn(turnWith(), makeAnswer('declined-unsafe', [], about('1'))).topics).toEqual([]);
  });

  it('lets chips of facets not push out a list that the citizen may still point to', () => {
    const listed = rememberTurn(turnWith(), makeAnswer('clarify', [], { options: choices }));
    const answered = rememberTurn(turnWith(listed), makeAnswer('answered', [], { ...about('a'), options: chips }));
    expect(answered.options).toEqual(choices);
  });

  it('counts misses in a row; small talk between them does not count', () => {
    let memory = rememberTurn(turnWith(), makeAnswer('declined-absent', []));
    memory = rememberTurn(turnWith(memory), makeAnswer('smalltalk', []));
    memory = rememberTurn(turnWith(memory), makeAnswer('declined-out-of-scope', []));
    expect(memory.misses).toBe(2);
    expect(rememberTurn(turnWith(memory), makeAnswer('answered', [], about('1'))).misses).toBe(0);
  });

  it('remembers a danger until something else is spoken of', () => {
    const alarm = rememberTurn(
      turnWith(),
      makeAnswer('emergency', [], { options: [{ text: '114', send: 'tel:114' }] }),
    );
    expect(alarm.emergency).toBe('114');
    expect(rememberTurn(turnWith(alarm), makeAnswer('answered', [], about('1'))).emergency).toBeNull();
  });

  it('always fits what the store reads back, and holds no word of the citizen', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...statuses),
        fc.array(fc.constantFrom('1.001193', '2.000635'), { maxLength: 12 }),
        (status, codes) => {
          const memory = rememberTurn(turnWith(), makeAnswer(status, [], { codes }));
          expect(memorySchema.parse(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
          expect(JSON.stringify(memory)).not.toContain('Nguyễn Văn An');
        },
      ),
    );
  });
});

describe('readMemory', () => {
  it('starts afresh from anything that does not fit', () => {
    for (const stored of [null, undefined, 7, 'x', [], { topics: 3 }, { options: [{}] }])
      expect(readMemory(stored)).toEqual(emptyMemory);
  });

  it('reads what an older version wrote, with what is new at its default', () => {
    expect(readMemory({ opened: true, topics: ['1.001193'] })).toEqual({
      ...emptyMemory,
      opened: true,
      topics: ['1.001193'],
    });
  });
});
