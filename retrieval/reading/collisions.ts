/** How likely a word typed without marks is not the empty word it looks like: "tam" is rather "tạm" than "tám". */
import { emptyPhrases } from '../lexicon/fillers.ts';
import { wordingsOf } from '../text/phrase-pattern.ts';
import { syllableOf } from '../text/syllable.ts';
import type { Vocabulary } from '../text/vocabulary.ts';

const longestSyllable = 7;
const shares = new WeakMap<Vocabulary, ReadonlyMap<string, number>>();
let empty: ReadonlySet<string> | null = null;

/** Empty words of one syllable, with their marks. */
const emptyKeys = (): ReadonlySet<string> =>
  new Set(
    emptyPhrases
      .flatMap(([pattern]) => wordingsOf(pattern.replace(/^=/, '')))
      .filter((wording) => !wording.includes(' '))
      .map((wording) => syllableOf(wording).key),
  );

/** Of all that published texts write with these letters, the share that is no empty word. 0 to 1; 0 for an unknown word. */
export function topicShare(term: string, vocabulary: Vocabulary): number {
  let known = shares.get(vocabulary);
  if (!known) {
    known = measure(vocabulary);
    shares.set(vocabulary, known);
  }
  return known.get(term) ?? 0;
}

function measure(vocabulary: Vocabulary): ReadonlyMap<string, number> {
  empty ??= emptyKeys();
  const counts = new Map<string, { all: number; topic: number }>();
  for (let length = 1; length <= longestSyllable; length += 1) {
    for (const { surface, term, count } of vocabulary.forms(length)) {
      const own = counts.get(term) ?? { all: 0, topic: 0 };
      own.all += count;
      if (!empty.has(syllableOf(surface).key)) own.topic += count;
      counts.set(term, own);
    }
  }
  return new Map([...counts].map(([term, { all, topic }]) => [term, all > 0 ? topic / all : 0]));
}
