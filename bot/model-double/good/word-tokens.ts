/** Two to six plain sentences in which every fact is a token. */
import type { FieldToken } from '../read-prompt.ts';
import { facetOf } from './rewrite.ts';

const frames: Readonly<Record<string, (tokens: string) => string>> = {
  fee: (tokens) => `Về lệ phí thì ${tokens}.`,
  time: (tokens) => `Thời hạn giải quyết là ${tokens}.`,
  paper: (tokens) => `Giấy tờ cần mang theo là ${tokens}.`,
  place: (tokens) => `Nơi nhận hồ sơ là ${tokens}.`,
  step: (tokens) => `Cách làm: ${tokens}.`,
  law: (tokens) => `Việc này căn cứ vào ${tokens}.`,
  result: (tokens) => `Kết quả nhận được là ${tokens}.`,
  source: (tokens) => `Thông tin này lấy từ ${tokens}.`,
};
const firstKind: Readonly<Record<string, string>> = {
  fee: 'fee',
  time: 'time',
  documents: 'paper',
  place: 'place',
  legal: 'law',
  steps: 'step',
};

/** In the order of what was asked; at most six kinds, five tokens of each. Without tokens: one sentence without facts. */
export function wordTokens(question: string, tokens: readonly FieldToken[]): string {
  if (tokens.length === 0) return 'Dạ, thông tin của thủ tục này có ở bên dưới ạ.';
  const first = firstKind[facetOf(question) ?? ''];
  const kinds = [...Map.groupBy(tokens, ({ kind }) => kind)];
  const ordered = kinds.toSorted(([a], [b]) => rank(a, first) - rank(b, first));
  return ordered
    .slice(0, 6)
    .map(([kind, members]) => sentence(kind, members))
    .join(' ');
}

const rank = (kind: string, first: string | undefined) => (kind === first ? 0 : kind === 'source' ? 2 : 1);

function sentence(kind: string, members: readonly FieldToken[]): string {
  const tokens = members.slice(0, 5).map(({ token }) => token);
  const listed = tokens.length < 2 ? tokens.join('') : `${tokens.slice(0, -1).join(', ')} và ${tokens.at(-1)}`;
  return (frames[kind] ?? ((all: string) => `Thông tin: ${all}.`))(listed);
}
