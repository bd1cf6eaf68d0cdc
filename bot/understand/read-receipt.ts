/** What a scanner or a camera read off a sheet of paper: the code of a receipt (giấy hẹn) of ours, or nothing to us. */
import { readDossierCode } from '../../knowledge/index.ts';

export type ScannedSheet =
  | { readonly kind: 'receipt'; readonly code: string }
  /** An identity card's: number, name, day of birth and address, parted by bars. Never to be kept. */
  | { readonly kind: 'identity-card' }
  | { readonly kind: 'other' };

const identityCard = /^\d{12}\|/;
/** Names under which addresses on receipts carry the code. */
const codeNames = new Set(['ma', 'mahoso', 'ma_ho_so', 'ma-ho-so', 'mahs', 'code', 'sobiennhan']);
const longestCode = 60;

/** Receipts print the code itself, by one line or in an address of the province. Exactly one code is one receipt's. */
export function readReceipt(scanned: string): ScannedSheet {
  const text = scanned.normalize('NFC').trim();
  if (identityCard.test(text)) return { kind: 'identity-card' };
  const code = text.length <= longestCode ? wholeCode(text) : codeInAddress(text);
  return code ? { kind: 'receipt', code } : { kind: 'other' };
}

function codeInAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { searchParams } = new URL(text);
  const codes = [...searchParams].flatMap(([name, value]) =>
    codeNames.has(name.toLowerCase()) ? (wholeCode(value) ?? []) : [],
  );
  return codes.length === 1 ? (codes[0] ?? null) : null;
}

/** The code and nothing beside it but what receipts print before it ("Mã hồ sơ: "). */
function wholeCode(text: string): string | null {
  const bare = text.replace(/^(?:mã\s+(?:số\s+)?(?:hồ\s*sơ|biên\s+nhận)|mhs)\s*[:-]?\s*/iu, '');
  if (!/^[\dA-Z][\dA-Z.\-\s]{10,}$/i.test(bare)) return /^https?:/i.test(text) ? codeInAddress(text) : null;
  return readDossierCode(bare);
}
