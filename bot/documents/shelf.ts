/** The notices and local rules of the wards, as questions find them. */
import { isApprovedFor, type Section, validityAt, type WardDocument } from '../../knowledge/index.ts';
import {
  openPassageIndex,
  type Passage,
  type PassageHit,
  type PassageIndex,
  type PassageQuestion,
} from '../../retrieval/index.ts';

/** A section with the document that it stands in. */
export interface ShelfPassage extends Passage {
  readonly document: WardDocument;
  readonly section: Section;
}

/** From which commune and when it is asked. */
export interface Asking {
  /** Commune code; `null` when it is not known: then only what is for every commune is found. */
  readonly unit: string | null;
  readonly at: Date;
}

export interface Shelf {
  /** In force at that moment, approved for that commune; best first. */
  find(question: PassageQuestion, asking: Asking): readonly PassageHit<ShelfPassage>[];
  /** The same of those whose last day has passed: they are named, never quoted. */
  findExpired(question: PassageQuestion, asking: Asking): readonly PassageHit<ShelfPassage>[];
  /** In force at that moment for that commune, latest first. */
  current(asking: Asking): readonly WardDocument[];
  /** Number of documents, approved or not. */
  readonly size: number;
}

/** Indexes of communes kept at a time. */
const mostIndexes = 50;

/** Documents of one commune are indexed when the first question from there comes. */
export function openShelf(documents: readonly WardDocument[]): Shelf {
  const byUnit = Map.groupBy(documents, ({ unit }) => unit);
  const indexes = new Map<string | null, PassageIndex<ShelfPassage>>();
  const indexOf = (unit: string | null) => {
    const known = indexes.get(unit) ?? openPassageIndex((byUnit.get(unit) ?? []).flatMap(passagesOf));
    // The commune asked from longest ago makes room; the index for everybody stays.
    indexes.delete(unit);
    indexes.set(unit, known);
    const oldest = [...indexes.keys()].find((one) => one !== null);
    if (indexes.size > mostIndexes && oldest !== undefined) indexes.delete(oldest);
    return known;
  };
  const unitsOf = (unit: string | null) => (unit === null ? [null] : [null, unit]).filter((one) => byUnit.has(one));
  const shown = (validity: 'valid' | 'expired', { unit, at }: Asking) => {
    const own = unitsOf(unit).flatMap((one) => byUnit.get(one) ?? []);
    return own.filter((document) => isApprovedFor(document, unit) && validityAt(document, at) === validity);
  };
  const search = (validity: 'valid' | 'expired', question: PassageQuestion, asking: Asking) => {
    const ids = new Set(shown(validity, asking).map(({ id }) => id));
    if (ids.size === 0) return [];
    return unitsOf(asking.unit)
      .flatMap((unit) => indexOf(unit).search(question, (id) => ids.has(id)))
      .sort(bestFirst);
  };
  return {
    find: (question, asking) => search('valid', question, asking),
    findExpired: (question, asking) => search('expired', question, asking),
    current: (asking) => shown('valid', asking).toSorted((a, b) => (a.from < b.from ? 1 : -1)),
    size: documents.length,
  };
}

const passagesOf = (document: WardDocument): ShelfPassage[] =>
  document.sections.map((section) => ({
    id: document.id,
    title: document.title,
    heading: section.heading,
    text: section.lines.join('\n'),
    document,
    section,
  }));

/** What explains more of the question comes first; of those alike the better match, then the later notice. */
function bestFirst(one: PassageHit<ShelfPassage>, other: PassageHit<ShelfPassage>): number {
  if (one.named !== other.named) return one.named ? -1 : 1;
  const explained = other.explained - one.explained;
  if (Math.abs(explained) > 0.05) return explained;
  const [from, otherFrom] = [one.passage.document.from, other.passage.document.from];
  return other.score - one.score || (from < otherFrom ? 1 : -1);
}
