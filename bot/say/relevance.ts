/** Which sentences of a guide speak of what was asked: shared words, weighed by how rare they are in all guides. */
import { type Guide, rememberLatest } from '../../knowledge/index.ts';
import { fold } from '../../retrieval/index.ts';

export interface Relevance {
  /** 0 when nothing is shared; about 1 and more when the rare words of the question stand in the sentence. */
  score(question: string, sentence: string): number;
}

export function sentencesOf(guide: Guide): string[] {
  return [
    ...guide.conditions,
    ...guide.tips,
    ...guide.mistakes,
    ...guide.steps,
    ...(guide.papers ?? []).flatMap((paper) => [paper.name, paper.when, paper.note]),
    ...guide.filing.flatMap((filing) => [filing.fee.note, filing.time?.text]),
  ].filter((text): text is string => typeof text === 'string');
}

const termsOf = (text: string): string[] => {
  const words = fold(text).match(/[\p{L}\d]+/gu) ?? [];
  return [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)];
};

/** Learns the weight of words from the guides, at the first question: it takes a few hundred milliseconds once. */
export function learnRelevance(guides: readonly Guide[]): Relevance {
  let learned: ((term: string) => number) | null = null;
  const termsOfSentence = new Map<string, ReadonlySet<string>>();
  // One question is compared with many sentences in a row.
  const questionRead = rememberLatest(readQuestion, 64);
  return {
    score(question, sentence) {
      learned ??= weighTerms(guides);
      const { terms, figure } = questionRead(question);
      const own = termsOfSentence.get(sentence) ?? new Set(termsOf(sentence));
      if (termsOfSentence.size < mostKept) termsOfSentence.set(sentence, own);
      let shared = 0;
      for (const term of terms) if (own.has(term)) shared += learned(term) ** 2 * (term.includes(' ') ? 1.5 : 1);
      // A long sentence shares words by chance.
      return shared / Math.sqrt(8 + own.size / 4) + (figure?.test(foldedFigures(sentence)) ? figureBonus : 0);
    },
  };
}

/** Sentences of guides whose terms are kept; some 2,000 are asked for again and again. */
const mostKept = 5_000;

const readQuestion = (question: string) => ({
  terms: new Set(termsOf(question)),
  figure: figureAskedIn(question),
});

/** The rarer a term in the sentences of all guides, the nearer its weight to 1. */
function weighTerms(guides: readonly Guide[]): (term: string) => number {
  const sentences = guides.flatMap(sentencesOf);
  const seenIn = new Map<string, number>();
  for (const sentence of sentences) {
    for (const term of new Set(termsOf(sentence))) seenIn.set(term, (seenIn.get(term) ?? 0) + 1);
  }
  const rarest = Math.log(1 + sentences.length);
  return (term) => Math.log(1 + sentences.length / (1 + (seenIn.get(term) ?? 0))) / rarest;
}

/** What a sentence with the very kind of figure that is asked for is worth beside its shared words. */
const figureBonus = 0.35;
const asksDays =
  /(bao nhieu|may|bao lau|tre nhat|cham nhat|thoi han|trong vong|han (la|den|cuoi)?|muon nhat|truoc may|bua|hom)/;
const kinds: readonly (readonly [RegExp, RegExp])[] = [
  [/(bao nhieu|may|du) tuoi|do tuoi/, /\d+ tuoi/],
  [/bao nhieu tien|may (dong|tien|nghin|ngan)|ton (bao )?nhieu/, /\d[\d.]* (dong|nghin)/],
  [/may gio|luc nao|gio nao/, /\d+ gio/],
  [asksDays, /\d+ (ngay|thang|nam|gio)/],
];

/** What a figure that the question asks for (days, an age, money, an hour) looks like; `null` when it asks for none. */
function figureAskedIn(question: string): RegExp | null {
  const asked = fold(question);
  return kinds.find(([ask]) => ask.test(asked))?.[1] ?? null;
}

const foldedFigures = (sentence: string): string => (/\d/.test(sentence) ? fold(sentence) : '');

/** Indexes of the sentences, best first; ties keep their order. */
export function byRelevance(
  relevance: Relevance,
  question: string,
  sentences: readonly string[],
): { index: number; score: number }[] {
  return sentences
    .map((sentence, index) => ({ index, score: relevance.score(question, sentence) }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
}
