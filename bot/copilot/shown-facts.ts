/** What the look-ups of one run have shown, each fact under a token: a draft points to these, and says nothing else. */
import type { Guide } from '../../knowledge/index.ts';
import { type Block, type Source, textOf } from '../answer.ts';
import { stringsOf } from '../check/known-facts.ts';
import type { Field, Fields } from '../model/check/wording.ts';
import { wordsOfAddress } from '../model/wording/fields-of.ts';
import type { Speech } from '../texts/speech.ts';
import type { DraftSource } from './copilot.ts';
import { longestFact } from './copilot-limits.ts';

export interface ShownFact extends Field {
  readonly source: DraftSource;
}

export interface NewFact {
  /** Before the dot of its token: `fee`, `paper`, `day`. */
  readonly kind: string;
  readonly text: string;
  readonly source: DraftSource;
}

export interface ShownFacts {
  /** The same words of the same source keep their token. */
  show(fact: NewFact): ShownFact;
  /** A name of a procedure, which may be said without a token. */
  title(text: string): void;
  /** A record that was read. */
  read(guide: Guide): void;
  readonly all: readonly ShownFact[];
  /** What a draft is held against. */
  fields(speech: Speech): Fields;
}

export function openShownFacts(): ShownFacts {
  const all: ShownFact[] = [];
  const titles = new Set<string>();
  const guides = new Set<Guide>();
  const counts = new Map<string, number>();
  return {
    all,
    show({ kind, text, source }) {
      const said = cleanFact(text);
      const known = all.find((one) => one.text === said && one.source.code === source.code);
      if (known) return known;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      const fact = { token: `${kind}.${count}`, code: source.code ?? '', text: said, source };
      all.push(fact);
      return fact;
    },
    title: (text) => void titles.add(text),
    read: (guide) => void guides.add(guide),
    fields: (speech) => ({
      fields: all.map(({ token, code, text }) => ({ token, code, text })),
      sentences: [...all.map(({ text }) => text), ...[...guides].flatMap((guide) => stringsOf({ ...guide, ways: [] }))],
      titles: [...titles],
      language: speech.locale,
      allFree: guides.size > 0 && [...guides].every(isFree),
      address: wordsOfAddress(speech),
      mayBridge: true,
    }),
  };
}

const isFree = ({ filing }: Guide): boolean => filing.length > 0 && filing.every(({ fee }) => fee.kind === 'free');

/** One line without a full stop: it stands in the middle of a sentence. Braces would look like tokens. Records and notices hold no person's number. */
const cleanFact = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestFact)
    .replace(/[.;:,]+$/, '');

/** Each line of a block by itself; the name of a list stands before each of its lines. */
export const linesOf = (block: Block): readonly string[] =>
  block.kind === 'list'
    ? block.items.map((item) => (block.label ? `${block.label}: ${item}` : item))
    : [textOf({ blocks: [block] })];

export const draftSourceOf = ({ code, title, url, checkedOn }: Source | DraftSource): DraftSource => ({
  code,
  title,
  url,
  checkedOn,
});
