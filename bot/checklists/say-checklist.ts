/** What stands on a checklist that is carried away: papers, then money, time and where. Public facts of the record alone. */
import type { Facet } from '../../knowledge/index.ts';
import type { Block } from '../answer.ts';
import { type Entry, factsOf } from '../library.ts';
import { composeCard } from '../say/compose-card.ts';
import { sayFacet } from '../say/guide-facets.ts';
import { sayOrigin } from '../say/source-note.ts';
import type { Speech } from '../texts/speech.ts';
import type { Tools } from '../tools.ts';
import type { Unit } from '../units/unit-directory.ts';

export interface PublicWords extends Pick<Tools, 'relevance' | 'calendar'> {
  readonly speech: Speech;
  /** The commune whose fees and hours are told. */
  readonly unit: Unit;
  readonly at: Date;
}

const carried: readonly Facet[] = ['documents', 'fee', 'time', 'place'];

/** The title stands by itself; blocks without one. */
export function sayChecklist(entry: Entry, words: PublicWords): { readonly title: string; readonly blocks: Block[] } {
  const { speech, at } = words;
  const title = factsOf(entry).plainTitle;
  if (entry.kind === 'card') {
    const { blocks } = composeCard({ card: entry.card, facets: ['place'], speech, at });
    return { title, blocks: blocks.filter(({ kind }) => kind !== 'title') };
  }
  return { title, blocks: [...sayFacets(entry.guide, carried, words), ...sayOrigin(entry.guide, speech, at)] };
}

/** Facets of a guide one after another, in the commune's words. */
export function sayFacets(
  guide: Extract<Entry, { kind: 'guide' }>['guide'],
  facets: readonly Facet[],
  { speech, relevance, unit, calendar, at }: PublicWords,
): Block[] {
  const local = { unit, unclear: null, calendar, at };
  const asked = { guide, question: guide.plainTitle, speech, relevance, local };
  return facets.flatMap((facet) => sayFacet(facet, asked));
}
