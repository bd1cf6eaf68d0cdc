import { describe, expect, it } from '@jest/globals';
import { type Pressed, shortcutOf } from './shortcut.ts';

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  modified: false,
  typing: false,
  dialog: false,
  ...more,
});

describe('keys', () => {
  it('walk, answer, note, claim, search and help', () => {
    expect(['j', 'K', 'r', 'n', 'c', '/', '?'].map((key) => shortcutOf(pressed(key)))).toEqual([
      'down',
      'up',
      'reply',
      'note',
      'claim',
      'search',
      'help',
    ]);
  });

  it('are letters while one types, but Esc leaves', () => {
    expect(shortcutOf(pressed('j', { typing: true }))).toBeNull();
    expect(shortcutOf(pressed('Escape', { typing: true }))).toBe('leave');
  });

  it('belong to the browser with a modifier, and to a dialog that is open', () => {
    expect(shortcutOf(pressed('c', { modified: true }))).toBeNull();
    expect(shortcutOf(pressed('Escape', { dialog: true }))).toBeNull();
  });
});
