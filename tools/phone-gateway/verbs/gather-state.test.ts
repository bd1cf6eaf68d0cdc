import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openVoiceActivity, usualVoice } from '../media/voice-activity.ts';
import type { Frame } from '../rtp/jitter-buffer.ts';
import { type Gathered, type GatherWishes, openGather, type Recognised } from './gather-state.ts';

const wishes: GatherWishes = {
  speech: true,
  digits: true,
  mostDigits: 1,
  leastDigits: 1,
  finishOnKey: null,
  betweenKeysMs: 3_000,
  timeoutMs: 8_000,
  endOfSpeechMs: 1_200,
  bargeIn: true,
  wordsToBargeIn: 2,
  keysBargeIn: true,
  leastConfidence: 0,
};

const tone = Int16Array.from({ length: 160 }, (_none, at) => 3_000 * Math.sin(at / 3));
const quiet = new Int16Array(160);

/** A gather whose recogniser says at once what it is told to, and whose prompt lasts until `promptDone`. */
function listening(
  more: Partial<GatherWishes> = {},
  recognises: Recognised = { text: 'lệ phí khai sinh', confidence: 0.9 },
) {
  const done: string[] = [];
  let asked = 0;
  let result: Gathered | null = null;
  const state = openGather({
    wishes: { ...wishes, ...more },
    voice: openVoiceActivity(usualVoice),
    settings: usualVoice,
    hands: {
      stopPrompt: () => done.push('stop'),
      pausePrompt: () => done.at(-1) !== 'pause' && done.push('pause'),
      resumePrompt: () => done.push('resume'),
      recognise: () => {
        asked += 1;
        queueMicrotask(() => state.recognised(recognises));
      },
      forgetVoice: () => {},
      speechEnded: () => done.push('ended'),
      finish: (gathered) => {
        result = gathered;
      },
    },
  });
  const feed = async (pcm: Int16Array, ms: number, kind: Frame['kind'] = 'heard') => {
    for (let at = 0; at < ms; at += 20) {
      state.frame({ pcm, kind });
      await null;
    }
  };
  return {
    state,
    done,
    voice: (ms: number) => feed(tone, ms),
    silence: (ms: number) => feed(quiet, ms),
    nothing: (ms: number) => feed(quiet, ms, 'missing'),
    get asked() {
      return asked;
    },
    get result() {
      return result as Gathered | null;
    },
  };
}

describe('listening', () => {
  it('ends when the silence was long enough, and asks the recogniser before that', async () => {
    const call = listening();
    call.state.promptDone();
    await call.voice(1_000);
    await call.silence(820);
    expect([call.asked, call.result]).toEqual([1, null]);
    await call.silence(400);
    expect(call.result).toEqual({ reason: 'speechDetected', text: 'lệ phí khai sinh', confidence: 0.9 });
  });

  it('waits for somebody who only takes a breath, and asks for the whole of it again', async () => {
    const call = listening();
    call.state.promptDone();
    await call.voice(1_000);
    await call.silence(1_000);
    await call.voice(500);
    expect(call.result).toBeNull();
    await call.silence(1_300);
    expect(call.asked).toBe(2);
    expect(call.result).toMatchObject({ reason: 'speechDetected' });
  });

  it('takes a click and a cough for nothing', async () => {
    const call = listening();
    call.state.promptDone();
    await call.voice(60);
    await call.silence(2_000);
    await call.voice(200);
    await call.silence(2_000);
    expect([call.asked, call.result]).toEqual([0, null]);
    await call.silence(5_500);
    expect(call.result).toEqual({ reason: 'timeout' });
  });

  it('gives up after the time that was set, counted from the end of the prompt', async () => {
    const call = listening({ timeoutMs: 2_000 });
    await call.silence(10_000);
    expect(call.result).toBeNull();
    call.state.promptDone();
    await call.nothing(1_980);
    expect(call.result).toBeNull();
    await call.nothing(20);
    expect(call.result).toEqual({ reason: 'timeout' });
  });

  it('stops the prompt for two words, and goes on with it after one', async () => {
    const call = listening();
    await call.voice(1_000);
    expect(call.done).toEqual(['pause']);
    await call.silence(1_300);
    expect(call.result).toMatchObject({ reason: 'speechDetected' });
    expect(call.done).toEqual(['pause', 'ended', 'stop']);
    const polite = listening({}, { text: 'dạ', confidence: 1 });
    await polite.voice(600);
    await polite.silence(1_300);
    expect([polite.result, polite.done]).toEqual([null, ['pause', 'ended', 'resume']]);
  });

  it('lets a voice alone break in where that is wished, and nobody where it is not', async () => {
    const call = listening({ wordsToBargeIn: 0 });
    await call.voice(100);
    expect(call.done).toEqual(['stop']);
    const closed = listening({ bargeIn: false });
    await closed.voice(2_000);
    await closed.silence(2_000);
    expect([closed.asked, closed.done]).toEqual([0, []]);
  });

  it('ends with one key at once, and with several by number, by end key or by a pause', async () => {
    const one = listening();
    one.state.key('0');
    expect([one.result, one.done[0]]).toEqual([{ reason: 'dtmfDetected', digits: '0' }, 'stop']);
    const many = listening({ mostDigits: 6, finishOnKey: '#' });
    for (const key of '12#') many.state.key(key);
    expect(many.result).toEqual({ reason: 'dtmfDetected', digits: '12' });
    const paused = listening({ mostDigits: 6 });
    paused.state.key('4');
    await paused.silence(2_900);
    paused.state.key('5');
    await paused.silence(2_900);
    expect(paused.result).toBeNull();
    await paused.silence(200);
    expect(paused.result).toEqual({ reason: 'dtmfDetected', digits: '45' });
  });

  it('lets keys go before words', async () => {
    const call = listening({ mostDigits: 4 });
    call.state.promptDone();
    await call.voice(1_000);
    call.state.key('7');
    await call.voice(500);
    await call.silence(3_000);
    expect(call.result).toEqual({ reason: 'dtmfDetected', digits: '7' });
  });

  it('tells words that were not understood from a recogniser that failed', async () => {
    const cases: [Recognised, Gathered][] = [
      [{ text: '', confidence: null }, { reason: 'stt-low-confidence' }],
      [{ text: 'a b', confidence: 0.1 }, { reason: 'stt-low-confidence' }],
      [{ failed: 'x' }, { reason: 'error', details: 'x' }],
    ];
    for (const [recognises, expected] of cases) {
      const call = listening({ leastConfidence: 0.3 }, recognises);
      call.state.promptDone();
      await call.voice(1_000);
      await call.silence(1_300);
      expect(call.result).toEqual(expected);
    }
  });

  it('comes to an end on a line that only hisses', async () => {
    const call = listening({}, { text: '', confidence: null });
    call.state.promptDone();
    await call.voice(40_000);
    expect(call.result).toEqual({ reason: 'stt-low-confidence' });
  });

  it('finishes once, whatever comes in whatever order', async () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant('voice' as const), ms: fc.nat(3_000) }),
      fc.record({ do: fc.constant('silence' as const), ms: fc.nat(3_000) }),
      fc.record({ do: fc.constant('key' as const), ms: fc.nat(9) }),
      fc.record({ do: fc.constant('done' as const), ms: fc.constant(0) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const call = listening({ mostDigits: 3 });
        for (const { do: what, ms } of acts) {
          if (what === 'key') call.state.key(String(ms));
          else if (what === 'done') call.state.promptDone();
          else await call[what](ms);
        }
        call.state.promptDone();
        await call.silence(12_000);
        expect(call.result).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});
