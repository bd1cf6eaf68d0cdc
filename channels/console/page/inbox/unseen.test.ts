import { describe, expect, it } from '@jest/globals';
import { handOffOf } from '../test/test-talks.ts';
import { isUnseen, look, titleWith } from './unseen.ts';

describe('what was not looked at', () => {
  const item = handOffOf();

  it('is new until it was opened, and again when something has changed', () => {
    const seen = look({}, item, 0);
    expect(isUnseen({}, item, 0)).toBe(true);
    expect(isUnseen(seen, item, 0)).toBe(false);
    expect(isUnseen(seen, item, 1)).toBe(true);
    expect(isUnseen(seen, { ...item, escalation: 1 }, 0)).toBe(true);
  });

  it('is never marked when it is over', () => {
    expect(isUnseen({}, handOffOf({ state: 'closed' }), 3)).toBe(false);
  });

  it('is counted in the title of the tab', () => {
    expect(titleWith('Hộp việc', 3)).toBe('(3) Hộp việc');
    expect(titleWith('Hộp việc', 0)).toBe('Hộp việc');
  });
});
