import { describe, expect, it } from '@jest/globals';
import { ago, entryOf } from '../test/test-talks.ts';
import { hasNewWords, linesOf, readFrom, withEntries } from './entries.ts';

describe('what was said', () => {
  it('stands in order, each once, as it was read last', () => {
    const queued = entryOf({ id: 'b', position: 2, delivery: 'queued' });
    const merged = withEntries({ entries: [entryOf({ id: 'a' }), queued] }, [
      entryOf({ id: 'c', position: 3 }),
      { ...queued, delivery: 'sent' },
    ]);
    expect(merged.map(({ id, delivery }) => [id, delivery])).toEqual([
      ['a', null],
      ['b', 'sent'],
      ['c', null],
    ]);
  });

  it('is read on from the last, but again while something is on its way', () => {
    const entries = [entryOf({ id: 'a' }), entryOf({ id: 'b', position: 2, delivery: 'queued' })];
    expect(readFrom(null)).toBeNull();
    expect(readFrom({ entries: entries.slice(0, 1), last: 1 })).toBe(1);
    expect(readFrom({ entries, last: 2 })).toBe(1);
  });

  it('is new only when the citizen said it', () => {
    const before = { entries: [entryOf()] };
    expect(hasNewWords(before, { entries: [entryOf(), entryOf({ id: 'o', position: 2, speaker: 'officer' })] })).toBe(
      false,
    );
    expect(hasNewWords(before, { entries: [entryOf(), entryOf({ id: 'n', position: 2 })] })).toBe(true);
  });

  it('has a note below the words that it was written under', () => {
    const note = { id: 'n', by: 'Lan', at: ago(9), text: 'đã xem giấy' };
    const entries = [entryOf({ at: ago(10) }), entryOf({ id: 'late', position: 2, at: ago(2) })];
    const kinds = (notes: Parameters<typeof linesOf>[1]) =>
      linesOf(entries, notes).map((line) => (line.kind === 'note' ? line.note.id : line.entry.id));
    expect(kinds([note])).toEqual(['e1', 'n', 'late']);
    expect(kinds([{ ...note, id: 'z', at: ago(1) }, note])).toEqual(['e1', 'n', 'late', 'z']);
  });
});
