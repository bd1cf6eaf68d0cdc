/** A story comes before the wish: what is told counts less than what is wished or asked. */
import { syllableOf } from '../text/syllable.ts';
import type { Word } from './reading.ts';

/** Words of a clause that only tells count so much. */
const told = 0.6;
/** The asking clauses must hold so many words of the topic, or they lean on what was told. */
const enough = 2;

const wishes = new Set('muốn xin cần nhờ đòi tính'.split(' ').map((word) => syllableOf(word).key));
const unmarkedWishes = new Set(['muon', 'xin', 'nho']);

/** Lowers the words of telling clauses, where other clauses ask or wish and have a topic of their own. */
export function weighClauses(words: readonly Word[]): Word[] {
  const asking = new Set(words.filter(asks).map(({ clause }) => clause));
  const own = words.filter(({ clause, weight, kind }) => asking.has(clause) && weight >= 0.5 && kind === 'topic');
  if (asking.size === 0 || own.length < enough) return [...words];
  return words.map((word) => (asking.has(word.clause) ? word : { ...word, weight: word.weight * told }));
}

const asks = ({ kind, key, marked }: Word): boolean =>
  kind === 'facet' || wishes.has(key) || (!marked && unmarkedWishes.has(key));
