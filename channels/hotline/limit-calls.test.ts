import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadSpeech } from '../../bot/index.ts';
import { countCalls } from '../limits/index.ts';
import type { CallDialogue, CallEvent } from './call.ts';
import { openCallTalk } from './call-talk.ts';
import { limitCalls } from './limit-calls.ts';
import { testLine } from './test-call.ts';

const talk = openCallTalk({
  assistant: { handle: () => Promise.reject(new Error('no turn is run here')) },
  speak: loadSpeech(),
  lineOf: () => testLine,
  hints: [],
  desk: null,
});
const begin = (callId: string, from: string | null, to = '+842593822000'): CallEvent => ({
  ...{ provider: 'twiml', callId, turn: 0, from, to, kind: 'started' },
  at: new Date('2026-11-23T02:00:00Z'),
});

describe('calls that are begun too often', () => {
  let told: string[];
  let dialogue: CallDialogue;
  beforeAll(() => {
    told = [];
    const kept: CallDialogue = {
      async onEvent({ callId }) {
        told.push(callId);
        return { do: 'hang-up', say: [], rate: 'normal' };
      },
      whisperTo: async () => [],
    };
    const limits = { perNumber: countCalls('hotline-number', 2), perLine: countCalls('hotline-line', 4) };
    dialogue = limitCalls(kept, talk, limits);
  });

  it('by one number hear kindly when to call again, and reach nothing; another number gets through', async () => {
    for (const id of ['a', 'b', 'c']) await dialogue.onEvent(begin(id, '+84900000011'));
    expect(told).toEqual(['a', 'b']);
    const refused = await dialogue.onEvent(begin('d', '+84900000011'));
    expect(refused).toMatchObject({ do: 'hang-up' });
    expect(refused.say.map(({ text }) => text).join(' ')).toMatch(/gọi lại sau một phút.*(113|một một ba)/i);
    await dialogue.onEvent(begin('e', '+84900000012'));
    expect(told).toEqual(['a', 'b', 'e']);
  });

  it('without a number count for the line, and another line is open', async () => {
    await dialogue.onEvent(begin('f', null));
    await dialogue.onEvent(begin('g', null));
    expect(told).not.toContain('g');
    await dialogue.onEvent(begin('h', null, '+842593822001'));
    expect(told).toContain('h');
  });

  it('leave a call that goes on alone', async () => {
    await dialogue.onEvent({ ...begin('a', '+84900000011'), turn: 1, kind: 'digits', digits: '0' });
    expect(told.at(-1)).toBe('a');
  });
});
