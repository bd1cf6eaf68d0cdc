/** The text that pressing a chip stands for: "Lệ phí: Đăng ký kết hôn". Reads it back without any memory. */
import type { Facet } from '../../knowledge/index.ts';
import { facets } from '../../knowledge/index.ts';
import { fold } from '../../retrieval/index.ts';
import { factsOf, type Library } from '../library.ts';
import type { Speech } from '../texts/speech.ts';

export const chipText = (speech: Speech, facet: Facet, title: string) => `${speech.say(`facet.${facet}`)}: ${title}`;

/** The procedure and facet of a chip's text; `null` for any other text. A bare title asks for the whole. */
export function readChip(text: string, library: Library, speech: Speech): { code: string; facet: Facet | null } | null {
  const folded = fold(text);
  const facet = facets.find((name) => folded.startsWith(`${fold(speech.say(`facet.${name}`))}: `)) ?? null;
  const title = facet ? folded.slice(fold(speech.say(`facet.${facet}`)).length + 2) : folded;
  const code = idsByTitle(library).get(title);
  return code ? { code, facet } : null;
}

const titles = new WeakMap<Library, ReadonlyMap<string, string>>();

/** Ids by folded title, the first of a title; made once for a library. */
function idsByTitle(library: Library): ReadonlyMap<string, string> {
  const made =
    titles.get(library) ??
    new Map(library.entries.toReversed().map((one) => [fold(factsOf(one).plainTitle), one.id] as const));
  titles.set(library, made);
  return made;
}

/** A bare facet chip ("Lệ phí") pressed without its title. */
export const bareFacet = (text: string, speech: Speech): Facet | null =>
  facets.find((name) => fold(speech.say(`facet.${name}`)) === fold(text)) ?? null;
