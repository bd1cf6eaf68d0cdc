import { describe, expect, it } from '@jest/globals';
import { openWedge } from './wedge.ts';

const type = (text: string, everyMs: number, wedge = openWedge()) => {
  let at = 1_000;
  for (const key of text) {
    wedge.press(key, at);
    at += everyMs;
  }
  return { scanned: wedge.press('Enter', at), wedge, at };
};

describe('a scanner that types', () => {
  it('is known by its haste', () => {
    expect(type('H38.12-260915-0042', 8).scanned).toBe('H38.12-260915-0042');
  });

  it('is no person, however quick, and no short word', () => {
    expect(type('H38.12-260915-0042', 90).scanned).toBeNull();
    expect(type('khai', 5).scanned).toBeNull();
    expect(type('khai sinh cho cháu', 2).scanned).toBeNull();
  });

  it('leaves nothing behind', () => {
    const { wedge, at } = type('H38.12-260915-0042', 8);
    expect(wedge.press('Enter', at + 5)).toBeNull();
    for (const key of 'H38.12-2609') wedge.press(key, at + 10);
    expect(wedge.scanning).toBe(true);
    wedge.clear();
    expect(wedge.scanning).toBe(false);
    expect(wedge.press('Enter', at + 12)).toBeNull();
  });
});
