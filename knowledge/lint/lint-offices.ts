/** Districts were abolished on 1 July 2025: nobody may be sent to a district office. */
import type { Card } from '../card.ts';
import type { Guide } from '../guide.ts';
import { type LintNote, nameOf } from './lint-note.ts';

/** An office of a district, which no longer exists. */
export const districtBody =
  /(?<!\p{L})(?:(?:cấp|quận|UBND|Ủy ban nhân dân|Công an|Tòa án nhân dân)[\s,/]+huyện|quận[\s,/]+huyện|(?:UBND|Ủy ban nhân dân)[\s,/]+(?:quận|thị xã))(?!\p{L})/iu;

export function lintOffices(entries: readonly (Guide | Card)[]): LintNote[] {
  return entries.flatMap((entry) =>
    officesOf(entry).flatMap(([path, text]): LintNote[] => {
      const found = districtBody.exec(text?.normalize('NFC') ?? '');
      const says = `"${found?.[0]}" no longer exists: name the commune's or the province's desk`;
      return found ? [{ grade: 'error', code: nameOf(entry), path, says }] : [];
    }),
  );
}

/** A sentence may tell of the districts that were: then it says so. */
const tellsOfThePast = /cũ|trước ngày|trước đây|không còn|đã bỏ|đã giải thể|thu hồi từ|từng/iu;

function officesOf(entry: Guide | Card): (readonly [string, string | null])[] {
  if ('whereToGo' in entry) {
    return [
      ['decidedBy', entry.decidedBy],
      ['whereToGo', entry.whereToGo],
    ];
  }
  return [
    ['receivedBy', entry.receivedBy],
    ['decidedBy', entry.decidedBy],
    ['collectAt', entry.collectAt],
    ...sentencesOf(entry).filter(([, text]) => !tellsOfThePast.test(text.normalize('NFC'))),
  ];
}

const sentencesOf = (guide: Guide): (readonly [string, string])[] => [
  ...(['steps', 'conditions', 'mistakes', 'tips'] as const).flatMap((list) =>
    guide[list].map((text, index) => [`${list}.${index}`, text] as const),
  ),
  ...(guide.papers ?? []).map((paper, index) => [`papers.${index}`, `${paper.name} ${paper.note ?? ''}`] as const),
  ...guide.filing.map(({ fee, time }, index) => [`filing.${index}`, `${fee.note ?? ''} ${time?.text ?? ''}`] as const),
];
