/** Which deed a key stands for. Pure, so that it is tested without a keyboard. */

export type Shortcut = 'down' | 'up' | 'reply' | 'note' | 'claim' | 'search' | 'leave' | 'help';

export interface Pressed {
  readonly key: string;
  /** With a modifier a key belongs to the browser. */
  readonly modified: boolean;
  /** Somebody is typing: letters are letters. */
  readonly typing: boolean;
  /** A dialog is open: it has the keys. */
  readonly dialog: boolean;
}

const letters: Readonly<Record<string, Shortcut>> = {
  j: 'down',
  k: 'up',
  r: 'reply',
  n: 'note',
  c: 'claim',
  '/': 'search',
  '?': 'help',
};

/** `null`: the key means nothing here. */
export function shortcutOf({ key, modified, typing, dialog }: Pressed): Shortcut | null {
  if (modified || dialog) return null;
  if (key === 'Escape') return 'leave';
  return typing ? null : (letters[key.toLowerCase()] ?? null);
}
