/** The case of a way of filing: it must stand in the record, and with this very time limit, not with another row's. */
import type { Filing } from '../guide.ts';
import { foldText } from '../plain-text.ts';
import { parseTime } from '../records/parse-record.ts';
import type { PortalMethod, PortalRecord } from '../records/portal-record.ts';
import { unknownFigures } from './check-sentences.ts';
import { pairsIn, pairsOf, paragraphsOf, readRecordText, shareIn, textOfMethod } from './record-text.ts';

/** Share of a case's words that must stand in one passage of the record. */
const leastWords = 0.6;
/** A row that holds so much of a case, word after word, is the row the case comes from. */
const plainlyThere = 0.8;

export function checkCase(filing: Filing, method: PortalMethod, record: PortalRecord) {
  const { case: says } = filing;
  if (says === null) return [];
  const { text, passages } = readRecordText(record);
  const reasons = unknownFigures(says, text);
  if (!passages.some((passage) => shareIn(passage, says) >= leastWords)) reasons.push('no such case there');
  const other = rowOfAnotherLimit(says, method, record);
  if (other) reasons.push(`that case stands there with ${other.time}`);
  return reasons.map((reason) => ({ path: 'case', says, record: reason }));
}

/** The row with another time limit that speaks of the case more plainly than the rows with this one do. */
function rowOfAnotherLimit(says: string, method: PortalMethod, record: PortalRecord): PortalMethod | undefined {
  // "công trình khác, không phải nhà ở riêng lẻ": what follows the negation is the other case.
  const core = says.split(/,? không phải /iu)[0] ?? says;
  const share = (row: PortalMethod) =>
    Math.max(...aboutRow(row, record).map((text) => pairsIn({ pairs: new Set(pairsOf(text)) }, core)));
  const own = Math.max(...record.methods.filter((row) => row.time === method.time).map(share));
  return record.methods
    .filter((row) => row.time !== method.time)
    .find((row) => share(row) >= plainlyThere && share(row) > own);
}

/** What the record says of a row: its own cells, and in the steps what follows its time limit up to the next limit. */
function aboutRow(row: PortalMethod, record: PortalRecord): string[] {
  const limit = parseTime(row.time);
  if (!limit) return [textOfMethod(row)];
  const word = limit.unit === 'hour' ? 'gio' : 'ngay';
  const pieces = paragraphsOf(record).flatMap((paragraph) => foldText(paragraph).split(/(?=\b\d+ (?:ngay|gio)\b)/));
  return [textOfMethod(row), ...pieces.filter((piece) => piece.startsWith(`${limit.value} ${word}`))];
}
