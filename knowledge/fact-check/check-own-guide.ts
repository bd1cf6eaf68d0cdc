/** A how-to guide of our own (hướng dẫn) has no record: its figures must stand in the records that its edition names. */
import type { Guide } from '../guide.ts';
import { figuresIn, formCodesIn, legalNumbersIn } from '../plain-text.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import { missingFigures } from './check-sentences.ts';
import { unknownDayLimits } from './day-limits.ts';
import type { Finding } from './finding.ts';
import { readRecordText } from './record-text.ts';

const emergencyNumbers = /(?<!\d)11[1-5](?!\d)/g;

/** @param records every record by code, as `findRecords` gives them. */
export function checkOwnGuide(guide: Guide, records: ReadonlyMap<string, PortalRecord>): Finding[] {
  const named = guide.source.edition.match(/\b\d\.\d{6}\b/g) ?? [];
  const finding = (path: string, says: string, record: string): Finding => ({ code: guide.code, path, says, record });
  if (!guide.code.startsWith('hd.')) return [finding('code', guide.code, 'there is no such record')];
  const known = named.flatMap((code) => records.get(code) ?? []).map(readRecordText);
  const figures = known.flatMap((read) => [
    ...read.figures,
    ...figuresIn(read.text.replace(/(?<=\d)h(?!\w)/g, ' giờ ')),
  ]);
  const limits = new Set(known.flatMap((read) => [...read.dayLimits]));
  const text = known.map((read) => read.text).join('\n');
  const laws = known.flatMap((read) => read.legalNumbers);
  return [
    ...named
      .filter((code) => !records.has(code))
      .map((code) => finding('source.edition', code, 'there is no such record')),
    ...sentencesOf(guide).flatMap(([path, says]) =>
      [
        ...missingFigures(figuresIn(says.replace(emergencyNumbers, '')), figures),
        ...unknownDayLimits(says, limits),
        ...formCodesIn(says).filter((code) => !text.includes(code)),
        ...legalNumbersIn(says).filter((number) => !laws.includes(number)),
      ].map((reason) => finding(path, says, reason)),
    ),
  ];
}

const sentencesOf = (guide: Guide): (readonly [string, string])[] =>
  (['steps', 'conditions', 'mistakes', 'tips'] as const).flatMap((list) =>
    guide[list].map((says, index) => [`${list}.${index}`, says] as const),
  );
