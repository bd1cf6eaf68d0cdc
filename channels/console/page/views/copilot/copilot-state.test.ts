import { describe, expect, it } from '@jest/globals';
import { wordingRules } from '../../../../../bot/index.ts';
import type { CopilotEvent } from '../../../copilot/schemas.ts';
import { afterEnd, afterEvent, afterStop, begun } from './copilot-state.ts';
import { ruleWords, stepWords, usableText, words } from './copilot-words.ts';

const step = (number: number, state: 'begun' | 'done', found: string | null = null): CopilotEvent => ({
  kind: 'step',
  step: { number, tool: 'search', words: 'khai tử', state, found, ms: 120 },
});
const sentence = (text: string, ...caught: string[]) => ({ text, caught, sources: [] });

describe('a run as the page shows it', () => {
  it('has each look-up once, in the order in which they began', () => {
    const events = [step(1, 'begun'), step(2, 'begun'), step(2, 'done', 'x'), step(1, 'done', '4 thủ tục')];
    const { steps, going } = events.reduce(afterEvent, begun);
    expect(steps.map(({ number, state }) => [number, state])).toEqual([
      [1, 'done'],
      [2, 'done'],
    ]);
    expect(going).toBe(true);
  });

  it('keeps what was shown when it is stopped, and says nothing more of the line that broke', () => {
    const state = afterEnd(afterStop([step(1, 'begun')].reduce(afterEvent, begun)), 'Chưa nối được');
    expect(state).toMatchObject({ going: false, stopped: true, problem: null });
    expect(state.steps).toHaveLength(1);
  });

  it('says what went wrong where neither a draft came nor a stop', () => {
    expect(afterEnd(begun, 'Chưa nối được')).toMatchObject({ going: false, problem: 'Chưa nối được' });
    expect(afterEvent(begun, { kind: 'failed', message: 'Máy đang trục trặc' }).problem).toBe('Máy đang trục trặc');
  });
});

describe('the words of the co-pilot', () => {
  it('has some for every rule that may cut a sentence', () => {
    expect(wordingRules.filter((rule) => ruleWords([rule]) === rule)).toEqual([]);
    expect(Object.keys(words.rule).filter((rule) => !wordingRules.some((one) => one === rule))).toEqual([]);
  });

  it('tells a step as people say it', () => {
    expect(stepWords({ number: 1, tool: 'search', words: 'khai tử', state: 'done', found: '4 thủ tục', ms: 120 })).toBe(
      'Tìm thủ tục: «khai tử». Thấy 4 thủ tục. 0,1 giây.',
    );
    expect(
      stepWords({ number: 1, tool: null, words: '', state: 'refused', found: 'không có cách tra này', ms: 0 }),
    ).toBe('Cách tra lạ: không có cách tra này.');
  });

  it('takes into the box what passed, and the fields in the place of the rest', () => {
    const sentences = [sentence('Câu một.'), sentence('Lệ phí 50.000 đồng.', 'figure'), sentence('Câu ba.')];
    expect(usableText(sentences, [sentence('Lệ phí do tỉnh quyết định.')])).toBe(
      'Câu một. Câu ba.\nLệ phí do tỉnh quyết định.',
    );
    expect(usableText([sentence('Bịa.', 'claim')], [])).toBe('');
  });
});
