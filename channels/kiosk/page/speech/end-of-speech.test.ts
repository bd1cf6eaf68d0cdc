import { describe, expect, it } from '@jest/globals';
import { openEndOfSpeech } from './end-of-speech.ts';

/** The moment at which it ends, when each tenth of a second is this loud. */
function endOf(levels: (tenth: number) => number) {
  const end = openEndOfSpeech(0);
  for (let tenth = 1; ; tenth += 1)
    if (end.take(levels(tenth), tenth * 100)) return { at: tenth * 100, spoke: end.spoke };
}

describe('the end of what somebody says', () => {
  it('is a pause that is longer than a thought', () => {
    expect(endOf((tenth) => (tenth < 30 && tenth % 15 < 5 ? 0.5 : 0.01))).toEqual({ at: 3700, spoke: true });
  });

  it('comes after seven seconds of nothing, and at the latest after fourteen', () => {
    expect(endOf(() => 0.02)).toEqual({ at: 7000, spoke: false });
    expect(endOf(() => 0.6)).toEqual({ at: 14_000, spoke: true });
  });
});
