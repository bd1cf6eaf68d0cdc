/** True facts in the wrong place: a fee of another procedure, a time where a fee is spoken of. */
import { bar, type DraftSentence } from './draft-sentence.ts';
import type { Fields } from './wording.ts';

/** What stands right before a token names what it is. */
const labels = [
  { kind: 'fee', says: /phí|tiền|\bfees?\b|\bcosts?\b/iu },
  { kind: 'time', says: /thời hạn|thời gian|bao lâu|trong vòng|\btime\b/iu },
  { kind: 'place', says: /nộp (?:tại|ở)|nơi (?:nộp|nhận)/iu },
  { kind: 'source', says: /nguồn|\bsource\b/iu },
] as const;

export function mixedTokenIn({ tokens, own }: DraftSentence, { fields }: Pick<Fields, 'fields'>): string | null {
  const codes = new Set(tokens.map((token) => fields.find((field) => field.token === token)?.code));
  if (codes.size > 1) return tokens.join(' ');
  // Names of procedures leave a bar too: then which piece belongs to which token is not told.
  const pieces = own.split(bar);
  if (pieces.length !== tokens.length + 1) return null;
  const wrong = tokens.find((token, at) => {
    const before = pieces[at]?.split(/[,;.!?]/u).at(-1) ?? '';
    const label = labels.find(({ says }) => says.test(before));
    return label !== undefined && !token.startsWith(`${label.kind}.`) && !token.startsWith('title.');
  });
  return wrong ?? null;
}
