/** A question, as a notice is searched for it. */
import { analyse } from '../reading/analyse.ts';
import { cleanText } from '../text/clean-text.ts';
import { syllableOf } from '../text/syllable.ts';
import { mattersIn, sayOneWay } from './same-matters.ts';

export interface AskedWord {
  /** With marks in one spelling where the question has marks, else folded. */
  readonly form: string;
  /** 0 to 1. */
  readonly weight: number;
  /** Says that a notice is wanted ("thông báo", "lịch"), not which. */
  readonly frame: boolean;
}

export interface PassageQuestion {
  readonly words: readonly AskedWord[];
  /** Typed without marks: passages are compared without theirs. */
  readonly unmarked: boolean;
  /** Everyday matters of a ward that it names ("cắt điện"), each as pairs of neighbours. */
  readonly matters: readonly (readonly string[])[];
  /** All words as they stand, in forms like {@link AskedWord.form}. */
  readonly all: readonly string[];
}

const framePairs = new Set([
  'thong bao',
  'quy dinh',
  'quy che',
  'ke hoach',
  'noi quy',
  'van ban',
  'thoi gian',
  'dia diem',
  'khu pho',
  'to dan',
]);
const frameWords = new Set('lich thang tuan ngay mai gio buoi dot moi nam phuong xa pho thon ap'.split(' '));
/** Words that ask; the analyser takes some of them for a topic. */
const asking = new Set([
  'bao nhieu',
  'bao gio',
  'bao lau',
  'may gio',
  'khi nao',
  'luc nao',
  'ngay nao',
  'o dau',
  'cai gi',
  'the nao',
  'lam sao',
]);
const frameWeight = 0.25;
const leastWeight = 0.3;

export function readPassageQuestion(text: string): PassageQuestion {
  const cleaned = sayOneWay(cleanText(text));
  const syllables = (cleaned.match(/[\p{L}\p{N}]+/gu) ?? []).map(syllableOf);
  const unmarked = syllables.every(({ marked }) => !marked);
  const formOf = ({ key, term }: { readonly key: string; readonly term: string }) => (unmarked ? term : key);
  // Words that the analyser adds stand behind the text.
  const read = analyse(cleaned).words.filter(
    ({ at, kind }) => at < cleaned.length && (kind === 'topic' || kind === 'modifier'),
  );
  const frames = new Set(read.flatMap(({ term }, at) => (isFrame(read, at) ? [term] : [])));
  const words = read
    .filter(({ weight }, at) => weight >= leastWeight && !isAsking(read, at))
    .map((word): AskedWord => {
      const frame = frames.has(word.term);
      return { form: formOf(word), weight: word.weight * (frame ? frameWeight : 1), frame };
    });
  const plain = syllables.map(({ surface }) => surface).join(' ');
  const matters = mattersIn(plain).map((name) => {
    const forms = name.split(' ').map((word) => formOf(syllableOf(word)));
    return forms.slice(1).map((form, at) => `${forms[at]} ${form}`);
  });
  return { words, unmarked, matters, all: syllables.map(formOf) };
}

const pairsAt = (words: readonly { readonly term: string }[], at: number): string[] => [
  `${words[at - 1]?.term} ${words[at]?.term}`,
  `${words[at]?.term} ${words[at + 1]?.term}`,
];

const isAsking = (words: readonly { readonly term: string }[], at: number): boolean =>
  pairsAt(words, at).some((pair) => asking.has(pair));

function isFrame(words: readonly { readonly term: string }[], at: number): boolean {
  return frameWords.has(words[at]?.term ?? '') || pairsAt(words, at).some((pair) => framePairs.has(pair));
}
