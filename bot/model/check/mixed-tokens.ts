/** True facts in the wrong place: a fee of another procedure, a time where a fee is spoken of, a token that something is stuck to. */
import type { DraftSentence } from './draft-sentence.ts';
import type { Fields } from './wording.ts';

/** What stands right before a token names what it is. */
const labels = [
  { kind: 'fee', says: /phí|tiền|\bfees?\b|\bcosts?\b/iu },
  { kind: 'time', says: /thời hạn|thời gian|bao lâu|trong vòng|\btime\b/iu },
  { kind: 'place', says: /nộp (?:tại|ở)|nơi (?:nộp|nhận)/iu },
  { kind: 'source', says: /nguồn|\bsource\b/iu },
] as const;

/** "Lệ phí làm {{title.1}} là …": the name stands between the label and its fact. */
const named = /\s(?:làm|cho|của|khi|về|thủ tục|for|of)\s*$/iu;

export function mixedTokenIn(draft: DraftSentence, { fields }: Pick<Fields, 'fields'>): string | null {
  const { text, tokens } = draft;
  const stuck = stuckIn(draft);
  if (stuck !== null) return stuck;
  const codes = new Set(tokens.map((token) => fields.find((field) => field.token === token)?.code));
  if (codes.size > 1) return tokens.join(' ');
  let awaited: string | null = null;
  for (const [piece = '', token = ''] of pieces(text)) {
    const near = piece.split(/[,;.!?]/u).at(-1) ?? '';
    const label = labels.find(({ says }) => says.test(near));
    awaited = label?.kind ?? (piece === near ? awaited : null);
    if (awaited === null) continue;
    if (token.startsWith('title.') && named.test(near)) continue;
    if (!token.startsWith(`${awaited}.`)) return token;
    awaited = null;
  }
  return null;
}

const fact = '\\{\\{[a-zA-Z]+\\.\\d{1,3}\\}\\}';
/** "-{{fee.1}}" is less than nothing and "x{{time.1}}" is another word; two facts in a row are said of nothing. */
const stuck = [
  new RegExp(`[^\\s("“‘]${fact}`, 'u'),
  new RegExp(`${fact}[^\\s,.;:!?)"”’…]`, 'u'),
  new RegExp(`${fact}\\s+(?=\\{\\{)`, 'u'),
];

function stuckIn({ text, tokens, clauses }: DraftSentence): string | null {
  const found = stuck.map((pattern) => pattern.exec(text)?.[0]).find((piece) => piece !== undefined);
  if (found !== undefined) return found;
  const twice = tokens.find((token, at) => tokens.indexOf(token) < at);
  if (twice !== undefined) return twice;
  const isBare = clauses.length === 0 && tokens.length > 0;
  return isBare && tokens.every((token) => /^(?:source|title)\./u.test(token)) ? tokens.join(' ') : null;
}

/** Each token of a fact with the words before it. */
const pieces = (text: string): string[][] =>
  [...text.matchAll(/([^{}]*(?:\{\{(?:you|me)\}\}[^{}]*)*)\{\{([a-z]+\.\d+)\}\}/giu)].map(
    ([, piece = '', token = '']) => [piece, token],
  );
