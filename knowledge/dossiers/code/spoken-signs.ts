/** What the words of a code read out stand for, with diacritics and without. */

/** A digit; a letter; a mark; `ten` and `tens` make two digits of one (`mười hai`, `ba mươi tám`). */
export type Sign =
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'dot' | 'dash' | 'ten' | 'tens' | 'hundred' | 'times' | 'filler' }
  /** "hăm sáu" is 26. */
  | { readonly kind: 'tens-digit'; readonly digit: string };

const digitWords = [
  'không khong zero zê-rô hông hổng',
  'một mốt mot',
  'hai',
  'ba',
  'bốn bon tư tu',
  'năm nam lăm lam nhăm nham',
  'sáu sau',
  'bảy bẩy bay',
  'tám tam',
  'chín chin',
];
const words = (text: string, sign: Sign): [string, Sign][] => text.split(' ').map((word) => [word, sign]);

const spoken: readonly (readonly [string, Sign])[] = [
  ...digitWords.flatMap((list, digit) => words(list, { kind: 'digits', digits: String(digit) })),
  ...words('linh lẻ le lẽ', { kind: 'digits', digits: '0' }),
  ...words('mười muoi', { kind: 'ten' }),
  ...words('mươi muoi chục chuc', { kind: 'tens' }),
  ...words('trăm tram', { kind: 'hundred' }),
  ...words('số so con', { kind: 'times' }),
  ...words('hăm ham', { kind: 'tens-digit', digit: '2' }),
  ...words('băm bam', { kind: 'tens-digit', digit: '3' }),
  ...words('chấm cham chẩm phẩy phay', { kind: 'dot' }),
  ...words('gạch gach trừ tru nối noi ngang xẹt xet xuyệt xuyet', { kind: 'dash' }),
  ...words('hát hắt hắc hất hat ếch êch ech hờ ho hách hach', { kind: 'letter', letter: 'H' }),
  ...words('gờ giê gê ghê', { kind: 'letter', letter: 'G' }),
  ...words('chữ chu số so hoa in ờ à ừ ạ rồi roi xong với', { kind: 'filler' }),
];

/** A word may stand for more than one sign: "muoi" is "mười" or "mươi". */
const table: ReadonlyMap<string, readonly Sign[]> = new Map(
  [...Map.groupBy(spoken, ([word]) => word.normalize('NFC'))].map(([word, pairs]) => [
    word,
    pairs.map(([, sign]) => sign),
  ]),
);

const none: readonly Sign[] = [];

/** The signs a piece of text may stand for: a run of digits, a run of letters, or one mark. [] for any other word. */
export function signsOf(piece: string): readonly Sign[] {
  if (/^\d/.test(piece)) return [{ kind: 'digits', digits: piece }];
  if (piece === '.') return [{ kind: 'dot' }];
  if (/^[-‐-―−_/]$/.test(piece)) return [{ kind: 'dash' }];
  if (piece === ',' || piece === ';') return [{ kind: 'filler' }];
  // A zero typed as the letter that looks like it.
  if (/^[oO]+$/.test(piece)) return [{ kind: 'digits', digits: '0'.repeat(piece.length) }];
  if (/^[A-Za-z]$/.test(piece)) return [{ kind: 'letter', letter: piece.toUpperCase() }];
  return table.get(piece.toLowerCase()) ?? none;
}
