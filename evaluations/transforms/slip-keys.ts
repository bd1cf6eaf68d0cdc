/** Slips of the finger: in every five syllables one has a neighbouring key, a dropped or a doubled letter. */
import { pick, type Random, seededRandom } from '../../bot/measure/seeded-random.ts';

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Letters beside `letter` on its row of a QWERTY keyboard. */
function neighbours(letter: string): string[] {
  const base = letter.normalize('NFD').charAt(0).toLowerCase().replace('đ', 'd');
  const row = rows.find((one) => one.includes(base)) ?? '';
  const at = row.indexOf(base);
  return at < 0 ? [] : [row[at - 1], row[at + 1]].filter((one) => one !== undefined);
}

/** The same `seed` makes the same slips; a last one or two syllables beyond the fives have none. Syllables of one letter and numbers are left alone. */
export function slipKeys(text: string, seed: string): string {
  const random = seededRandom(`slips ${seed}`);
  const parts = text.normalize('NFC').split(/(\s+)/);
  const syllables = parts.flatMap((part, index) => (/\S/.test(part) ? [index] : []));
  for (let start = 0; start < syllables.length; start += 5) {
    const able = syllables
      .slice(start, start + 5)
      .filter((index) => /^\P{N}*$/u.test(parts[index] ?? '') && lettersOf(parts[index] ?? '') >= 2);
    const rest = syllables.length - start;
    if (able.length === 0 || (rest < 3 && start > 0)) continue;
    const index = pick(random, able);
    parts[index] = slip(parts[index] ?? '', random);
  }
  return parts.join('');
}

const lettersOf = (syllable: string) => syllable.match(/\p{L}/gu)?.length ?? 0;

function slip(syllable: string, random: Random): string {
  const letters = [...syllable];
  const places = letters.flatMap((letter, index) => (/\p{L}/u.test(letter) ? [index] : []));
  const at = pick(random, places);
  const letter = letters[at] ?? '';
  const beside = neighbours(letter);
  const kind = pick(random, beside.length > 0 ? ['beside', 'dropped', 'doubled'] : ['dropped', 'doubled']);
  letters[at] = kind === 'dropped' ? '' : kind === 'doubled' ? letter + letter : pick(random, beside);
  return letters.join('');
}
