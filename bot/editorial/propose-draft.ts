/** A first draft for a group of questions, by rules: the editor changes what he likes and fills in the rest. */
import {
  emptyGuide,
  foldText,
  guideOfRecord,
  type PortalRecord,
  type Way,
  writeGuideText,
} from '../../knowledge/index.ts';
import type { SearchEngine } from '../../retrieval/index.ts';
import { factsOf, type Library } from '../library.ts';
import type { DraftContent } from './draft-content.ts';

/** Portal records that were imported, served or not. */
export interface ImportedRecords {
  /** `null`: none of this code. */
  find(code: string): PortalRecord | null;
  titles(): readonly { readonly code: string; readonly title: string }[];
}

export interface ProposeParts {
  readonly engine: SearchEngine;
  readonly library: Library;
  readonly records: ImportedRecords;
  readonly today: string;
}

/** What a question may be about already, and what could be made of it. */
export interface Likely {
  readonly code: string;
  readonly title: string;
  readonly from: 'knowledge' | 'imported';
}

const mostLikely = 6;
const leastWeight = 0.5;

/** Guides and cards that come close, then imported records that nobody approved. */
export function likelyFor(question: string, { engine, library, records }: ProposeParts): readonly Likely[] {
  const { hits, reading } = engine.search(question, { limit: mostLikely });
  const known = hits.flatMap(({ id }): Likely[] => {
    const entry = library.find(id);
    return entry ? [{ code: id, title: factsOf(entry).plainTitle, from: 'knowledge' }] : [];
  });
  const words = reading.words.filter(({ weight }) => weight >= leastWeight).map(({ term }) => term);
  return [...known, ...importedFor(words, library, records)];
}

function importedFor(words: readonly string[], library: Library, records: ImportedRecords): Likely[] {
  if (words.length === 0) return [];
  const share = (title: string) => {
    const own = new Set(foldText(title).split(/[^a-z0-9]+/));
    return words.filter((word) => own.has(word)).length / words.length;
  };
  return records
    .titles()
    .filter(({ code }) => library.find(code) === null)
    .map((record) => ({ ...record, share: share(record.title) }))
    .filter((record) => record.share >= 0.6)
    .sort((a, b) => b.share - a.share)
    .slice(0, mostLikely)
    .map(({ code, title }) => ({ code, title, from: 'imported' }));
}

export interface Wish {
  readonly kind: DraftContent['kind'];
  /** A question of the group, masked. */
  readonly question: string;
  /** What a way leads to, or of which a guide is made. */
  readonly code: string | null;
}

export function proposeDraft({ kind, question, code }: Wish, parts: ProposeParts): DraftContent {
  const way = wayFor(question, code, parts);
  const card = {
    ...way,
    title: '',
    plainTitle: way.say.charAt(0).toUpperCase() + way.say.slice(1),
    field: '',
    decidedBy: '',
    whereToGo: '',
    code: '',
    sourceUrl: '',
    sourceDecision: '',
  };
  switch (kind) {
    case 'way':
      return { kind, target: code ?? '', ...way };
    case 'card':
      return { kind, ...card };
    case 'not-ours':
      return { kind, level: 'other', ...card };
    case 'ignored':
      return { kind, because: '' };
    case 'guide': {
      const record = code === null ? null : parts.records.find(code);
      const guide = record ? guideOfRecord(record) : emptyGuide(card.plainTitle, parts.today);
      return { kind, text: writeGuideText({ ...guide, ways: [way] }) };
    }
  }
}

/** Topic words to say it by, the question itself, and the nearest question of something else. */
function wayFor(question: string, code: string | null, { engine, library }: ProposeParts): Way {
  const { hits, reading } = engine.search(question);
  const say = reading.words
    .filter(({ weight }) => weight >= leastWeight)
    .map(({ surface }) => surface)
    .join(' ');
  const other = hits.map(({ id }) => id).find((id) => id !== code);
  const entry = other === undefined ? null : library.find(other);
  const mustNotCatch = entry ? (factsOf(entry).ways[0]?.mustCatch ?? factsOf(entry).plainTitle) : '';
  return { say: say || question, mustCatch: question, mustNotCatch };
}
