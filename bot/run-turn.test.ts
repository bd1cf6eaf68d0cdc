/** The turn itself: steps in order, the first answer wins, and a broken step never leaves a citizen in silence. */
import { describe, expect, it } from '@jest/globals';
import { textOf } from './answer.ts';
import { makeAnswer } from './make-answer.ts';
import { emptyMemory } from './memory.ts';
import type { IncomingMessage } from './message.ts';
import { runTurn, startTurn } from './run-turn.ts';
import type { Step } from './step.ts';
import { loadSpeech } from './texts/speech.ts';

const message = (text: string): IncomingMessage => ({
  id: 'm',
  conversationId: 'c',
  channel: 'web',
  locale: 'vi',
  text,
  at: new Date('2026-11-23T03:00:00Z'),
  signedInAs: null,
  ownedByOfficer: false,
});
const start = (text = 'khai sinh', memory = emptyMemory) => startTurn(message(text), memory, loadSpeech());
const passOn: Step = { name: 'pass-on', run: (turn) => ({ next: { ...turn, topic: 'passed' } }) };
const answerWith = (text: string): Step => ({
  name: 'answer',
  run: () => ({ answer: makeAnswer('answered', [{ kind: 'say', text }]) }),
});
const broken: Step = {
  name: 'broken',
  run: () => {
    throw new Error('a step broke');
  },
};
const rejected: Step = { name: 'rejected', run: () => Promise.reject(new Error('a step broke later')) };

describe('runTurn', () => {
  it('stops at the first step that answers', async () => {
    const report = await runTurn(start(), [passOn, answerWith('một'), broken]);
    expect(textOf(report.answer)).toBe('một');
    expect(report.turn.topic).toBe('passed');
    expect(report.timings.map(({ step }) => step)).toEqual(['pass-on', 'answer']);
  });

  it.each([
    ['throws', [broken], 'a step broke'],
    ['rejects', [passOn, rejected], 'a step broke later'],
    ['never answers', [passOn], 'No step answered'],
    ['is missing', [], 'No step answered'],
  ])('answers "failed" when a step %s', async (_what, steps, reason) => {
    const report = await runTurn(start(), steps);
    expect(report.answer.status).toBe('failed');
    expect(textOf(report.answer)).toContain('trục trặc');
    expect(String(report.error)).toContain(reason);
    expect(textOf(report.answer)).not.toContain(reason);
  });

  it('says once that a machine speaks, even before a failure', async () => {
    const first = await runTurn(start(), [broken]);
    expect(first.opening).toMatch(/máy/);
    expect(first.opening).toContain('gặp cán bộ');
    const second = await runTurn(start('khai sinh', first.memory), [answerWith('x')]);
    expect(second.opening).toBeNull();
  });

  it('takes the time of each step and of the whole from the clock it is given', async () => {
    let clock = 0;
    const report = await runTurn(start(), [passOn, answerWith('x')], () => (clock += 5));
    expect(report.timings.map(({ ms }) => ms)).toEqual([5, 5]);
    expect(report.ms).toBeGreaterThan(0);
  });
});

describe('startTurn', () => {
  it('cleans and masks before any step sees the text', () => {
    const turn = start('Số tôi là 0912\u200B345678, <b>khai sinh</b>\u0000 079085001234');
    expect(turn.text).toBe('Số tôi là [số điện thoại 1], khai sinh [số căn cước 1]');
    expect(JSON.stringify({ ...turn, slots: {} })).not.toMatch(/0912345678|079085001234/);
    expect(turn.slots).toEqual({ '[số điện thoại 1]': '0912345678', '[số căn cước 1]': '079085001234' });
    expect('text' in turn.message).toBe(false);
  });

  it('puts an English question into the words of the search and speaks English', () => {
    const turn = start('How much does a birth certificate cost?');
    expect(turn.question).toMatch(/khai sinh/);
    expect(turn.speech.locale).toBe('en');
  });

  it('keeps the word by which the citizen calls himself', () => {
    const turn = start('Bác muốn hỏi khai tử');
    expect(turn.memory.callsSelf).toBe('bác');
    expect(turn.speech.say('clarify.which')).toContain('bác');
  });
});
