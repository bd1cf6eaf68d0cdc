/** Finds guides in the kept copy while the server is away: words in common, rare ones weighing more. */
import type { OfflineCopy } from '../../api/schemas.ts';
import { foldedWords } from './fold.ts';

export type KeptGuide = OfflineCopy['guides'][number];

export interface Found {
  readonly guide: KeptGuide;
  readonly score: number;
}

/** Below this share of the question's weight a guide speaks of something else. */
const leastShare = 0.45;
/** Said around any question; they choose nothing. */
const around = new Set(
  'a ai anh ba bac bao bi cac can cho chu co con da dau di duoc em gi giup hoi khi khong la lam mot muon nao nay ngay nhieu nhu o oi ong phai sao the thi toi ve voi xin le phi tien lau thoi han giay to mang chuan qua mat ton het'.split(
    ' ',
  ),
);
const mostFound = 4;

/** Best first; [] when the copy has nothing near. */
export type SearchCopy = (question: string) => readonly Found[];

export function openCopySearch(guides: readonly KeptGuide[]): SearchCopy {
  const rows = guides.map((guide) => ({ guide, words: new Set(foldedWords(guide.words)), title: pairs(guide.title) }));
  const counts = new Map<string, number>();
  for (const { words } of rows) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (word: string) =>
    (around.has(word) ? 0.15 : 1) * Math.log(1 + rows.length / (1 + (counts.get(word) ?? 0)));
  return (question) => {
    const asked = new Set(foldedWords(question));
    const askedPairs = pairs(question);
    const all = sum([...asked].map(weight));
    const found = rows.map(({ guide, words, title }) => {
      const share = all === 0 ? 0 : sum([...asked].filter((word) => words.has(word)).map(weight)) / all;
      const together = [...askedPairs].filter((pair) => title.has(pair)).length;
      return { guide, share, score: share + 0.35 * together - 0.002 * title.size - 0.0005 * words.size };
    });
    return found
      .filter(({ share, score }) => share >= leastShare && score > 0)
      .sort((one, other) => other.score - one.score)
      .slice(0, mostFound)
      .map(({ guide, score }) => ({ guide, score }));
  };
}

/** Two words in a row: "khai sinh" is more than "khai" and "sinh". */
function pairs(text: string): ReadonlySet<string> {
  const words = foldedWords(text);
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
