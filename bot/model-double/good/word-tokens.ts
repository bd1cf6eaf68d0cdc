/** Two to six plain sentences in which every fact is a token. */
import type { FieldToken } from '../read-prompt.ts';
import { facetOf } from './rewrite.ts';

const vi: Readonly<Record<string, (tokens: string) => string>> = {
  paper: (tokens) => `{{You}} chuẩn bị ${tokens}.`,
  place: (tokens) => `{{You}} nộp hồ sơ tại ${tokens} ạ.`,
  fee: (tokens) => `Lệ phí là: ${tokens}.`,
  time: (tokens) => `Về thời hạn giải quyết: ${tokens}.`,
  step: (tokens) => `Các bước như sau: ${tokens}.`,
  law: (tokens) => `Căn cứ là ${tokens}.`,
  condition: (tokens) => `Điều kiện là ${tokens}.`,
  online: (tokens) => `Về việc nộp hồ sơ: ${tokens}.`,
  result: (tokens) => `{{You}} nhận được ${tokens}.`,
  source: (tokens) => `Thông tin này theo ${tokens}.`,
};
const en: typeof vi = {
  paper: (tokens) => `Please bring ${tokens}.`,
  place: (tokens) => `Please file it at ${tokens}.`,
  fee: (tokens) => `The fee: ${tokens}.`,
  source: (tokens) => `Source: ${tokens}.`,
};
const firstKind: Readonly<Record<string, string>> = {
  fee: 'fee',
  time: 'time',
  documents: 'paper',
  place: 'place',
  legal: 'law',
  steps: 'step',
};
/** Names of procedures are said with the papers; they are no sentence of their own. */
const unsaid = new Set(['title', 'you', 'You', 'me', 'Me']);

/** In the order of what was asked; at most six kinds, three tokens of each, one sentence a line. Without tokens: one sentence without facts. */
export function wordTokens(question: string, tokens: readonly FieldToken[], english = false): string {
  const facts = tokens.filter(({ kind }) => !unsaid.has(kind));
  if (facts.length === 0) return 'Dạ, thông tin của thủ tục này có ở bên dưới ạ.';
  const first = firstKind[facetOf(question) ?? ''];
  const kinds = [...Map.groupBy(facts, ({ kind }) => kind)];
  const ordered = kinds.toSorted(([a], [b]) => rank(a, first) - rank(b, first));
  const frames = english ? en : vi;
  const said = ordered.slice(0, 6).map(([kind, members]) => sentence(frames[kind], members));
  return (english ? said : said.map((one, at) => (at === 0 ? politely(one) : one))).join('\n');
}

/** Only the first sentence begins with it: one after another would sound like a parrot. */
const politely = (text: string): string =>
  `Dạ, ${text.replace(/^(?:\{\{You\}\}|\p{Lu})/u, (first) => first.toLowerCase())}`;

const rank = (kind: string, first: string | undefined) => (kind === first ? 0 : kind === 'source' ? 2 : 1);

function sentence(frame: ((tokens: string) => string) | undefined, members: readonly FieldToken[]): string {
  const tokens = members.slice(0, 3).map(({ token }) => token);
  const listed = tokens.length < 2 ? tokens.join('') : `${tokens.slice(0, -1).join(', ')}; ${tokens.at(-1)}`;
  return (frame ?? ((all: string) => `${all}.`))(listed);
}
