/** Whether a new password is worth the name: long enough, and not one that everybody tries first. */
import { fold } from '../../retrieval/index.ts';
import { commonWords, runs } from './common-words.ts';

export const passwordLength = { least: 12, most: 128 } as const;

/** `guessable` is one of the most common passwords, a run of keys, something said again and again, or one's own name with figures. */
export type PasswordFault = 'short' | 'long' | 'guessable';

/**
 * No rule on capitals and signs: length and rareness are what counts (NIST SP 800-63B).
 *
 * @param own words that are known of him: name, sign-in name.
 */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | null {
  const length = [...password.normalize('NFC')].length;
  if (length < passwordLength.least) return 'short';
  if (length > passwordLength.most) return 'long';
  return isGuessable(password, own) ? 'guessable' : null;
}

const leet: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const fewest = 5;
/** What is left of it when all that is common was taken away must be at least so long. */
const leastOwn = 6;
/** A figure is half of it, and a day of birth no more than a short word. */
const mostForFigures = 3;

function isGuessable(password: string, own: readonly string[]): boolean {
  const plain = fold(password.normalize('NFKC')).toLowerCase().replace(/\s/g, '');
  const unit = plain.slice(0, plain.length / 2);
  if (new Set(plain).size < fewest || isRepeated(plain, unit.length)) return true;
  const words = new Set([...commonWords, ...own.flatMap(wordsOf)]);
  const figures = Math.min(mostForFigures, plain.replace(/[a-z]/g, '').length / 2);
  return leftOf(plain, words) + figures < leastOwn || !/[a-z]/.test(plain);
}

const wordsOf = (text: string): readonly string[] => {
  const words = fold(text)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);
  return [...words, words.join('')];
};

/** `abcabcabc` is `abc` again and again. */
function isRepeated(text: string, most: number): boolean {
  for (let length = 1; length <= Math.min(most, 6); length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text) return true;
  }
  return false;
}

/** The fewest characters that no common word, run of keys, figure or sign accounts for. */
function leftOf(text: string, words: ReadonlySet<string>): number {
  const left = [0];
  for (let end = 1; end <= text.length; end += 1) {
    const sign = text[end - 1] ?? '';
    let best = (left[end - 1] ?? 0) + (/[a-z]/.test(sign) ? 1 : 0);
    for (let begin = Math.max(0, end - 24); begin < end; begin += 1) {
      const part = text.slice(begin, end);
      if (part.length > 1 && (words.has(part) || words.has(spelt(part)) || isRun(part)))
        best = Math.min(best, left[begin] ?? 0);
    }
    left.push(best);
  }
  return left[text.length] ?? 0;
}

/** `p@ssw0rd` is `password`. */
const spelt = (part: string): string => part.replace(/[013457@$!]/g, (sign) => leet[sign] ?? sign);

const isRun = (part: string): boolean => part.length >= 4 && runs.some((run) => run.includes(part));
