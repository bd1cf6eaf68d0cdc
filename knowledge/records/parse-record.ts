/** Reads single cells of a portal record: "7 Ngày làm việc", "50,000 Việt Nam Đồng", "1 bản chính,1 bản sao". */

export interface PublishedTime {
  readonly value: number;
  readonly unit: 'working-day' | 'day' | 'hour';
}

/** `null` when the cell holds no time limit, or one whose unit was lost. */
export function parseTime(cell: string | null): PublishedTime | null {
  const match = /^\s*(\d+)\s*(ngày làm việc|ngày|giờ)\s*$/iu.exec(cell ?? '');
  if (!match) return null;
  const unit = match[2]?.toLowerCase();
  return {
    value: Number(match[1]),
    unit: unit === 'giờ' ? 'hour' : unit === 'ngày' ? 'day' : 'working-day',
  };
}

/** Amount in đồng; 0 for "Miễn phí"; `null` when the cell is empty, in another currency, or unreadable. */
export function parseFee(cell: string | null): number | null {
  if (cell === null) return null;
  if (/miễn phí/iu.test(cell)) return 0;
  const match = /(\d[\d.,]*)\s*(việt nam đồng|vnđ|vnd|đồng)/iu.exec(cell);
  return match?.[1] ? Number(match[1].replace(/[.,]/g, '')) : null;
}

export interface PublishedCopies {
  readonly originals: number;
  readonly copies: number;
}

/** `null` when the cell is empty or its figure swallowed a form number or a year (`suspect`). */
export function parseCopies(cell: string | null, suspect = false): PublishedCopies | null {
  if (cell === null || suspect) return null;
  const originals = /(\d+)\s*bản chính|bản chính:\s*(\d+)/iu.exec(cell);
  const copies = /(\d+)\s*bản sao|bản sao:\s*(\d+)/iu.exec(cell);
  if (!originals && !copies) return null;
  const figure = (match: RegExpExecArray | null) => Number(match?.[1] ?? match?.[2] ?? 0);
  return { originals: figure(originals), copies: figure(copies) };
}
