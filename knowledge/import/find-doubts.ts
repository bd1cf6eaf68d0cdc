/** Finds the doubtful fields of one record. The rules of `guide-of-record` have an answer to each; an editor may know more. */
import { parseCopies, parseFee, parseTime } from '../records/parse-record.ts';
import { levelOf, type PortalMethod, type PortalRecord, viaOf } from '../records/portal-record.ts';
import { type Doubt, doubt } from './doubt.ts';
import { feeContradicted } from './filing-of.ts';
import { lacksFirstLetter } from './results-of.ts';
import { namesAccount, namesDistrict } from './sentences-of.ts';

/** In the order of the record's fields. */
export function findDoubts(record: PortalRecord): Doubt[] {
  return [
    ...doubtsOfHead(record),
    ...doubtsOfTexts(record),
    ...record.methods.flatMap((method, index) => doubtsOfMethod(method, `methods.${index}`)),
    ...doubtsOfTimes(record),
    ...doubtsOfDocuments(record),
    ...doubtsOfResults(record),
  ];
}

function doubtsOfHead({ levels, decision, url, methods, steps }: PortalRecord): Doubt[] {
  return [
    ...levels.filter((level) => levelOf(level) === 'other').map((level) => doubt('unknown-level', 'levels', level)),
    ...(decision ? [] : [doubt('no-decision', 'decision', null)]),
    ...(url ? [] : [doubt('no-url', 'url', null)]),
    ...(methods.length > 0 ? [] : [doubt('no-methods', 'methods', null)]),
    ...(steps ? [] : [doubt('no-steps', 'steps', null)]),
  ];
}

function doubtsOfTexts(record: PortalRecord): Doubt[] {
  const { steps, conditions, receivedAt, authority, performedBy, documents } = record;
  const texts: readonly (readonly [string, string | null])[] = [
    ...Object.entries({ steps, conditions, receivedAt, authority, performedBy }),
    ...documents.map(({ name, group }, index) => [`documents.${index}`, `${group ?? ''} ${name}`] as const),
    ...record.methods.map(
      (row, index) => [`methods.${index}`, `${row.feeNote ?? ''} ${row.timeFeeRaw ?? ''}`] as const,
    ),
  ];
  return texts.flatMap(([path, text]) => [
    ...(namesDistrict(text) ? [doubt('district', path, around(text, /huyện|quận|thị xã/iu))] : []),
    ...(namesAccount(text ?? '') ? [doubt('bank-account', path, null)] : []),
  ]);
}

const around = (text: string | null, word: RegExp): string => {
  const at = (text ?? '').search(word);
  return (text ?? '').slice(Math.max(0, at - 60), at + 60);
};

function doubtsOfMethod(method: PortalMethod, path: string): Doubt[] {
  const { channel, time, timeRaw, fee, feeNote } = method;
  const fees = feeContradicted(method)
    ? [doubt('fee-contradicted', `${path}.fee`, `${fee}; ${feeNote ?? ''}`)]
    : fee === null
      ? [doubt('fee-missing', `${path}.fee`, feeNote)]
      : parseFee(fee) === null
        ? [doubt('fee-unread', `${path}.fee`, fee)]
        : [];
  const cell = time ?? timeRaw ?? '';
  const times = /^\s*\d+(?:[.,]\d+)?\s*$/.test(cell)
    ? [doubt('time-unit-lost', `${path}.time`, cell)]
    : /[\p{L}\d]/u.test(cell)
      ? []
      : [doubt('time-missing', `${path}.time`, null)];
  return [...(viaOf(channel) ? [] : [doubt('unknown-way', `${path}.channel`, channel)]), ...times, ...fees];
}

/** Different limits with no words that give a reason: filing online is hardly ever slower by itself. */
function doubtsOfTimes({ methods }: PortalRecord): Doubt[] {
  const limits = methods.map((row) => parseTime(row.time)).filter((limit) => limit !== null);
  const different = new Set(limits.map(({ value, unit }) => `${value} ${unit}`));
  return different.size > 1 ? [doubt('time-differs', 'methods', methods.map((row) => row.time ?? '?').join('; '))] : [];
}

function doubtsOfDocuments({ documents }: PortalRecord): Doubt[] {
  if (documents.length === 0) return [doubt('no-papers', 'documents', null)];
  return documents.flatMap((row, index) => {
    const path = `documents.${index}`;
    const suspect = row.copiesSuspect === true || (row.copies !== null && parseCopies(row.copies) === null);
    return [
      ...(row.note === true ? [doubt('note-as-paper', path, row.name)] : []),
      ...(suspect ? [doubt('copies-suspect', `${path}.copies`, row.copies)] : []),
      ...(row.tail === true ? [doubt('row-cut', path, row.name)] : []),
    ];
  });
}

function doubtsOfResults({ results }: PortalRecord): Doubt[] {
  if (results.length === 0) return [doubt('no-results', 'results', null)];
  return results.flatMap(({ name }, index) => {
    if (lacksFirstLetter(name)) return [doubt('result-cut', `results.${index}`, name)];
    return /^(?:\p{Lu}|[\d"“(+-]|[a-zđ][).]\s)/u.test(name) ? [] : [doubt('result-odd', `results.${index}`, name)];
  });
}
