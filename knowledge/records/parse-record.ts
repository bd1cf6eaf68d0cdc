/** Reads single cells of a portal record: "7 Ngày làm việc", "50,000 Việt Nam Đồng", "1 bản chính,1 bản sao". */

export interface PublishedTime {
  readonly value: number;
  readonly unit: 'working-day' | 'day' | 'hour';
}

/** `null` when the cell holds no time limit, or one whose unit was lost; "0 Giờ" is none. */
export function parseTime(cell: string | null): PublishedTime | null {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*(ngày làm việc|ngày|giờ)\s*$/iu.exec(cell?.normalize('NFC') ?? '');
  if (!match) return null;
  const unit = match[2]?.toLowerCase();
  const value = Number(match[1]?.replace(',', '.'));
  if (value === 0) return null;
  return {
    value,
    unit: unit === 'giờ' ? 'hour' : unit === 'ngày' ? 'day' : 'working-day',
  };
}

/** Below this no fee in đồng is believed: the portal writes dollars ("155 VNĐ") or thousands ("50 VNĐ") there. */
const leastFee = 500;

/**
 * Amount in đồng; 0 for "Miễn phí"; `null` when the cell is empty, in another currency, unreadable, or names several
 * amounts. "năm 2016 Đồng" is the year of a circular, not an amount.
 */
export function parseFee(cell: string | null): number | null {
  if (cell === null) return null;
  if (/miễn phí/iu.test(cell.normalize('NFC'))) return 0;
  const amounts = cell
    .normalize('NFC')
    .matchAll(/(?<![\d.,])(?<!năm\s*)(\d[\d.,]*)\s*(?:việt nam đồng|vnđ|vnd|đồng)/giu);
  const [amount, another] = new Set([...amounts].map((match) => Number(match[1]?.replace(/[.,]/g, ''))));
  if (amount === undefined || another !== undefined) return null;
  return amount === 0 || amount >= leastFee ? amount : null;
}

export interface PublishedCopies {
  readonly originals: number;
  readonly copies: number;
}

/** More originals or copies than anybody asks for: the figure swallowed a form number or a year ("20261 bản chính"). */
const mostCopies = 50;

/** `null` when the cell is empty or its figure swallowed a form number or a year (`suspect`, or plainly too many). */
export function parseCopies(cell: string | null, suspect = false): PublishedCopies | null {
  if (cell === null || suspect) return null;
  const text = cell.normalize('NFC');
  const originals = /(\d+)\s*bản chính|bản chính:\s*(\d+)/iu.exec(text);
  const copies = /(\d+)\s*bản sao|bản sao:\s*(\d+)/iu.exec(text);
  if (!originals && !copies) return null;
  const figure = (match: RegExpExecArray | null) => Number(match?.[1] ?? match?.[2] ?? 0);
  const counts = { originals: figure(originals), copies: figure(copies) };
  return Math.max(counts.originals, counts.copies) > mostCopies ? null : counts;
}
