/** What a question is about, in a form that two questions can be compared by. */
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { questionOf } from '../ranking/question.ts';
import type { Reading } from '../reading/reading.ts';
import { type LatentSpace, placeOf } from '../vectors/latent-space.ts';

export interface Sketch {
  /** Weight times rarity of each word of the topic, and of each two neighbours; of length 1, or empty. */
  readonly terms: ReadonlyMap<string, number>;
  /** Where it lies in the space of meaning; zeros when the space knows none of its words. */
  readonly place: Float32Array;
}

/** How much two words that stand side by side count beside each of them. */
const pairShare = 0.6;
/** A word that no document has is most telling, or a slip of the keys: rarity is believed up to here. */
const mostRare = 7;

/** Said of any matter at a ward: they hardly tell one from another. */
const bland = new Set(
  'dang ki xin phep cap don bao khai nop lien he phan anh xu ly phuong xa thon khu pho to dan uy ban nha nguoi ho muon lam mo giay to thu tuc can o'.split(
    ' ',
  ),
);
const blandShare = 0.5;

/** @param read the reading of a text, as a search makes it. */
export const sketcher =
  (
    { lexical, space }: { readonly lexical: LexicalIndex; readonly space: LatentSpace },
    read: (text: string) => Reading,
  ) =>
  (text: string): Sketch => {
    const reading = read(text);
    const { terms } = questionOf(reading, lexical, 'read');
    const weights = new Map<string, number>();
    let before: { readonly term: string; readonly weight: number } | null = null;
    for (const { words, weight, idf, number } of terms) {
      const term = reading.words[words[0] ?? -1]?.term ?? '';
      const own = (bland.has(term) ? blandShare : 1) * weight * Math.min(number < 0 ? mostRare : idf, mostRare);
      weights.set(term, own);
      if (before) weights.set(`${before.term} ${term}`, pairShare * Math.sqrt(own * before.weight));
      before = { term, weight: own };
    }
    const place = placeOf(
      space,
      terms.map(({ number, weight, bodyIdf }) => [number, weight * bodyIdf] as const),
    );
    return { terms: unitOf(weights), place };
  };

function unitOf(weights: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const length = Math.hypot(...weights.values());
  return length > 0 ? new Map([...weights].map(([term, weight]) => [term, weight / length])) : weights;
}
