/** Public answers of all guides for a page whose server is away: each facet rendered, with the words to find it by. */
import { setImmediate as breathe } from 'node:timers/promises';
import { type Facet, facets } from '../../knowledge/index.ts';
import { fold } from '../../retrieval/index.ts';
import type { Block } from '../answer.ts';
import { type PublicWords, sayChecklist, sayFacets } from '../checklists/say-checklist.ts';
import { type Entry, factsOf } from '../library.ts';
import { sayOrigin } from '../say/source-note.ts';
import type { Tools } from '../tools.ts';

export interface OfflineGuide {
  readonly code: string;
  readonly title: string;
  /** Folded words by which it is found, each once. */
  readonly words: string;
  /** The overview first. The last block of each says where it comes from. */
  readonly facets: readonly { readonly facet: Facet; readonly name: string; readonly blocks: readonly Block[] }[];
}

const order: readonly Facet[] = ['overview', ...facets.filter((facet) => facet !== 'overview')];

/** Guides of our own knowledge; records that came by import are too many to carry. Lets other work go on in between. */
export async function makeOfflineCopy(
  { library }: Pick<Tools, 'library'>,
  words: PublicWords,
): Promise<readonly OfflineGuide[]> {
  const made: OfflineGuide[] = [];
  for (const entry of library.entries) {
    if (entry.kind === 'guide' && entry.guide.origin === 'imported') continue;
    made.push(offlineGuide(entry, words));
    await breathe();
  }
  return made;
}

function offlineGuide(entry: Entry, words: PublicWords): OfflineGuide {
  const { plainTitle } = factsOf(entry);
  return { code: entry.id, title: plainTitle, words: wordsOf(entry), facets: facetsOf(entry, words) };
}

function facetsOf(entry: Entry, words: PublicWords): OfflineGuide['facets'] {
  const { speech, at } = words;
  const name = (facet: Facet) => speech.say(`facet.${facet}`);
  if (entry.kind === 'card')
    return [{ facet: 'overview', name: name('overview'), blocks: sayChecklist(entry, words).blocks }];
  const origin = sayOrigin(entry.guide, speech, at);
  return order.map((facet) => ({
    facet,
    name: name(facet),
    blocks: [...sayFacets(entry.guide, [facet], words), ...(facet === 'overview' ? origin : [])],
  }));
}

/** Titles and ways of asking. A page looks them up by whole words, with and without diacritics. */
function wordsOf(entry: Entry): string {
  const { title, plainTitle, field, ways } = factsOf(entry);
  const text = [title, plainTitle, field, ...ways.map(({ say }) => say)].join(' ');
  return [...new Set(fold(text).split(/[^\p{L}\d]+/u))].filter(Boolean).join(' ');
}
