/** Puts questions that ask for the same matter into one group. */
import type { Sketch } from './sketch.ts';

export interface GroupOptions {
  /** Mean likeness (0 to 1) to the members from which on a question joins a group. */
  readonly join?: number;
  /** Share of the words in the likeness; the rest is the space of meaning's. */
  readonly words?: number;
}

/** Set on one half of `evaluations/datasets/groups.jsonl`: `npm run -s evaluate -- groups` shows what they do on the other. */
export const groupDefaults = { join: 0.25, words: 0.85 } as const;

interface Growing {
  readonly members: number[];
  readonly terms: Map<string, number>;
  readonly place: Float64Array;
}

/**
 * Average linkage: the two groups whose members are most alike on average are joined, again and again, until none are
 * alike enough. The same questions give the same groups, whatever their order of asking.
 *
 * @returns indices, each group and the groups themselves in the order of the sketches. Meant for a few thousand.
 */
export function groupAlike(sketches: readonly Sketch[], options: GroupOptions = {}): readonly (readonly number[])[] {
  const { join, words } = { ...groupDefaults, ...options };
  const groups: (Growing | null)[] = sketches.map((sketch, at) => ({
    members: [at],
    terms: new Map(sketch.terms),
    place: Float64Array.from(sketch.place),
  }));
  const nearest = groups.map((_group, at) => nearestOf(groups, at, words));
  for (;;) {
    let best = -1;
    for (const [at, near] of nearest.entries())
      if (near && groups[at] && near.likeness >= join && (best < 0 || near.likeness > (nearest[best]?.likeness ?? 0)))
        best = at;
    const near = nearest[best];
    const [one, other] = [groups[best], groups[near?.at ?? -1]];
    if (!near || !one || !other) break;
    groups[best] = merged(one, other);
    groups[near.at] = null;
    nearest[near.at] = null;
    for (const at of groups.keys())
      if (groups[at] && (at === best || nearest[at]?.at === best || nearest[at]?.at === near.at))
        nearest[at] = nearestOf(groups, at, words);
      else if (groups[at] && at < best) nearest[at] = nearer(nearest[at] ?? null, groups, { at, to: best, words });
  }
  return groups
    .flatMap((group) => (group ? [group.members.toSorted((a, b) => a - b)] : []))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

interface Near {
  readonly at: number;
  readonly likeness: number;
}

/** Among those that come after it: each pair is looked at from one side. */
function nearestOf(groups: readonly (Growing | null)[], at: number, words: number): Near | null {
  let best: Near | null = null;
  for (let to = at + 1; to < groups.length; to += 1) best = nearer(best, groups, { at, to, words });
  return best;
}

function nearer(
  best: Near | null,
  groups: readonly (Growing | null)[],
  { at, to, words }: { readonly at: number; readonly to: number; readonly words: number },
): Near | null {
  const [one, other] = [groups[at], groups[to]];
  if (!one || !other) return best;
  const likeness = meanLikeness(one, other, words);
  return best && best.likeness >= likeness ? best : { at: to, likeness };
}

/** Sums of vectors multiply to the sum over all pairs. */
function meanLikeness(one: Growing, other: Growing, words: number): number {
  const [small, large] = one.terms.size < other.terms.size ? [one.terms, other.terms] : [other.terms, one.terms];
  let shared = 0;
  for (const [term, weight] of small) shared += weight * (large.get(term) ?? 0);
  let near = 0;
  for (let at = 0; at < one.place.length; at += 1) near += (one.place[at] ?? 0) * (other.place[at] ?? 0);
  const pairs = one.members.length * other.members.length;
  return (words * shared + (1 - words) * Math.max(0, near)) / pairs;
}

function merged(one: Growing, other: Growing): Growing {
  const terms = new Map(one.terms);
  for (const [term, weight] of other.terms) terms.set(term, (terms.get(term) ?? 0) + weight);
  return {
    members: [...one.members, ...other.members],
    terms,
    place: one.place.map((value, at) => value + (other.place[at] ?? 0)),
  };
}
