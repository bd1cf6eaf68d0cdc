/** Where one clause of a question ends and the next begins. */
import type { Token } from '../text/syllable.ts';
import { syllableOf } from '../text/syllable.ts';

const words = (list: string) => new Set(list.split(' ').map((word) => syllableOf(word).key));
/** These begin a clause: what stood before is told, what follows is wished or asked. */
const openers = words('rồi nhưng nên giờ nay muốn cần tính định vậy thế còn xong vừa');
const unmarkedOpeners = words('roi nhung gio muon tinh xong vua nay');

/** Number of the clause of each token, from 0. `named`: tokens within the name of a thing open none. */
export function clausesOf(tokens: readonly Token[], named: ReadonlySet<number>): number[] {
  let clause = 0;
  let opened = true;
  return tokens.map(({ key, marked, afterBreak }, at) => {
    const opens =
      afterBreak || (!named.has(at) && (marked || openers.has(key) ? openers.has(key) : unmarkedOpeners.has(key)));
    if (opens && !opened) clause += 1;
    opened = opens;
    return clause;
  });
}
