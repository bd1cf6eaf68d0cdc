/** Words of a procedure's names with their weight: the head of a title counts more than its clauses. */
import { analyse } from '../reading/analyse.ts';
import { oneWordForAll } from '../reading/same-words.ts';
import { cleanText } from '../text/clean-text.ts';
import { expandAbbreviations } from '../text/repair-spelling.ts';
import { syllableOf, type Token, tokensOf } from '../text/syllable.ts';

export interface NameWord {
  readonly term: string;
  readonly key: string;
  /** 0 to 1. */
  readonly weight: number;
}

/** Where a title stops to name the matter and begins to say for whom, by whom and how. */
const clause =
  /(?:^|\s)(?:đối với|trong trường hợp|trường hợp|do cơ quan|thực hiện (?:tại|bằng|ở)|\(?thực hiện|theo quy định|thuộc thẩm quyền|bằng dịch vụ công|của pháp luật|quy định tại|áp dụng cho|của cơ quan|trực tiếp thực hiện|theo đề nghị|tại cấp|cho người|cho cá nhân|cho công dân|cho tổ chức|mà người)\s/u;
const clauseWeight = 0.35;

/** Words that hold a title together and are left out, as questions leave them out. */
const joints = new Set(
  'của cho và với tại từ trong về các những được có theo do là ở thì mà để bằng khi hoặc vào đối việc bị đã một'
    .split(' ')
    .map((word) => syllableOf(word).key),
);

/** Words of a published title. "Thủ tục" at its head says nothing. */
export function titleWords(title: string): NameWord[] {
  const cleaned = cleanText(title)
    .replace(/^\s*(?:thủ tục|việc)\s+/u, '')
    .trim();
  const from = Math.min(
    ...[cleaned.search(clause), cleaned.indexOf('('), cleaned.indexOf(';')].map((at) =>
      at > 0 ? at : Number.POSITIVE_INFINITY,
    ),
  );
  const { tokens } = expandAbbreviations(tokensOf(cleaned));
  return oneWordForAll(tokens, false)
    .filter(({ key }) => !joints.has(key))
    .map(({ term, key, at }: Token) => ({ term, key, weight: at > from ? clauseWeight : 1 }));
}

/** Words of a plain title or a way of asking: everyday words, read as a question is read. */
export function everydayWords(text: string): NameWord[] {
  return analyse(text)
    .words.filter(({ kind, weight }) => weight > 0 || kind === 'facet')
    .map(({ term, key, weight, kind }) => ({ term, key, weight: kind === 'facet' ? 0.3 : weight }));
}
