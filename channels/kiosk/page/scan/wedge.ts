/** Tells a scanner that types like a keyboard from a person: a run of signs faster than any hand, ended by Enter. */

/** Milliseconds between two signs; nobody types so fast for long. */
const mostBetweenMs = 35;
const leastSigns = 8;
/** Every receipt has figures in it; a question that a slow machine hands over in one go has none. */
const figures = /\d.*\d.*\d.*\d/;

export interface Wedge {
  /** Takes one key with its moment (ms). The scanned text when this key ends one; else null. */
  press(key: string, at: number): string | null;
  /** Whether the keys now come from a scanner: they must not land in a field. */
  readonly scanning: boolean;
  clear(): void;
}

export function openWedge(): Wedge {
  let signs = '';
  let last = Number.NEGATIVE_INFINITY;
  return {
    get scanning() {
      return signs.length >= 4 && /\d/.test(signs);
    },
    press(key, at) {
      if (at - last > mostBetweenMs) signs = '';
      last = at;
      if (key === 'Enter') {
        const scanned = signs;
        signs = '';
        return scanned.length >= leastSigns && figures.test(scanned) ? scanned : null;
      }
      if (key.length === 1) signs += key;
      return null;
    },
    clear() {
      signs = '';
      last = Number.NEGATIVE_INFINITY;
    },
  };
}
