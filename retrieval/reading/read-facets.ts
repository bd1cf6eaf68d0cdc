/** Reads which facets a question asks, and which of its words ask them. */
import type { Facet } from '../../knowledge/index.ts';
import { dutyWords, officeWords } from '../lexicon/deadline-words.ts';
import { facetPhrases } from '../lexicon/facet-phrases.ts';
import type { FacetPhrase } from '../lexicon/facet-rows.ts';
import { longestMatches, type PhraseMatch, phraseTable } from '../text/phrase-table.ts';
import type { Token } from '../text/syllable.ts';

const table = phraseTable(facetPhrases);
const office = phraseTable(officeWords.map((pattern, index) => [pattern, index === 0 ? 2 : 1] as const));
const duty = phraseTable(dutyWords.map((pattern) => [pattern, 1] as const));

export interface FacetReading {
  /** Strongest first; empty when nothing in particular is asked. */
  readonly facets: Facet[];
  readonly spans: readonly { readonly start: number; readonly end: number; readonly folded: boolean }[];
}

type Asked = PhraseMatch<FacetPhrase>;

/** `claimed`: tokens that belong to the name of a thing ("giấy xác nhận độc thân") and ask nothing. */
export function facetsIn(
  tokens: readonly Token[],
  unmarked: boolean,
  claimed: ReadonlySet<number> = new Set(),
): FacetReading {
  const free = table.find(tokens, { unmarked }).filter((match) => {
    if (match.folded && match.end - match.start === 1) return false;
    for (let at = match.start; at < match.end; at += 1) if (claimed.has(at)) return false;
    return true;
  });
  const matches = longestMatches(free).filter(({ value }) => value.facet !== null);
  const found = new Map<Facet, { strength: number; at: number }>();
  for (const match of matches) {
    const facet = match.value.facet === 'time' && isDuty(tokens, match, unmarked) ? 'conditions' : match.value.facet;
    const strength = facet === 'conditions' && match.value.facet === 'time' ? 3 : match.value.strength;
    if (!facet) continue;
    const known = found.get(facet);
    if (!known || strength > known.strength) found.set(facet, { strength, at: known?.at ?? match.start });
  }
  const facets = inOrder(found);
  const unasked = facets.length === 0 || (facets.length === 1 && found.get(facets[0] as Facet)?.strength === 1);
  return { facets: unasked && isYesOrNo(tokens) ? ['conditions'] : facets, spans: matches };
}

/** "Có phải … không", "… có được không": whether something holds is asked of the conditions. */
function isYesOrNo(tokens: readonly Token[]): boolean {
  const last = tokens.findLastIndex(
    ({ key, term, marked }) => key === 'không' || key === 'hông' || (!marked && term === 'khong'),
  );
  if (last < 1) return false;
  const has = tokens.findLastIndex(
    ({ key, term, marked }, at) => at < last && (key === 'co2' || (!marked && term === 'co')),
  );
  return has >= 0 && last - has <= 20 && tokens.length - last <= 5;
}

/** A weak sign counts only where there is no better one; "online" beside a fee or a time limit is a way of filing. */
function inOrder(found: ReadonlyMap<Facet, { strength: number; at: number }>): Facet[] {
  const strongest = Math.max(0, ...[...found.values()].map(({ strength }) => strength));
  const counts = (facet: Facet, strength: number) => {
    if (strength === 1 && strongest > 1) return false;
    return !(strength === 2 && strongest === 3 && (facet === 'conditions' || facet === 'overview'));
  };
  const last = (facet: Facet) => Number(facet === 'online' && (found.has('fee') || found.has('time')));
  return [...found]
    .filter(([facet, { strength }]) => counts(facet, strength))
    .sort(([a, one], [b, other]) => last(a) - last(b) || one.at - other.at)
    .map(([facet]) => facet);
}

/**
 * "Mấy ngày" is the citizen's own deadline (conditions) when a duty stands near and nothing that the office does
 * stands nearer. "Trong mấy ngày phải khai" asks a duty; "khai mấy ngày xong" asks the office's time.
 */
function isDuty(tokens: readonly Token[], match: Asked, unmarked: boolean): boolean {
  const reach = 8;
  const from = Math.max(0, match.start - reach);
  const window = tokens.slice(from, match.end + reach);
  const distance = ({ start, end }: PhraseMatch<number>) => {
    const [first, last] = [start + from, end + from];
    if (last <= match.start) return match.start - last;
    return first >= match.end ? first - match.end : 0;
  };
  const nearest = (matches: readonly PhraseMatch<number>[]) => Math.min(99, ...matches.map(distance));
  const duties = nearest(duty.find(window, { unmarked }));
  if (duties === 99) return false;
  const acts = office.find(window, { unmarked });
  const strong = nearest(acts.filter(({ value }) => value === 2));
  const weak = nearest(acts.filter(({ value, start }) => value === 1 && start + from >= match.end - 1));
  return Math.min(strong, weak > 1 ? 99 : weak) > duties;
}
