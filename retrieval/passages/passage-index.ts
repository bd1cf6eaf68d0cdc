/** Finds the passage of a text that a question asks for: BM25 over a few thousand passages, nothing kept on disk. */
import { countIn, formsOf, type TextForms } from './passage.ts';
import type { AskedWord, PassageQuestion } from './passage-question.ts';

/** A section of a document. */
export interface Passage {
  /** Of the document that it stands in. */
  readonly id: string;
  /** Of the document. */
  readonly title: string;
  readonly heading: string | null;
  readonly text: string;
}

export interface PassageHit<P extends Passage> {
  readonly passage: P;
  /** Comparable within one search only. */
  readonly score: number;
  /** Share (0 to 1) of the weight of the question that title, heading and text explain. */
  readonly explained: number;
  /** The same without the words that only say that a notice is wanted; 0 when there are none but those. */
  readonly explainedContent: number;
  /** Words of the question stand together here, or a long one stands here: no chance likeness of syllables. */
  readonly joined: boolean;
  /** An everyday matter that the question names stands in the title or the heading. */
  readonly matter: boolean;
  /** The question holds the whole title of the document. */
  readonly named: boolean;
}

export interface PassageIndex<P extends Passage> {
  /** Best first, at most 24; only those of documents that `keep` lets pass and that share a word with the question. */
  search(question: PassageQuestion, keep: (id: string) => boolean): readonly PassageHit<P>[];
  readonly size: number;
}

const k1 = 1.2;
const b = 0.5;
/** What a word in the heading and in the title counts beside one in the text. */
const headingWeight = 2;
const titleWeight = 1.5;
/** So many of the best are looked at closely and given. */
const mostHits = 24;
/** A word of this many letters is nobody else's syllable. */
const longWord = 5;
/** A title of fewer words is too easily held. */
const shortestTitle = 4;

interface Entry<P> {
  readonly passage: P;
  readonly text: TextForms;
  readonly heading: TextForms;
  readonly title: TextForms;
}

export function openPassageIndex<P extends Passage>(passages: readonly P[]): PassageIndex<P> {
  const titles = new Map<string, TextForms>();
  const titleOf = (title: string) => {
    const forms = titles.get(title) ?? formsOf(title);
    titles.set(title, forms);
    return forms;
  };
  const entries = passages.map(
    (passage): Entry<P> => ({
      passage,
      text: formsOf(passage.text),
      heading: formsOf(passage.heading ?? ''),
      title: titleOf(passage.title),
    }),
  );
  const average = entries.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, entries.length);
  return {
    size: entries.length,
    search(question, keep) {
      const rarity = rarityOf(question, entries);
      return entries
        .filter(({ passage }) => keep(passage.id))
        .map((entry) => rate(entry, question, { rarity, average }))
        .filter(({ score }) => score > 0)
        .sort((one, other) => other.score - one.score)
        .slice(0, mostHits)
        .map((rated) => finish(rated, question));
    },
  };
}

const partsOf = <P>({ title, heading, text }: Entry<P>) => [title, heading, text];

function rarityOf<P>(question: PassageQuestion, entries: readonly Entry<P>[]): (word: AskedWord) => number {
  const by = new Map(
    question.words.map(({ form }) => {
      const holders = entries.filter((entry) =>
        partsOf(entry).some((part) => countIn(part, question, form) > 0),
      ).length;
      return [form, Math.log(1 + (entries.length - holders + 0.5) / (holders + 0.5))] as const;
    }),
  );
  return ({ form }) => by.get(form) ?? 0;
}

interface Rated<P> extends Pick<PassageHit<Passage>, 'score' | 'explained' | 'explainedContent'> {
  readonly entry: Entry<P>;
}

interface Setting {
  readonly rarity: (word: AskedWord) => number;
  readonly average: number;
}

function rate<P extends Passage>(entry: Entry<P>, question: PassageQuestion, { rarity, average }: Setting): Rated<P> {
  const { text, heading, title } = entry;
  const norm = k1 * (1 - b + (b * text.length) / Math.max(1, average));
  let score = 0;
  let all = 0;
  let found = 0;
  let content = 0;
  let foundContent = 0;
  for (const word of question.words) {
    const count = (part: TextForms) => countIn(part, question, word.form);
    const times = count(text) + headingWeight * count(heading) + titleWeight * count(title);
    score += (word.weight * rarity(word) * times * (k1 + 1)) / (times + norm);
    all += word.weight;
    if (!word.frame) content += word.weight;
    if (times === 0) continue;
    found += word.weight;
    if (!word.frame) foundContent += word.weight;
  }
  return {
    entry,
    score,
    explained: all > 0 ? found / all : 0,
    explainedContent: content > 0 ? foundContent / content : 0,
  };
}

function finish<P extends Passage>({ entry, ...rated }: Rated<P>, question: PassageQuestion): PassageHit<P> {
  const { title, heading, passage } = entry;
  return {
    ...rated,
    passage,
    joined: rated.explainedContent >= joinedFrom && isJoined(entry, question),
    matter: question.matters.some((pairs) =>
      [title, heading].some((part) => pairs.every((pair) => countIn(part, question, pair) > 0)),
    ),
    named: holdsTitle(question, title),
  };
}

/** Looked at only where enough is explained for it to matter. */
const joinedFrom = 0.5;

function isJoined<P extends Passage>(entry: Entry<P>, question: PassageQuestion): boolean {
  const content = question.words.filter(({ frame }) => !frame);
  const stands = (form: string) => partsOf(entry).some((part) => countIn(part, question, form) > 0);
  if (content.some(({ form }) => form.length >= longWord && /^[a-z]+$/.test(form) && stands(form))) return true;
  if (content.some(({ form }, at) => stands(`${form} ${content[at + 1]?.form}`))) return true;
  return (
    holds(content, [formsOf(`${entry.passage.title} ${entry.passage.heading ?? ''}`)], question) >= wordsOfName ||
    holds(content, entry.passage.text.split('\n').map(formsOf), question) >= wordsOfLine
  );
}

/** So many words of the question in a name, or in one line, stand together by no chance. */
const wordsOfName = 2;
const wordsOfLine = 3;

/** The most words of the question that one of the texts holds. */
const holds = (words: readonly AskedWord[], texts: readonly TextForms[], question: PassageQuestion): number =>
  Math.max(0, ...texts.map((text) => words.filter(({ form }) => countIn(text, question, form) > 0).length));

function holdsTitle({ all, unmarked }: PassageQuestion, title: TextForms): boolean {
  if (title.length < shortestTitle) return false;
  const asked = new Set(all);
  const words = [...(unmarked ? title.folded : title.marked).keys()].filter((form) => !form.includes(' '));
  return words.every((form) => asked.has(form));
}
